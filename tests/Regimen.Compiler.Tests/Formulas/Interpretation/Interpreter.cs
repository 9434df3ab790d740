using Regimen.Compiler.Formulas;
using Regimen.Randomness;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>
/// What formulas mean, written as plainly as can be: one loop per kind of node, in float64, no thought of speed. Whatever else computes
/// formulas (simplified graphs, schedules, targets) is held against this.
/// </summary>
/// <param name="batch">Samples in the batch.</param>
/// <param name="inputs">The inputs' values by key; the batch size is known without.</param>
/// <param name="single">Whether Real is float32: what is computed in float64 is rounded after every node.</param>
internal sealed class Interpreter(long batch, IReadOnlyDictionary<string, NdArray> inputs, bool single = false)
{
    /// <summary>One value per node, but for reductions with several parts.</summary>
    private readonly Dictionary<Formula, NdArray[]> values = [];

    /// <summary>The values of formulas; what they share is computed once.</summary>
    public NdArray[] Evaluate(params IReadOnlyList<Formula> roots)
    {
        foreach (var node in Traversal.InOrder(roots))
        {
            if (values.ContainsKey(node))
                continue;
            var results = Compute(node);
            foreach (var result in results)
                Check(node, result);
            values.Add(node, results);
        }

        return [.. roots.Select(root => values[root] is [var value] ? value : throw new ArgumentException($"{root} has several parts: read one.", nameof(roots)))];
    }

    private NdArray[] Compute(Formula node) => node switch
    {
        Input input => [ValueOf(input)],
        Constant constant => [NdArray.Scalar(constant.Value, constant.Type.Element)],
        Coordinate coordinate => [NdArray.Vector(coordinate.Type.Element, [.. Enumerable.Range(0, (int)coordinate.Length.At(batch)).Select(position => (double)position)])],
        Draw draw => [Words(draw)],
        Elementwise elementwise => [Map(elementwise)],
        Cast cast => [Map(cast)],
        Movement movement => [Movements.Compute(movement, Value(movement.Operand), NdArray.ShapeOf(movement.Type, batch))],
        Fold fold => [Movements.Compute(fold, Value(fold.Operand), NdArray.ShapeOf(fold.Type, batch))],
        Gather gather => [Movements.Compute(gather, Value(gather.Table), Value(gather.Positions), NdArray.ShapeOf(gather.Type, batch))],
        ScatterAdd scatter => [Movements.Compute(scatter, Value(scatter.Values), Value(scatter.Positions), NdArray.ShapeOf(scatter.Type, batch))],
        Reduce reduce => Reductions.Compute(reduce, Value(reduce.Operand)),
        Part part => [values[part.Operand][part.Index]],
        LibraryCall call => [LibraryCalls.Compute(call, Value(call.Operands[0]), Value(call.Operands[1]), NdArray.ShapeOf(call.Type, batch))],
        _ => throw new NotSupportedException($"{node.GetType().Name} has no meaning here yet."),
    };

    private NdArray Value(Formula node) => values[node][0];

    private NdArray ValueOf(Input input)
    {
        if (input.Key == Functions.BatchKey)
            return NdArray.Scalar(batch, input.Type.Element);
        return inputs.TryGetValue(input.Key, out var value) ? value : throw new KeyNotFoundException($"Input '{input.Key}' has no value.");
    }

    private NdArray Map(Formula node)
    {
        var operands = node.Operands.Select(Value).ToArray();
        var result = new NdArray(node.Type.Element, NdArray.ShapeOf(node.Type, batch));
        Span<double> x = stackalloc double[operands.Length];
        for (var index = 0; index < result.Elements.Length; index++)
        {
            for (var operand = 0; operand < x.Length; operand++)
                x[operand] = operands[operand].Elements[index];
            result.Elements[index] = node is Elementwise elementwise
                ? Scalars.Apply(elementwise.Operator, elementwise.Operands[^1].Type.Element, x, single)
                : Scalars.Cast(x[0], node.Type.Element);
        }

        return result;
    }

    private NdArray Words(Draw draw)
    {
        var seed = Value(draw.Operands[0]).Elements;
        var counters = draw.Operands.Skip(1).Select(counter => Value(counter).Elements).ToArray();
        var result = new NdArray(draw.Type.Element, NdArray.ShapeOf(draw.Type, batch));
        for (var index = 0; index < result.Elements.Length; index++)
        {
            var element = (uint)counters[0][index];
            var (x0, x1, x2, x3) = Philox.Block(
                (uint)seed[0] | ((ulong)(uint)seed[1] << 32), element / 4, (uint)counters[1][index], (uint)counters[2][index], (uint)counters[3][index]);
            result.Elements[index] = (element % 4) switch { 0 => x0, 1 => x1, 2 => x2, _ => x3 };
        }

        return result;
    }

    /// <summary>Every value is of its type, whoever made it.</summary>
    private void Check(Formula node, NdArray value)
    {
        var shape = NdArray.ShapeOf(node.Type, batch);
        if (node is Input && node.Type.Rank > 0 && node.Type.Axes[0] == Extent.Rows)
            shape[0] = value.Shape[0]; // A table has as many rows as it is given.
        if (!value.Shape.SequenceEqual(shape))
            throw new InvalidOperationException($"{node} came out as [{string.Join(", ", value.Shape)}].");
        for (var index = 0; index < value.Elements.Length; index++)
        {
            var element = value.Elements[index];
            if (single && value.Element == ElementType.Real)
                value.Elements[index] = (float)element;
            else if (!Scalars.Holds(value.Element, element))
                throw new InvalidOperationException($"{node} came out with {element}, which is no {value.Element}.");
        }
    }
}
