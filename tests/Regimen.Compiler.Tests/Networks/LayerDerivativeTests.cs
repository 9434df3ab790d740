using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;

namespace Regimen.Compiler.Tests.Networks;

/// <summary>The gradients that are derived from layers, with respect to their input and to what they train, against differences.</summary>
public sealed class LayerDerivativeTests
{
    [Theory]
    [InlineData("Conv2d(4, 3, 2, 1, 1, 2)")]
    [InlineData("BatchNorm()")]
    [InlineData("LayerNorm()")]
    [InlineData("ReLU()")]
    [InlineData("LeakyReLU(0.2)")]
    [InlineData("GELU()")]
    [InlineData("SiLU()")]
    [InlineData("Sigmoid()")]
    [InlineData("Tanh()")]
    [InlineData("MaxPool2d(2)")]
    [InlineData("MaxPool2d(3, 2, 1)")]
    [InlineData("AvgPool2d(3, 2, 1)")]
    [InlineData("GlobalAveragePool2d()")]
    [InlineData("Flatten()")]
    [InlineData("Dropout(0.4)")]
    [InlineData("Residual(Conv2d(2, 3, padding: 1), Conv2d(2, 1))")]
    [InlineData("Sequential(Conv2d(3, 3, bias: false), BatchNorm(), GELU(), Flatten(), Linear(4))")]
    public void Of_images(string layer)
    {
        new ExpressedLayer(layer, Mode.Training, 4, 5, 2).HasItsDerivative();
        new ExpressedLayer(layer, Mode.Evaluation, 4, 5, 2).HasItsDerivative();
    }

    [Theory]
    [InlineData("Linear(4)")]
    [InlineData("BatchNorm()")]
    [InlineData("LayerNorm()")]
    [InlineData("Dropout(0.4)")]
    [InlineData("Sequential(Linear(4, bias: false), BatchNorm(), Tanh(), Dropout(0.25), Linear(3))")]
    public void Of_features(string layer)
    {
        new ExpressedLayer(layer, Mode.Training, 5).HasItsDerivative();
        new ExpressedLayer(layer, Mode.Evaluation, 5).HasItsDerivative();
    }
}
