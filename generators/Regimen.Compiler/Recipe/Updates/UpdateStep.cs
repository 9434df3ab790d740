using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Recipe.Updates;

/// <summary>Parameters that are updated alike.</summary>
/// <param name="Name">Ends the keys of their state; empty where there is one group.</param>
/// <param name="Decays">Whether they decay.</param>
internal sealed record UpdateGroup(string Name, bool Decays);

/// <summary>What an update rule is written with: the values of one group, flat, and numbers of the run.</summary>
/// <param name="step">Takes the state.</param>
/// <param name="rule">The rule.</param>
/// <param name="group">The group.</param>
/// <param name="weights">w, Real[n].</param>
/// <param name="gradient">Its gradient, Real[n].</param>
internal sealed class UpdateStep(StepBuilder step, IUpdateRule rule, UpdateGroup group, Formula weights, Formula gradient)
{
    /// <summary>η, the rate of this step as schedules give it: a number on the host.</summary>
    public static Formula Rate => Number("rate");

    /// <summary>Optimiser steps done, this one included: a number on the host.</summary>
    public static Formula Step => Number("step") + 1;

    /// <summary>w.</summary>
    public Formula Weights => weights;

    /// <summary>The gradient.</summary>
    public Formula Gradient => gradient;

    /// <summary>The gradient with L2 decay: gradient + λ·w.</summary>
    public Formula GradientWithDecay => group.Decays ? gradient + (Host("decay", Decay) * weights) : gradient;

    /// <summary>The weights after decoupled decay: w·(1 − η·λ).</summary>
    public Formula DecayedWeights => group.Decays ? weights * Host("shrinkage", 1 - (Rate * Decay)) : weights;

    private static Formula Decay => Number("WeightDecay");

    /// <summary>A number of the run by the name of its property, such as <c>Momentum</c>; a Double on the host.</summary>
    public static Formula Number(string name) => new Input(name, TensorType.Scalar(ElementType.Double));

    /// <summary>The key of a slot's state: <c>adamW.variance</c>, with the group where there are several.</summary>
    public static string Key(IUpdateRule rule, string slot, UpdateGroup group) =>
        char.ToLowerInvariant(rule.Name[0]) + rule.Name.Substring(1) + "." + slot + (group.Name.Length == 0 ? "" : "." + group.Name);

    /// <summary>What the host computes of its numbers before the step, in double precision, as a Real.</summary>
    public Formula Host(string name, Formula value) => step.OnHost(name, value).Named(name);

    /// <summary>A number of the run as it is, as a Real.</summary>
    public Formula Host(string name) => Host(char.ToLowerInvariant(name[0]) + name.Substring(1), Number(name));

    /// <summary>The old value of a slot.</summary>
    public Formula Kept(string slot) => step.State(Key(rule, slot, group), weights.Type);

    /// <summary>Keeps a slot's new value.</summary>
    public Formula Keep(string slot, Formula value)
    {
        var named = value.Named(slot);
        step.Assign(Key(rule, slot, group), named);
        return named;
    }

    /// <summary>1 − βᵗ: what a moving average that began at 0 lacks after t steps. On the host.</summary>
    public static Formula Correction(string beta) => 1 - Exp(Step * Log(Number(beta)));
}
