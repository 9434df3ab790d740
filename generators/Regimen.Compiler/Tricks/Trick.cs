using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary>
/// What an attribute means to the generated program. Each trick stands in its own file and overrides the hooks that it needs; the emitter
/// calls the hooks of all declared tricks in the order of <see cref="TrickCatalogue"/>, which is the order in which they act.
/// </summary>
internal abstract class Trick
{
    /// <summary>The attribute's name, without the suffix.</summary>
    public abstract string Attribute { get; }

    /// <summary>Numbers that the attribute gives defaults to and that may be set on the instance.</summary>
    public virtual IEnumerable<Scalar> Scalars(AttributeSpec attribute) => [];

    /// <summary>One line for the plan in the remarks, such as <c>mixup: λ ~ Beta(0.2, 0.2), one per batch</c>; none if there is nothing to say.</summary>
    public virtual string? Describe(AttributeSpec attribute) => null;

    /// <summary>
    /// How it shapes the program, beside the settable numbers: a checkpoint is continued only by a program that was shaped alike. Null where
    /// it shapes nothing, or just what a program without the attribute does.
    /// </summary>
    public virtual string? Structure(AttributeSpec attribute) => Attribute;

    /// <summary>Writes what it does to the rate, inside <c>RateAt(step, totalSteps, warmupSteps)</c>: may change <c>peak</c>, or return.</summary>
    /// <returns>Whether it always returned, so that nothing follows.</returns>
    public virtual bool EmitRate(CodeWriter code, AttributeSpec attribute) => false;

    /// <summary>Expression over <c>run</c> for the number of warm-up steps.</summary>
    public virtual string? WarmupSteps(AttributeSpec attribute) => null;

    /// <summary>Writes what it draws for a batch, over <c>run</c>, before the input is made.</summary>
    public virtual void EmitBatch(CodeWriter code, AttributeSpec attribute)
    {
    }

    /// <summary>Writes what it does after a step was counted, over <c>run</c>.</summary>
    public virtual void EmitAfterStep(CodeWriter code, AttributeSpec attribute)
    {
    }

    /// <summary>Whether it mixes samples, so that a target has two labels.</summary>
    public virtual bool MixesSamples => false;

    /// <summary>Name of the scalar that smooths targets.</summary>
    public virtual string? Smoothing => null;

    /// <summary>Expression for the mean and deviation per channel, in place of the training split's.</summary>
    public virtual string? Normalization(AttributeSpec attribute) => null;

    /// <summary>Whether it keeps the data in its order.</summary>
    public virtual bool KeepsOrder(AttributeSpec attribute) => false;

    /// <summary>Name of the scalar that decays parameters of a role; none if it does not decay them.</summary>
    public virtual string? Decay(AttributeSpec attribute, ParameterRole role) => null;
}

/// <summary>A number that the attribute gives a default to and that may be set on the instance.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type"><c>double</c> or <c>int</c>.</param>
/// <param name="Default">Its default, as C#.</param>
/// <param name="Summary">Its documentation.</param>
/// <param name="Condition">C# that holds for allowed values; over <c>{0}</c>.</param>
/// <param name="Range">The allowed values in words.</param>
/// <param name="Overrides">Whether every experiment has it, so that it overrides a member of the base.</param>
/// <param name="InStep">Whether the training step reads it, so that the network is told before training.</param>
internal sealed record Scalar(string Name, string Type, string Default, string Summary, string Condition, string Range, bool Overrides = false, bool InStep = false)
{
    /// <summary>A <c>double</c> of the attribute.</summary>
    public static Scalar Number(string name, double value, string summary, string condition, string range, bool inStep = false) =>
        new(name, "double", Literal.Of(value), summary, condition, range, InStep: inStep);
}
