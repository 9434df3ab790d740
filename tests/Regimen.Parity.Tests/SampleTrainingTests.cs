using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>The three samples as declared, with momentum, decay of the weights alone, warm-up, cosine, smoothing and mixup, on real images.</summary>
public sealed class SampleTrainingTests(ReferenceAnswers answers, ITestOutputHelper output) : TrainingTest(answers, output)
{
    public static TheoryData<string> Samples => Subjects.Names(Subjects.Samples);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Loss_and_every_weight_of_100_steps_in_float64(string sample) => CheckEveryWeight(sample, 1e-9);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Loss_of_20_steps_in_float32(string sample) => CheckLoss(sample, 1e-4).Dispose();
}
