using Regimen.Compiler.Model;
using Regimen.Compiler.Tricks;

namespace Regimen.Compiler.Recipe.Updates;

/// <summary>Numbers that several update rules read.</summary>
internal static class UpdateScalars
{
    /// <summary>η.</summary>
    public static Scalar LearningRate(AttributeSpec attribute, double otherwise) =>
        Scalar.Number("LearningRate", attribute.Number("LearningRate", otherwise), "η, the declared rate, before any scaling and schedule.", "{0} > 0 && double.IsFinite({0})", "positive");

    /// <summary>μ.</summary>
    public static Scalar Momentum(AttributeSpec attribute, double otherwise) =>
        Scalar.Number("Momentum", attribute.Number("Momentum", otherwise), "μ, the share of the velocity that a step keeps.", "{0} >= 0 && {0} < 1", "in [0, 1)", inStep: true);

    /// <summary>A share that a moving average keeps.</summary>
    public static Scalar Share(AttributeSpec attribute, string name, double otherwise, string summary) =>
        Scalar.Number(name, attribute.Number(name, otherwise), summary, "{0} >= 0 && {0} < 1", "in [0, 1)", inStep: true);

    /// <summary>ε.</summary>
    public static Scalar Epsilon(AttributeSpec attribute, double otherwise) =>
        Scalar.Number("Epsilon", attribute.Number("Epsilon", otherwise), "ε, added to the root in the denominator.", "{0} > 0 && double.IsFinite({0})", "positive", inStep: true);
}
