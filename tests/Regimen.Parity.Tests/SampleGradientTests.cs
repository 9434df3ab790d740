using Regimen.Torch;
using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>The gradients of the three samples from end to end, on real images, mixed and smoothed, against autograd.</summary>
public sealed class SampleGradientTests(ReferenceAnswers answers, ITestOutputHelper output) : GradientTest(answers, output)
{
    public static TheoryData<string> Samples => Subjects.Names(Subjects.Samples);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Fused_in_float32(string sample) => Check(sample, KernelMode.Automatic, ScalarType.Float32, 1e-4);

    [Theory]
    [MemberData(nameof(Samples))]
    public void By_operators_in_float32(string sample) => Check(sample, KernelMode.Operators, ScalarType.Float32, 1e-4);

    [Theory]
    [MemberData(nameof(Samples))]
    public void By_operators_in_float64(string sample) => Check(sample, KernelMode.Operators, ScalarType.Float64, 1e-9);
}
