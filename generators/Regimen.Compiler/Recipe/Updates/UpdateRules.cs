using Regimen.Compiler.Model;

namespace Regimen.Compiler.Recipe.Updates;

/// <summary>Every update rule. A new one adds its line here and its file beside this one.</summary>
internal static class UpdateRules
{
    private static readonly Dictionary<string, Func<AttributeSpec, IUpdateRule>> Rules = new()
    {
        ["Sgd"] = attribute => new Sgd(attribute),
        ["Adam"] = attribute => new Adam(attribute),
        ["AdamW"] = attribute => new AdamW(attribute),
        ["RmsProp"] = attribute => new RmsProp(attribute),
        ["Lion"] = attribute => new Lion(attribute),
    };

    /// <summary>The names of the attributes that declare one.</summary>
    public static IEnumerable<string> Names => Rules.Keys;

    /// <summary>The rule that an attribute declares; null where it declares none.</summary>
    public static IUpdateRule? Of(AttributeSpec attribute) => Rules.TryGetValue(attribute.Name, out var rule) ? rule(attribute) : null;
}
