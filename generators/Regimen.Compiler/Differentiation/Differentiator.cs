using System.Collections.Immutable;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Differentiation;

/// <summary>Reverse-mode differentiation at compile time: which gradients exist, who makes and who reads them.</summary>
internal static class Differentiator
{
    /// <summary>Differentiates the network with respect to its parameters. Values that no parameter lies before, such as the images, get no gradient.</summary>
    public static TrainingGraph Differentiate(NetworkGraph network)
    {
        var contributions = new Dictionary<Value, List<Gradient>>();
        var seed = Contribute(contributions, network.Output);
        var backward = ImmutableArray.CreateBuilder<BackwardOperation>();
        foreach (var operation in network.Operations.Reverse())
        {
            if (!operation.Output.IsTrained || !contributions.TryGetValue(operation.Output, out var upstream))
                continue;
            var inputs = operation.Inputs
                .Select(input => input.IsTrained ? Contribute(contributions, input) : null)
                .ToImmutableArray();
            backward.Add(new BackwardOperation(operation, [.. upstream], inputs));
        }

        return new TrainingGraph(network, seed, backward.ToImmutable());
    }

    private static Gradient Contribute(Dictionary<Value, List<Gradient>> contributions, Value value)
    {
        if (!contributions.TryGetValue(value, out var list))
            contributions.Add(value, list = []);
        var gradient = new Gradient(value.Name + "Grad" + (list.Count == 0 ? "" : FormattableString.Invariant($"{list.Count + 1}")), value);
        list.Add(gradient);
        return gradient;
    }
}
