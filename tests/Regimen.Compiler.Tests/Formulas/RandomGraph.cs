using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>
/// Legal graphs of every kind of node over odd shapes, with and without the batch, from a seed. Values stay moderate, and what has a kink or a
/// step is moved by an input of its own first: two values that are equal by construction would make it a matter of rounding which is larger.
/// </summary>
internal sealed class RandomGraph
{
    private const int MostElements = 48;
    private static readonly int[] Lengths = [1, 2, 3, 5];

    private readonly Random random;
    private readonly List<Formula> values = [];
    private readonly bool batched;
    private int inputs;

    public RandomGraph(int seed)
    {
        random = new Random(seed);
        batched = random.Next(3) > 0;
        for (var index = 0; index < 3; index++)
            values.Add(Fresh(Axes(1 + random.Next(3))));
        for (var step = 6 + random.Next(8); step > 0;)
        {
            if (Next() is not { } next || next.Type.Count.At(3) > MostElements || !next.Type.Element.IsFloating())
                continue;
            if (next.Type.Element != ElementType.Real)
                next = Cast.Of(next, ElementType.Real);
            values.Add(random.Next(6) == 0 ? Tanh(next).Named("n" + step) : next);
            step--;
        }
    }

    /// <summary>Some values; what they share is shared.</summary>
    public Formula[] Roots => [.. values.TakeLast(3)];

    /// <summary>A float64 without axes that hears every element of the roots.</summary>
    public Formula Scalar => Roots.Select((root, index) => FiniteDifferences.Scalar(root, "weights" + index)).Aggregate((sum, term) => sum + term);

    private Formula? Next()
    {
        var x = Pick();
        return random.Next(14) switch
        {
            0 => Smooth(x),
            1 or 2 => Binary(x),
            3 => Kinked(x),
            4 or 5 => Reduced(x),
            6 => Composite(x),
            7 => Reshaped(x),
            8 => Transpose.Of(x, [.. Enumerable.Range(0, x.Type.Rank).OrderBy(_ => random.Next())]),
            9 => AlongAxis(x),
            10 => Indexed(x),
            11 => Product(x),
            12 => Convolved(),
            _ => Drawn(x),
        };
    }

    private Formula Smooth(Formula x) => random.Next(12) switch
    {
        0 => -x,
        1 => Exp(Tanh(x)),
        2 => Log((x * x) + 0.4),
        3 => Log1p(x * x),
        4 => Sqrt(0.3 + (x * x)),
        5 => Sin(x),
        6 => Cos(x),
        7 => Erf(x),
        8 => Sigmoid(x),
        9 => Cast.Of(Cast.Of(x, ElementType.Double) * 0.5, ElementType.Real),
        10 => 1 - x,
        _ => x * 2 / 3,
    };

    private Formula Binary(Formula x)
    {
        var y = Partner(x);
        return random.Next(6) switch
        {
            0 => x + y,
            1 => x - y,
            2 => x / ((y * y) + 0.6),
            3 => MultiplyAdd(x, y, y),
            4 => (x * y) - x,
            _ => x * y,
        };
    }

    private Formula Kinked(Formula x)
    {
        x += Fresh(x.Type.Axes);
        var y = Partner(x);
        return random.Next(8) switch
        {
            0 => Max(x, y),
            1 => Min(x, y),
            2 => Max(x, 0),
            3 => Abs(x),
            4 => Floor(3 * x) * y,
            5 => Where((x < y) | !(x <= 0.3), x * x, y),
            6 => Where((x > 0) & Equal(x, x), y, 2),
            _ => x * Cast.Of(Cast.Of(2 * x, ElementType.Int32) + 1, ElementType.Real),
        };
    }

    private Formula? Reduced(Formula x)
    {
        var axes = Enumerable.Range(0, x.Type.Rank).Where(_ => random.Next(2) == 0).ToArray();
        if (axes.Length == 0)
            return null;
        switch (random.Next(7))
        {
            case 0:
                return Largest(x + Fresh(x.Type.Axes), axes);
            case 1:
                return Moments(x, axes).Mean;
            case 2:
                return Moments(x, axes).Variance;
            case 3:
                var (maximum, logSum) = LogSumExp(x, axes);
                return maximum + logSum;
            case 4:
                return x * Cast.Of(ArgMax(x + Fresh(x.Type.Axes), axes), ElementType.Real);
            default:
                return Sum(x, axes);
        }
    }

    /// <summary>What networks do over and over, where there is much to simplify.</summary>
    private Formula? Composite(Formula x)
    {
        var axes = Enumerable.Range(0, x.Type.Rank).Where(_ => random.Next(3) > 0).ToArray();
        if (axes.Length == 0)
            return null;
        var (mean, variance) = Moments(x, axes);
        switch (random.Next(5))
        {
            case 0:
                return (x - mean) / Sqrt(variance + 0.5);
            case 1:
                return Sum((x - mean) * (x - mean) * Partner(mean), axes) / Count(TensorType.Product(axes.Select(axis => x.Type.Axes[axis])));
            case 2:
                var (maximum, logSum) = LogSumExp(x, axes);
                return Exp(x - maximum - logSum);
            case 3:
                return Sum(Partner(mean) * Partner(x) * (x - mean), axes) + Sum(x * 2, axes);
            default:
                return Sum((x + Partner(mean)) * -Partner(mean), axes);
        }
    }

