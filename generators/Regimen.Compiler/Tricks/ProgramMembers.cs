using System.Collections.Immutable;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Tricks;

/// <summary>A member that the generated part declares in the user's class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">The types of a method's parameters; null where it is no method.</param>
internal sealed record ProgramMember(string Name, string? Parameters = null);

/// <summary>The members that the generated part declares in the user's class: what every experiment has, and the numbers of its tricks.</summary>
internal static class ProgramMembers
{
    private static readonly ImmutableArray<ProgramMember> Always =
    [
        new("BatchSize"),
        new("RunTraining", "global::Regimen.Training.TrainingRun, global::Regimen.Training.TrainingProgram"),
        new("RateAt", "long, long, long"),
        .. Property("Layout"),
        .. Property("GeneratedFiles"),
        .. Property("BatchCapacity"),
        .. Property("Shuffles"),
        .. Property("InputShape"),
        new("OpenData", ""),
        .. Property("Normalization"),
        new("CreateProgram", "int, global::Regimen.Training.ModelState, global::Regimen.Kernels.InputStage, bool"),
        .. Property("Settings"),
        new("CheckSettings", ""),
    ];

    /// <summary>Those of an experiment with these attributes.</summary>
    public static IEnumerable<ProgramMember> Of(IEnumerable<AttributeSpec> attributes) => Always.Concat(
        from attribute in attributes
        from trick in TrickCatalogue.All
        where trick.Attribute == attribute.Name
        from scalar in trick.Scalars(attribute)
        from member in Property(scalar.Name).Append(new ProgramMember("set_" + scalar.Name, scalar.Type))
        select member);

    /// <summary>A property reserves the name of its accessor too.</summary>
    private static IEnumerable<ProgramMember> Property(string name) => [new(name), new("get_" + name, "")];
}
