using System.Globalization;
using System.Reflection;
using Regimen.Compiler;
using Regimen.Compiler.Model;

namespace Regimen.Generators.Tests.Attributes;

/// <summary>Experiments as the parser hands them on, with any attributes, without source.</summary>
internal static class Declarations
{
    private static readonly LayerSpec Network = new(
        "Sequential",
        [],
        new[] { new LayerSpec("Flatten", [], [], ""), Linear(8, ""), new LayerSpec("BatchNorm", Arguments(("momentum", 0.1), ("epsilon", 1e-5)), [], ""), Linear(10, "") }.ToEquatableArray(),
        "");

    /// <summary>The text of all files; missing attributes that every experiment has are there bare.</summary>
    public static string Compile(params AttributeSpec[] attributes)
    {
        AttributeSpec[] needed = [new("Experiment", []), new("Data", []), new("Epochs", Arguments(("count", 3))), new("Sgd", [])];
        var all = attributes.Concat(needed.Where(attribute => attributes.All(given => given.Name != attribute.Name))).OrderBy(attribute => attribute.Name, StringComparer.Ordinal);
        var type = new TypeSpec("", "Net", [], "public", "Net");
        var spec = new ExperimentSpec(type, all.ToEquatableArray(), new DataSpec("global::Regimen.FashionMnist", 1, 28, 28, 10), Network);
        return string.Concat(ExperimentCompiler.Compile(spec).Select(file => file.Text));
    }

    /// <summary>Named constants.</summary>
    public static EquatableArray<ArgumentSpec> Arguments(params IEnumerable<(string Name, object Value)> arguments) =>
        arguments.Select(argument => new ArgumentSpec(argument.Name, argument.Value)).ToEquatableArray();

    /// <summary>An attribute made with all its parameters' defaults; none if it has a parameter without one.</summary>
    public static object? Bare(Type attribute)
    {
        var closed = attribute.IsGenericTypeDefinition ? attribute.MakeGenericType(typeof(FashionMnist)) : attribute;
        var constructor = closed.GetConstructors().Single();
        return constructor.GetParameters().All(parameter => parameter.HasDefaultValue)
            ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.DefaultValue)])
            : null;
    }

    /// <summary>Every argument that the attribute takes, with the value that it holds, in the model's types.</summary>
    public static IEnumerable<(string Name, object Value)> All(object attribute) =>
        from property in attribute.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        select (property.Name, InModel(property.GetValue(attribute)!));

    private static object InModel(object value) => value switch
    {
        Enum member => member.ToString(),
        double[] numbers => string.Join(",", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))),
        _ => value,
    };

    private static LayerSpec Linear(int features, string label) => new("Linear", Arguments(("features", features), ("bias", true)), [], label);
}
