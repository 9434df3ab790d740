using System.Collections.Immutable;
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
    private int layers;
    private (string Text, int Layer) label = ("", -1);

    private GraphBuilder()
    {
    }

    /// <summary>Builds the graph of an experiment.</summary>
    public static GraphResult Build(ExperimentSpec spec)
    {
        var builder = new GraphBuilder();
        var data = spec.Data;
        var input = new Value("input", Shape.Image(data.Channels, data.Height, data.Width), null);
        var problems = new List<GraphProblem>();
        var output = builder.TryAdd(spec.Network, input, "", problems);
        if (output is not null && problems.Count == 0)
            CheckClasses(spec, output, problems);
        return output is null || problems.Count > 0
            ? new GraphResult(null, problems.ToEquatableArray())
            : new GraphResult(new NetworkGraph(input, [.. builder.operations], output), EquatableArray<GraphProblem>.Empty);
    }

    /// <summary>Builds a layer and the layers inside it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="path">Positions from the root.</param>
    public Value Add(LayerSpec layer, Value input, string path)
    {
        var outer = label;
        if (layer.Label.Length > 0)
            label = (layer.Label, layers);
        var origin = new Origin(layers++, label.Text, label.Layer, layer, path);
        try
        {
            return LayerCatalogue.Find(layer.Kind).Build(this, origin, input);
        }
        catch (GraphProblemException problem)
        {
            throw new LocatedProblemException(new GraphProblem(
                problem.RuleId,
                origin.Layer,
                new[] { layer.Kind, problem.Wrong, problem.Remedy }.ToEquatableArray()));
        }
        finally
        {
            label = outer;
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

    /// <summary>The path of a layer's <paramref name="position"/>-th child.</summary>
    public static string Child(string path, int position) => path.Length == 0
        ? position.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{path}.{position}");

    private Value? TryAdd(LayerSpec layer, Value input, string path, List<GraphProblem> problems)
    {
        try
        {
            return Add(layer, input, path);
        }
        catch (LocatedProblemException located)
        {
            problems.Add(located.Problem);
            return null;
        }
    }

    private static void CheckClasses(ExperimentSpec spec, Value output, List<GraphProblem> problems)
    {
        var shape = output.Shape;
        var classes = spec.Data.Classes;
        if (!shape.IsImage && shape.Channels == classes)
            return;
        var (index, layer) = Last(spec.Network, 0);
        var remedy = shape.IsImage
            ? FormattableString.Invariant($"End with Flatten() or GlobalAveragePool2d() and Linear({classes}).")
            : FormattableString.Invariant($"Make the last layer Linear({classes}).");
        problems.Add(new GraphProblem(
            "REG1003",
            index,
            new[] { layer.Kind, FormattableString.Invariant($"the network ends in {shape}, but {spec.Data.TypeName.Replace("global::", "")} has {classes} classes"), remedy }.ToEquatableArray()));
    }

    /// <summary>The layer that makes the output: the last leaf, with its position in preorder.</summary>
    private static (int Index, LayerSpec Layer) Last(LayerSpec layer, int index)
    {
        if (layer.Kind != "Sequential" || layer.Children.Count == 0)
            return (index, layer);
        index++;
        for (var child = 0; child < layer.Children.Count - 1; child++)
            index += Count(layer.Children[child]);
        return Last(layer.Children[layer.Children.Count - 1], index);
    }

    private static int Count(LayerSpec layer) => 1 + layer.Children.Sum(Count);

    private sealed class LocatedProblemException(GraphProblem problem) : Exception
    {
        public GraphProblem Problem { get; } = problem;
    }
}
