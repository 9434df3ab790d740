using System.Collections.Immutable;
using System.Globalization;

namespace Regimen;

/// <summary>
/// A layer as <c>Network()</c> describes it: an inert value with a name, constants and the layers inside it. It holds no weights and
/// computes nothing; the compiler reads the same description from the source and generates the program.
/// </summary>
public sealed class Layer : IEquatable<Layer>
{
    internal Layer(string kind, ImmutableArray<(string Name, object Value)> arguments, ImmutableArray<Layer> children)
    {
        Kind = kind;
        Arguments = arguments;
        Children = children;
    }

    /// <summary>The name of the method of <see cref="Layers"/> that made it, such as <c>Conv2d</c>.</summary>
    public string Kind { get; }

    /// <summary>Its constants under the method's parameter names, in their order.</summary>
    public ImmutableArray<(string Name, object Value)> Arguments { get; }

    /// <summary>The layers inside it: the parts of a <c>Sequential</c>, body and shortcut of a <c>Residual</c>.</summary>
    public ImmutableArray<Layer> Children { get; }

    /// <summary>Layers are equal when they describe the same network.</summary>
    public bool Equals(Layer? other) => other is not null && (ReferenceEquals(this, other) || ToString() == other.ToString());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Layer);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The canonical text: <c>Kind(name: value, …)[child, …]</c>, numbers invariant and round-trip.</summary>
    public override string ToString()
    {
        var text = Kind + "(" + string.Join(", ", Arguments.Select(argument => argument.Name + ": " + Literal(argument.Value))) + ")";
        return Children.IsEmpty ? text : text + "[" + string.Join(", ", Children.Select(child => child.ToString())) + "]";
    }

    private static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
