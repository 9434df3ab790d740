using System.Globalization;

namespace Regimen.Compiler.Model;

/// <summary>
/// An experiment as declared: everything the later stages read, free of symbols, syntax and positions, so that an edit which
/// changes none of it changes nothing after it.
/// </summary>
public sealed record ExperimentSpec(
    TypeSpec Type,
    EquatableArray<AttributeSpec> Attributes,
    DataSpec Data,
    LayerSpec Network);

/// <summary>The declared class.</summary>
/// <param name="Namespace">Its namespace as source text (keywords escaped), empty for the global one.</param>
/// <param name="Name">Its name as source text (keywords escaped).</param>
/// <param name="ContainingTypes">Headers of the types around it, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Modifiers">Accessibility (and nothing else) as source text: <c>public</c>, <c>internal</c>, …</param>
/// <param name="HintName">Unique and stable for the fully qualified name; a valid file name without extension.</param>
public sealed record TypeSpec(
    string Namespace,
    string Name,
    EquatableArray<string> ContainingTypes,
    string Modifiers,
    string HintName);

/// <summary>An attribute of the experiment by its short name (<c>Mixup</c> for <c>MixupAttribute</c>), with the arguments that were given.</summary>
/// <param name="Name">The attribute class's name without the suffix <c>Attribute</c>.</param>
/// <param name="Arguments">Constructor arguments under the constructor's parameter names (only those given explicitly), then named arguments.</param>
public sealed record AttributeSpec(string Name, EquatableArray<ArgumentSpec> Arguments)
{
    /// <summary>The argument's value, or <paramref name="otherwise"/> where it was not given. Names compare without case.</summary>
    public double Number(string name, double otherwise) => Find(name) is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : otherwise;

    /// <inheritdoc cref="Number"/>
    public int Integer(string name, int otherwise) => Find(name) is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : otherwise;

    /// <inheritdoc cref="Number"/>
    public bool Flag(string name, bool otherwise) => Find(name) is bool value ? value : otherwise;

    /// <summary>The enum member's name, or <paramref name="otherwise"/> where it was not given.</summary>
    public string Member(string name, string otherwise) => Find(name) as string ?? otherwise;

    /// <summary>Whether the argument was given.</summary>
    public bool Has(string name) => Find(name) is not null;

    private object? Find(string name)
    {
        foreach (var argument in Arguments)
        {
            if (string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase))
                return argument.Value;
        }

        return null;
    }
}

/// <summary>A named constant: <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, or <see cref="string"/> (also for an enum member: its name).
/// Arrays of numbers arrive as their invariant texts joined by commas.</summary>
public sealed record ArgumentSpec(string Name, object Value)
{
    /// <summary><c>name: value</c> in invariant C# notation.</summary>
    public override string ToString() => Name + ": " + Literal(Value);

    /// <summary>The constant in invariant C# notation, doubles round-trip.</summary>
    public static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <summary>What the data type declares with <c>[ImageData]</c>.</summary>
/// <param name="TypeName">Fully qualified, with <c>global::</c>.</param>
public sealed record DataSpec(string TypeName, int Channels, int Height, int Width, int Classes)
{
    /// <summary>Images of the training split; 0 where that is not known before reading.</summary>
    public int TrainImages { get; init; }
}

/// <summary>
/// A layer as <c>Network()</c> builds it: the name of the method of <c>Layers</c>, all its scalar arguments (defaults filled in, in
/// parameter order) and the layers inside it.
/// </summary>
/// <param name="Kind">The method's name, such as <c>Conv2d</c>.</param>
/// <param name="Label">The user's own method call or property that produced it, such as <c>Block(32)</c>; empty where there is none. Not part of the canonical text.</param>
public sealed record LayerSpec(string Kind, EquatableArray<ArgumentSpec> Arguments, EquatableArray<LayerSpec> Children, string Label)
{
    /// <summary>The canonical text, the same that the run-time <c>Layer.ToString()</c> gives: <c>Kind(name: value, …)[child, …]</c>, brackets only if there are children.</summary>
    public override string ToString()
    {
        var text = Kind + "(" + string.Join(", ", Arguments.Select(argument => argument.ToString())) + ")";
        return Children.Count == 0 ? text : text + "[" + string.Join(", ", Children.Select(child => child.ToString())) + "]";
    }
}