    private Formula Reshaped(Formula x)
    {
        var axes = x.Type.Axes.ToList();
        var at = random.Next(axes.Count);
        if (random.Next(2) == 0 || axes.Count == 1)
            axes.Insert(at, Extent.One);
        else
        {
            at = random.Next(axes.Count - 1);
            axes[at] = TensorType.Product([axes[at], axes[at + 1]]);
            axes.RemoveAt(at + 1);
        }

        return Reshape.Of(x, axes);
    }

    private Formula? AlongAxis(Formula x)
    {
        var axis = random.Next(x.Type.Rank);
        if (x.Type.Axes[axis].PerSample)
            return null;
        var length = (int)x.Type.Axes[axis].Count;
        var step = random.Next(1, 3) * (random.Next(2) == 0 ? 1 : -1);
        var many = ((length - 1) / Math.Abs(step)) + 1;
        switch (random.Next(4))
        {
            case 0:
                return Slice.Of(x, axis, step > 0 ? 0 : length - 1, random.Next(1, many + 1), step);
            case 1:
                var reach = (length - 1) * Math.Abs(step);
                return Pad.Of(x, axis, 1 + (step > 0 ? 0 : reach), reach + 1 + random.Next(1, 4), step, random.Next(2) * 0.5);
        }

        var (size, stride, padding, dilation) = (random.Next(1, 4), random.Next(1, 4), random.Next(3), random.Next(1, 3));
        if (new WindowSpec(length, size, stride, padding, dilation).Positions < 1)
            return null;
        var windows = (Unfold)Unfold.Of(x, axis, size, stride, padding, dilation);
        return random.Next(2) == 0 ? windows : Fold.Of(windows * Partner(windows), axis, windows.Window);
    }

    private Formula? Indexed(Formula x)
    {
        if (x.Type.Axes.Skip(1).Any(extent => extent.PerSample))
            return null;
        var positions = new Input("at" + inputs++, TensorType.Of(ElementType.Int32, Axes(1 + random.Next(2))));
        if (random.Next(2) == 0)
            return Gather.Of(x, positions);
        return ScatterAdd.Of(Fresh([.. positions.Type.Axes, .. x.Type.Axes.Skip(1)]), positions, random.Next(1, 5));
    }

    private Formula? Product(Formula x)
    {
        if (x.Type.Rank < 2)
            return null;
        Extent[] leading = [.. x.Type.Axes.Take(x.Type.Rank - 2)];
        var (flipLeft, flipRight) = (random.Next(2) == 0, random.Next(2) == 0);
        var inner = x.Type.Axes[flipLeft ? ^2 : ^1];
        Extent columns = Lengths[random.Next(Lengths.Length)];
        return MatrixProduct.Of(x, Fresh([.. leading, .. flipRight ? new[] { columns, inner } : [inner, columns]]), flipLeft, flipRight);
    }

    private Formula Convolved()
    {
        var groups = random.Next(1, 3);
        var spec = new ConvolutionSpec(random.Next(1, 3), random.Next(1, 3), random.Next(2), random.Next(1, 3), groups);
        var images = Fresh([batched ? Extent.Batch : 2, 3, 4, groups]);
        return Convolution.Of(Tanh(images), Fresh([2, 1, spec.Kernel, spec.Kernel]), spec);
    }

    private Formula Drawn(Formula x)
    {
        var words = Draw.Of(
            new Input("seed", TensorType.Of(ElementType.UInt32, 2)),
            Positions(x.Type.Axes[^1], x.Type.Rank - 1, x.Type.Rank, ElementType.UInt32) * 3,
            Positions(x.Type.Axes[0], 0, x.Type.Rank, ElementType.UInt32),
            5,
            random.Next(100));
        var uniform = Cast.Of(words, ElementType.Real) / 4294967296.0;
        return Where(uniform < 0.5, 0, 2 * Broadcast.Of(x, uniform.Type.Rank == x.Type.Rank ? x.Type.Axes : uniform.Type.Axes));
    }

    private Formula Pick() => values[^Math.Min(values.Count, 1 + (int)(random.NextDouble() * random.NextDouble() * values.Count * 1.5))];

    /// <summary>Something that fits beside a value: another of the same axes, a new input that repeats along some, or a number.</summary>
    private Formula Partner(Formula x) => random.Next(4) switch
    {
        0 => values.LastOrDefault(value => value != x && value.Type == x.Type) ?? x,
        1 => 1 + (random.Next(4) * 0.5),
        _ => Fresh([.. x.Type.Axes.Select(extent => random.Next(2) == 0 ? Extent.One : extent)]),
    };

    private Input Fresh(IReadOnlyList<Extent> axes) => new("x" + inputs++, TensorType.Of(ElementType.Real, [.. axes]));

    private Extent[] Axes(int rank) =>
        [.. Enumerable.Range(0, rank).Select(axis => axis == 0 && batched ? Extent.Batch : (Extent)Lengths[random.Next(Lengths.Length)])];
}
