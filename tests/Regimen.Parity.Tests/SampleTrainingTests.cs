using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>
/// The three samples, with momentum, decay of the weights alone, warm-up, cosine, smoothing and mixup, on real images: in float64 every weight of
/// 100 steps in which warm-up ends and the cosine falls; in float32 the loss of the first 20 steps at the rates of the declared length. There
/// each ReLU or maximum that rounding flips changes the gradient a little, and the steps multiply that; where PyTorch's own float32 losses
/// part from its float64 losses by more than the bound, twice that distance bounds ours.
/// </summary>
public sealed class SampleTrainingTests(ReferenceAnswers answers, ITestOutputHelper output) : TrainingTest(answers, output)
{
    public static TheoryData<string> Samples => Subjects.Names(Subjects.Samples);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Loss_and_every_weight_of_100_steps_in_float64(string sample) => CheckEveryWeight(sample, 1e-9);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Loss_of_20_steps_in_float32(string sample) => CheckDeclaredLoss(sample, 1e-4);
}
