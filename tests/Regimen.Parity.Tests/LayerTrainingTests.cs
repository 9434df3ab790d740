using Regimen.Torch;
using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>A few steps of training with every layer, tail batches and a change of epoch among them, then evaluation.</summary>
public sealed class LayerTrainingTests(ReferenceAnswers answers, ITestOutputHelper output) : TrainingTest(answers, output)
{
    public static TheoryData<string> Networks => Subjects.Names(Subjects.Networks);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_weight_in_float64(string network) => CheckEveryWeight(network, 1e-9);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Loss_and_evaluation_in_float32(string network)
    {
        using var experiment = CheckLoss(network, 1e-4);
        CheckEvaluation(ReferenceCase.Training(Subjects.Named(network), ScalarType.Float32), experiment, 1e-4, "Float32");
    }
}
