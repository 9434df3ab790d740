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
        new("Layout"),
        new("GeneratedFiles"),
        new("BatchCapacity"),
        new("Shuffles"),
        new("InputShape"),
        new("OpenData", ""),
        new("Normalization"),
        new("CreateProgram", "int, global::Regimen.Training.ModelState, global::Regimen.Kernels.InputStage, bool"),
        new("Settings"),
        new("CheckSettings", ""),
    ];

    /// <summary>Those of an experiment with these attributes.</summary>
    public static IEnumerable<ProgramMember> Of(IEnumerable<AttributeSpec> attributes) => Always.Concat(
        from attribute in attributes
        from trick in TrickCatalogue.All
        where trick.Attribute == attribute.Name
        from scalar in trick.Scalars(attribute)
        select new ProgramMember(scalar.Name));
}
