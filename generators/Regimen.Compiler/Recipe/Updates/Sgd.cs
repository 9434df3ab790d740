using Regimen.Compiler.Formulas;
using Regimen.Compiler.Model;
using Regimen.Compiler.Tricks;

namespace Regimen.Compiler.Recipe.Updates;

/// <summary>Stochastic gradient descent with momentum, as <c>torch.optim.SGD</c> with dampening 0.</summary>
internal sealed class Sgd(AttributeSpec attribute) : IUpdateRule
{
    public string Name => "Sgd";

    public IReadOnlyList<string> Slots => ["velocity"];

    public IReadOnlyList<Scalar> Scalars => [UpdateScalars.LearningRate(attribute, 0.1), UpdateScalars.Momentum(attribute, 0.9)];

    public string Description => IsNesterov
        ? "SGD with Nesterov momentum: v ← μv + g, w ← w − η(g + μv)"
        : "SGD with momentum: v ← μv + g, w ← w − ηv";

    private bool IsNesterov => attribute.Flag("Nesterov", false);

    public Formula Express(UpdateStep update)
    {
        var (rate, momentum) = (update.Host("rate"), update.Host("Momentum"));
        var w = update.Weights;
        var g = update.GradientWithDecay.Named("g");
        var v = update.Keep("velocity", (momentum * update.Kept("velocity")) + g);
        return w - (rate * (IsNesterov ? g + (momentum * v) : v));
    }
}
