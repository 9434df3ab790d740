using Regimen.Compiler.Formulas;
using Regimen.Compiler.Tricks;

namespace Regimen.Compiler.Recipe.Updates;

/// <summary>The role of an optimiser: from weights, their gradient and what is kept of earlier steps to the next weights. Exactly one is declared.</summary>
internal interface IUpdateRule
{
    /// <summary>Of its attribute: <c>AdamW</c>.</summary>
    string Name { get; }

    /// <summary>What it keeps per parameter, zero at first. A checkpoint has it under <see cref="UpdateStep.Key"/>, so that no rule takes another's.</summary>
    IReadOnlyList<string> Slots { get; }

    /// <summary>Numbers that it reads, with their defaults and ranges.</summary>
    IReadOnlyList<Scalar> Scalars { get; }

    /// <summary>A line for the plan in the remarks.</summary>
    string Description { get; }

    /// <summary>The next weights; what is kept is handed to <see cref="UpdateStep.Keep"/>.</summary>
    Formula Express(UpdateStep update);
}
