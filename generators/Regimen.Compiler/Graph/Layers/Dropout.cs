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

    public override Value Build(GraphBuilder graph, Origin origin, Value input)
    {
        var probability = Read(origin);
        return graph.Append(new DropoutOperation(graph.Name("dropout"), origin, input, graph.NamesOf("dropout") - 1, probability));
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

/// <summary>A product with a mask of zeros and 1/(1 − p) that the step draws beforehand.</summary>
internal sealed class DropoutOperation(string name, Origin origin, Value input, int index, double probability)
    : ElementwiseOperation(name, origin, input.Shape, input)
{
    /// <summary>Position among the network's dropout layers: keys the draws.</summary>
    public int Index { get; } = index;

    /// <summary>p.</summary>
    public double Probability { get; } = probability;

    public override string Title => "Dropout";

    public override string TrainText => "{y} = Aten.Mul({x}, {side});";

    public override string DifferentiateText => "{dx} = Aten.Mul({dy}, {side});";

    public override string Formula(string x, string side) => $"{x} * {side}";

    public override string Derivative(string dy, string x, string side) => $"{dy} * {side}";
}
