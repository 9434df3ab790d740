using Regimen.Compiler.Model;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[Warmup]</c>: small rates at first.</summary>
internal sealed class WarmupTrick : Trick
{
    public override string Attribute => "Warmup";

    public override string Structure(AttributeSpec attribute)
    {
        var length = IsInSteps(attribute) ? "in steps" : attribute.Has("Epochs") ? "in epochs" : "in epochs, at most a tenth of the run";
        return $"Warmup({(IsConstant(attribute) ? "Constant" : "Gradual")}, {length}{(IsConstant(attribute) && attribute.Has("UntilTrainError") ? ", until a training error" : "")})";
    }

    public override IEnumerable<Scalar> Scalars(AttributeSpec attribute)
    {
        if (IsInSteps(attribute))
            yield return new("WarmupSteps", "int", Literal.Of(attribute.Integer("Steps", 0)), "W, the length of the warm-up in steps.", "{0} >= 0", "at least 0");
        else
            yield return Scalar.Number("WarmupEpochs", attribute.Number("Epochs", 5), attribute.Has("Epochs") ? "The length of the warm-up in epochs." : "The length of the warm-up in epochs; at most a tenth of the run.", "{0} >= 0 && double.IsFinite({0})", "at least 0");
        if (!IsConstant(attribute))
            yield break;
        yield return Scalar.Number("WarmupFactor", attribute.Number("Factor", 0.1), "The share of η during the warm-up.", "{0} > 0 && {0} <= 1", "in (0, 1]");
        if (attribute.Has("UntilTrainError"))
            yield return Scalar.Number("WarmupUntilTrainError", attribute.Number("UntilTrainError", 0), "The warm-up ends early once the running training error is below this.", "{0} >= 0 && {0} <= 1", "in [0, 1]");
    }

    public override string Describe(AttributeSpec attribute) => IsConstant(attribute)
        ? "constant warm-up: a share of η" + (attribute.Has("UntilTrainError") ? " until the training error falls" : "")
        : "gradual warm-up: η·(t + 1)/W";

    public override string WarmupSteps(AttributeSpec attribute)
    {
        if (IsInSteps(attribute))
            return "WarmupSteps";
        const string steps = "(long)global::System.Math.Round(WarmupEpochs * run.StepsPerEpoch)";
        return attribute.Has("Epochs") ? steps : $"global::System.Math.Min({steps}, run.TotalSteps / 10)";
    }

    public override bool EmitRate(CodeWriter code, AttributeSpec attribute)
    {
        code.Blank();
        code.Line(IsConstant(attribute) ? "// constant warm-up" : "// gradual warm-up");
        code.Line("if (step < warmupSteps)");
        code.Indented(IsConstant(attribute)
            ? "return peak * WarmupFactor;"
            : "return peak * (step + 1) / warmupSteps;");
        return false;
    }

    public override void EmitAfterStep(CodeWriter code, AttributeSpec attribute)
    {
        if (!IsConstant(attribute) || !attribute.Has("UntilTrainError"))
            return;
        using (code.Open("if (run.Step < warmupSteps && run.RunningTrainError < WarmupUntilTrainError)"))
        {
            code.Line("run.EndWarmup();");
            code.Line("warmupSteps = run.WarmupSteps(warmupSteps);");
        }
    }

    /// <summary>0 steps beside a number of epochs says nothing.</summary>
    private static bool IsInSteps(AttributeSpec attribute) => attribute.Has("Steps") && attribute.Number("Epochs", 0) == 0;

    private static bool IsConstant(AttributeSpec attribute) => attribute.Member("Mode", "Gradual") == "Constant";
}
