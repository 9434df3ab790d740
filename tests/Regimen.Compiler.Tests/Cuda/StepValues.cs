using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Tests.Formulas;

namespace Regimen.Compiler.Tests.Cuda;

/// <summary>Values for everything that a step is given, and for its state.</summary>
internal static class StepValues
{
    private const int Rows = 7;

    public static Dictionary<string, NdArray> Of(StepGraph graph, int batch, int seed)
    {
        var random = new Random(seed);
        var values = new Dictionary<string, NdArray>();
        foreach (var input in Traversal.InOrder([.. graph.Assignments.Select(assignment => assignment.Value)]).OfType<Input>().Where(input => input.Key != Functions.BatchKey).OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            if (values.ContainsKey(input.Key))
                continue;
            var shape = input.Type.Axes.Select(axis => axis == Extent.Rows ? Rows : (int)axis.At(batch)).ToArray();
            var value = new NdArray(input.Type.Element, shape);
            for (var index = 0; index < value.Elements.Length; index++)
                value.Elements[index] = One(input, batch, random);
            values.Add(input.Key, value);
        }

        return values;
    }

    private static double One(Input input, int batch, Random random) => input.Type.Element switch
    {
        ElementType.UInt8 => random.Next(256),
        ElementType.UInt32 => input.Key == "epoch" ? 3 : random.NextInt64(1L << 32),
        ElementType.Int32 => random.Next(input.Key == "partners" ? batch : Rows),

        // Singles, so that programs in float and in double are given the same.
        _ when input.Type.Rank == 0 || IsPositive(input.Key) => (float)(0.25 + (0.5 * random.NextDouble())),
        _ => (float)(random.NextDouble() - 0.5),
    };

    private static bool IsPositive(string key) => key is "shares" or "inputDeviation"
        || key.EndsWith("Variance", StringComparison.Ordinal) || key.Contains("variance", StringComparison.Ordinal) || key.Contains("square", StringComparison.Ordinal);
}
