using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Recipe.Inputs;
using Regimen.Compiler.Tests.Formulas;

namespace Regimen.Compiler.Tests.Networks;

/// <summary>From stored bytes to normalised, mixed images.</summary>
public sealed class InputTests
{
    private const int Images = 6;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Is_what_a_loop_makes_of_it(bool mixes)
    {
        var step = new StepBuilder(Mode.Training);
        var input = ImageInput.Express(step, Shape.Image(3, 2, 4), mixes);
        Legality.Check([input]);
        Assert.Equal(TensorType.Of(ElementType.Real, Extent.Batch, 2, 4, 3), input.Type);
        Assert.All(Traversal.InOrder([input]), node => Assert.Equal(Phase.Input, node.Site?.Phase));

        var random = new Random(1);
        double[] mean = [0.2, 0.5, 0.4], deviation = [0.3, 0.25, 0.5], samples = [5, 0, 3], partners = [2, 0, 1], shares = [0.75, 1, 0.1];
        var images = new NdArray(ElementType.UInt8, [Images, 3, 2, 4], [.. Enumerable.Range(0, Images * 24).Select(_ => (double)random.Next(256))]);
        var values = new Dictionary<string, NdArray>
        {
            ["images"] = images,
            ["samples"] = NdArray.Vector(ElementType.Int32, samples),
            ["partners"] = NdArray.Vector(ElementType.Int32, partners),
            ["shares"] = NdArray.Vector(ElementType.Real, shares),
            ["inputMean"] = NdArray.Vector(ElementType.Real, mean),
            ["inputDeviation"] = NdArray.Vector(ElementType.Real, deviation),
        };
        var expected = new NdArray(ElementType.Real, [3, 2, 4, 3]);
        foreach (var at in expected.Positions())
        {
            var share = mixes ? shares[at[0]] : 1;
            expected[at] = (share * Pixel(samples[at[0]], at)) + ((1 - share) * Pixel(samples[(int)partners[at[0]]], at));
        }

        Numbers.Same([expected], new Interpreter(3, values).Evaluate(input));
        Numbers.Same([expected], new Interpreter(3, values).Evaluate(Simplifier.Simplify([input])));

        double Pixel(double image, int[] at) => ((images[(int)image, at[3], at[1], at[2]] / 255) - mean[at[3]]) / deviation[at[3]];
    }
}
