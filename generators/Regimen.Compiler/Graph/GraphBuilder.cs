using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Graph;

/// <summary>What building came to: a graph, or the reasons why there is none.</summary>
internal sealed record GraphResult(NetworkGraph? Graph, EquatableArray<GraphProblem> Problems);

/// <summary>From the declared layers to operations: names, shapes, parameters.</summary>
internal sealed class GraphBuilder
{
    private readonly List<Operation> operations = [];
    private readonly Dictionary<string, int> names = [];

    private GraphBuilder()
    {
    }

    /// <summary>Builds the graph of an experiment.</summary>
    public static GraphResult Build(ExperimentSpec spec)
    {
        var builder = new GraphBuilder();
        var data = spec.Data;
        var input = new Value("input", Shape.Image(data.Channels, data.Height, data.Width), null);
        try
        {
            var output = builder.Add(Origin.Root(spec.Network), input);
            ClassCheck.Demand(spec, output.Shape);
            return new GraphResult(new NetworkGraph(input, [.. builder.operations], output), EquatableArray<GraphProblem>.Empty);
        }
        catch (GraphProblemException problem)
        {
            return new GraphResult(null, new[] { problem.Problem }.ToEquatableArray());
        }
    }

    /// <summary>Builds a layer and the layers inside it.</summary>
    /// <param name="origin">The layer.</param>
    /// <param name="input">What it reads.</param>
    public Value Add(Origin origin, Value input)
    {
        try
        {
            return LayerCatalogue.Find(origin.Text.Kind).Build(this, origin, input);
        }
        catch (GraphProblemException problem)
        {
            problem.At(origin);
            throw;
        }
    }

    /// <summary>Appends an operation.</summary>
    public Value Append(Operation operation)
    {
        operations.Add(operation);
        return operation.Output;
    }

    /// <summary>How many operations there are.</summary>
    public int OperationCount => operations.Count;

    /// <summary>Moves the operations from <paramref name="first"/> on to <paramref name="target"/>, before those that stand there.</summary>
    public void MoveTo(int target, int first)
    {
        var moved = operations.GetRange(first, operations.Count - first);
        operations.RemoveRange(first, moved.Count);
        operations.InsertRange(target, moved);
    }

    /// <summary>The next name of a kind: <c>conv1</c>, <c>conv2</c>, …</summary>
    public string Name(string stem)
    {
        names.TryGetValue(stem, out var count);
        names[stem] = count + 1;
        return FormattableString.Invariant($"{stem}{count + 1}");
    }

    /// <summary>How many names of a kind were given.</summary>
    public int NamesOf(string stem) => names.TryGetValue(stem, out var count) ? count : 0;
}
