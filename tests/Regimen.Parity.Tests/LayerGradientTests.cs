using Regimen.Torch;
using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>The gradient of every layer's parameters, and through the layers after them of every layer's input, against autograd.</summary>
public sealed class LayerGradientTests(ReferenceAnswers answers, ITestOutputHelper output) : GradientTest(answers, output)
{
    public static TheoryData<string> Networks => Subjects.Names(Subjects.Networks);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Fused_in_float32(string network) => Check(network, KernelMode.Automatic, ScalarType.Float32, 1e-4);

    [Theory]
    [MemberData(nameof(Networks))]
    public void By_operators_in_float32(string network) => Check(network, KernelMode.Operators, ScalarType.Float32, 1e-4);

    [Theory]
    [MemberData(nameof(Networks))]
    public void By_operators_in_float64(string network) => Check(network, KernelMode.Operators, ScalarType.Float64, 1e-9);
}
