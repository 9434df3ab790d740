using System.Runtime.InteropServices;
using System.Text.Json;
using Regimen.Parity.Data;
using Regimen.Torch;

namespace Regimen.Parity;

/// <summary>PyTorch's answers to all cases, computed by one process before the first test and deleted after the last.</summary>
public sealed class ReferenceAnswers : IDisposable
{
    // Answers stay the same while the references, the networks and the starting weights do: whoever changes none of these may keep them.
    private static readonly string? Kept = Environment.GetEnvironmentVariable("REGIMEN_PARITY_ANSWERS");

    private readonly string root = Kept is null ? Directory.CreateTempSubdirectory("regimen-parity-").FullName : Directory.CreateDirectory(Kept).FullName;

    /// <summary>Writes all cases and has PyTorch answer them.</summary>
    public ReferenceAnswers()
    {
        var complete = Path.Combine(root, "complete");
        if (File.Exists(complete))
        {
            FashionMnistSubset.Install(Path.Combine(root, "fashion-mnist"));
            return;
        }

        try
        {
            FashionMnistSubset.Install(Directory.CreateDirectory(Path.Combine(root, "fashion-mnist")).FullName);
            ReferenceProcess.Run("reference.py", Cases().Select(Write).ToArray());
            File.WriteAllText(complete, "");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What reference.py wrote into result.json.</summary>
    internal ReferenceResult Result(ReferenceCase asked) => JsonSerializer.Deserialize<ReferenceResult>(
        File.ReadAllText(Path.Combine(root, asked.Name, "result.json")), JsonSerializerOptions.Web)!;

    /// <summary>A file that reference.py wrote, as doubles.</summary>
    internal double[] Read(ReferenceCase asked, string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(root, asked.Name, file));
        return Widen(bytes, asked.ElementType);
    }

    /// <summary>The weights after each step, one after the other: too many to hold at once.</summary>
    internal IEnumerable<double[]> WeightsByStep(ReferenceCase asked, long count)
    {
        using var file = File.OpenRead(Path.Combine(root, asked.Name, "weights.bin"));
        var bytes = new byte[count * (asked.ElementType == ScalarType.Float64 ? sizeof(double) : sizeof(float))];
        Assert.Equal(asked.Steps * (long)bytes.Length, file.Length);
        while (file.Position < file.Length)
        {
            file.ReadExactly(bytes);
            yield return Widen(bytes, asked.ElementType);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Kept is null)
            Directory.Delete(root, recursive: true);
    }

    private static IEnumerable<ReferenceCase> Cases()
    {
        foreach (var elementType in (ScalarType[])[ScalarType.Float32, ScalarType.Float64])
        {
            foreach (var type in Subjects.Networks)
                yield return ReferenceCase.Gradients(type, elementType);
            foreach (var type in Subjects.Networks.Concat(Subjects.Recipes))
                yield return ReferenceCase.Training(type, elementType);
        }

        foreach (var type in Subjects.Samples)
        {
            foreach (var seed in Subjects.GradientSeeds)
            {
                yield return ReferenceCase.Gradients(type, ScalarType.Float32, seed);
                yield return ReferenceCase.Gradients(type, ScalarType.Float64, seed);
            }

            yield return ReferenceCase.Declared(type, ScalarType.Float32);
            yield return ReferenceCase.Declared(type, ScalarType.Float64);
            yield return ReferenceCase.Training(type, ScalarType.Float64);
        }
    }

    private string Write(ReferenceCase asked)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, asked.Name)).FullName;
        using var experiment = asked.Create(KernelMode.Operators);
        CaseWriter.Write(folder, experiment, asked.Mode == "declared" ? "train" : asked.Mode, asked.Steps);
        return folder;
    }

    private static double[] Widen(byte[] bytes, ScalarType type) => type == ScalarType.Float64
        ? MemoryMarshal.Cast<byte, double>(bytes).ToArray()
        : Array.ConvertAll(MemoryMarshal.Cast<byte, float>(bytes).ToArray(), value => (double)value);
}

/// <summary>The content of result.json; see reference/case.py.</summary>
internal sealed record ReferenceResult(double[] Losses, double[] Rates, double[] Accuracies, ReferenceEvaluation? Evaluation);

/// <summary>Plain cross-entropy and accuracy over the test split.</summary>
internal sealed record ReferenceEvaluation(double Loss, double Accuracy);

/// <summary>All tests that need PyTorch's answers share one set of them.</summary>
[CollectionDefinition(Name)]
public sealed class ParityCollection : ICollectionFixture<ReferenceAnswers>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "parity";
}
