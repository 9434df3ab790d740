using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>What reductions do, each over the plain list of what it joins.</summary>
internal static class Reductions
{
    public static NdArray[] Compute(Reduce node, NdArray x)
    {
        var shape = x.Shape.Select((length, axis) => node.Axes.Contains(axis) ? 1 : length).ToArray();
        var results = Enumerable.Range(0, node.Parts).Select(_ => new NdArray(node.Type.Element, shape)).ToArray();
        var groups = new List<double>[results[0].Elements.Length];
        foreach (var at in x.Positions())
        {
            var group = 0;
            for (var axis = 0; axis < x.Rank; axis++)
                group += (shape[axis] == 1 ? 0 : at[axis]) * results[0].Strides[axis];
            (groups[group] ??= []).Add(x[at]);
        }

        for (var group = 0; group < groups.Length; group++)
        {
            var parts = Join(node.Reduction, x.Element, groups[group]);
            for (var part = 0; part < parts.Length; part++)
                results[part].Elements[group] = parts[part];
        }

        return results;
    }

    private static double[] Join(Reduction reduction, ElementType element, List<double> x)
    {
        switch (reduction)
        {
            case Reduction.Sum:
                return [x.Aggregate((sum, value) => Scalars.Apply(Operator.Add, element, [sum, value], single: false))];
            case Reduction.Maximum:
                return [x.Aggregate(Math.Max)];
            case Reduction.ArgMaximum:
                return [FirstLargest(x)];
            case Reduction.Moments:
                var mean = x.Sum() / x.Count;
                return [mean, x.Sum(value => (value - mean) * (value - mean)) / x.Count];
            case Reduction.LogSumExp:
                // The largest is exp(0) = 1 of the sum, so that what is above it keeps its digits however small it is.
                var largest = FirstLargest(x);
                var maximum = x[largest];
                return [maximum, Scalars.Log1p(x.Where((_, index) => index != largest).Sum(value => Math.Exp(value - maximum)))];
            default:
                throw new NotSupportedException($"{reduction} has no meaning here yet.");
        }
    }

    /// <summary>The first that none exceeds; the first NaN where there is one.</summary>
    private static int FirstLargest(List<double> x)
    {
        var largest = 0;
        for (var index = 1; index < x.Count; index++)
        {
            if (!double.IsNaN(x[largest]) && (double.IsNaN(x[index]) || x[index] > x[largest]))
                largest = index;
        }

        return largest;
    }
}
