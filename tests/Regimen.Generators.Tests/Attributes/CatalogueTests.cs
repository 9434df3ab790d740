using System.Reflection;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Tricks;

namespace Regimen.Generators.Tests.Attributes;

/// <summary>What a person can name and what the compiler knows are the same.</summary>
public sealed class CatalogueTests
{
    /// <summary>Attributes of an experiment by the compiler's name; that of a data type is no trick.</summary>
    internal static IReadOnlyDictionary<string, Type> Attributes { get; } = typeof(ExperimentAttribute).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == "Regimen" && type.IsSubclassOf(typeof(Attribute)) && type != typeof(ImageDataAttribute))
        .ToDictionary(type => type.Name.Split('`')[0][..^nameof(Attribute).Length]);

    [Fact]
    public void Every_attribute_is_a_trick_and_the_reverse() =>
        Assert.Equal(Attributes.Keys.Order(StringComparer.Ordinal), TrickCatalogue.All.Select(trick => trick.Attribute).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_method_of_Layers_has_a_builder_and_the_reverse() => Assert.Equal(
        typeof(Layers).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Order(StringComparer.Ordinal),
        LayerCatalogue.Kinds.Order(StringComparer.Ordinal));

    [Fact]
    public void Attributes_apply_to_classes_once_each()
    {
        Assert.All(Attributes.Values, type =>
        {
            var usage = type.GetCustomAttribute<AttributeUsageAttribute>()!;
            Assert.Equal(AttributeTargets.Class, usage.ValidOn);
            Assert.False(usage.AllowMultiple);
            Assert.False(usage.Inherited);
        });
    }
}
