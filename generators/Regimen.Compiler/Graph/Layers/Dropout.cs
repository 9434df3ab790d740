using Regimen.Compiler.Formulas;
using Regimen.Randomness;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Zeroes values at random while training.</summary>
internal sealed class DropoutLayer : LayerBuilder
{
    public override string Kind => "Dropout";

    public override LayerRole Role => LayerRole.Dropout;

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var probability = Read(origin);
        var layer = step.NextSite(Kind);
        if (step.Mode != Mode.Training || probability == 0)
            return input;
        var words = BatchColumns.Words(step, RandomPurpose.Dropout, layer, input.Type);
        var isKept = words >= Threshold(probability);
        return input * Where(isKept, 1 / (1 - probability), 0).Named("mask");
    }

    /// <summary>The smallest word that is kept: a whole number is at least probability·2³² where it is at least the next whole number.</summary>
    private static double Threshold(double probability) => Math.Min(Math.Ceiling(probability * 4294967296.0), uint.MaxValue);

    private static double Read(Origin origin)
    {
        var probability = Number(origin, "probability");
        if (!(probability >= 0 && probability < 1))
        {
            throw GraphProblemException.Constant(
                FormattableString.Invariant($"probability is {probability}, but must be in [0, 1)"),
                "It is the share of values that is dropped; 0.2 to 0.5 is usual.");
        }

        return probability;
    }
}
