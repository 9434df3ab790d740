using Regimen.Analyzers.Tests.Infrastructure;
using Regimen.Testing;

namespace Regimen.Analyzers.Tests;

/// <summary>Networks that are known to be right must be quiet: nothing is said of the classics.</summary>
public sealed class ClassicNetworkTests
{
    public static TheoryData<string, string> Classics => new()
    {
        { "Linear", "static Layer Network() => Sequential(Flatten(), Linear(10));" },
        {
            "LeNet", """
            static Layer Network() => Sequential(
                Conv2d(6, kernel: 5, padding: 2), ReLU(), MaxPool2d(2),
                Conv2d(16, kernel: 5), ReLU(), MaxPool2d(2),
                Flatten(), Linear(120), ReLU(), Linear(84), ReLU(), Linear(10));
            """
        },
        {
            "VGG", """
            static Layer Network() => Sequential(
                Block(64, 1), Block(128, 1), Block(256, 2),
                Flatten(), Linear(512), ReLU(), Dropout(0.5), Linear(512), ReLU(), Dropout(0.5), Linear(10));

            static Layer Block(int channels, int depth)
            {
                var layers = new List<Layer>();
                for (var i = 0; i < depth; i++)
                {
                    layers.Add(Conv2d(channels, kernel: 3, padding: 1));
                    layers.Add(ReLU());
                }

                layers.Add(MaxPool2d(2));
                return Sequential([.. layers]);
            }
            """
        },
        {
            "Pre-activation ResNet", """
            static Layer Network() => Sequential(
                Conv2d(16, kernel: 3, padding: 1, bias: false),
                Block(16), Block(16),
                Stage(32), Block(32), Stage(64), Block(64),
                BatchNorm(), ReLU(), GlobalAveragePool2d(), Linear(10));

            static Layer Block(int channels) => Residual(Body(channels, 1));

            static Layer Stage(int channels) => Residual(Body(channels, 2), shortcut: Conv2d(channels, kernel: 1, stride: 2, bias: false));

            static Layer Body(int channels, int stride) => Sequential(
                BatchNorm(), ReLU(), Conv2d(channels, kernel: 3, stride: stride, padding: 1, bias: false),
                BatchNorm(), ReLU(), Conv2d(channels, kernel: 3, padding: 1, bias: false));
            """
        },
        {
            "Bottleneck ResNet", """
            static Layer Network() => Sequential(
                Conv2d(64, kernel: 7, stride: 2, padding: 3, bias: false), BatchNorm(), ReLU(), MaxPool2d(3, stride: 2, padding: 1),
                Block(64, 1, true), Block(64), Block(128, 2, true), Block(128),
                GlobalAveragePool2d(), Linear(10));

            static Layer Block(int width, int stride = 1, bool isFirst = false) => Sequential(
                Residual(
                    Sequential(
                        Conv2d(width, 1, bias: false), BatchNorm(), ReLU(),
                        Conv2d(width, 3, stride, padding: 1, bias: false), BatchNorm(), ReLU(),
                        Conv2d(4 * width, 1, bias: false), BatchNorm()),
                    shortcut: isFirst ? Sequential(Conv2d(4 * width, 1, stride, bias: false), BatchNorm()) : null),
                ReLU());
            """
        },
        {
            "MLP with layer normalisation", """
            static Layer Network() => Sequential(Flatten(), Hidden(256), Hidden(256), Hidden(128), Linear(10));

            static Layer Hidden(int features) => Sequential(Linear(features), LayerNorm(), GELU(), Dropout(0.1));
            """
        },
        {
            "MobileNet", """
            static Layer Network() => Sequential(
                Conv2d(32, 3, stride: 2, padding: 1, bias: false), BatchNorm(), ReLU(),
                Separable(32, 64), Separable(64, 128, 2), Separable(128, 128),
                GlobalAveragePool2d(), Dropout(0.2), Linear(10));

            static Layer Separable(int inputs, int channels, int stride = 1) => Sequential(
                Conv2d(inputs, 3, stride, padding: 1, groups: inputs, bias: false), BatchNorm(), ReLU(),
                Conv2d(channels, 1, bias: false), BatchNorm(), ReLU());
            """
        },
        {
            "Inverted residuals", """
            static Layer Network() => Sequential(
                Conv2d(16, 3, stride: 2, padding: 1, bias: false), BatchNorm(), SiLU(),
                Residual(Inverted(16, 16, 1)), Inverted(16, 24, 2), Residual(Inverted(24, 24, 1)),
                Conv2d(128, 1, bias: false), BatchNorm(), SiLU(), GlobalAveragePool2d(), Dropout(0.2), Linear(10));

            static Layer Inverted(int inputs, int channels, int stride) => Sequential(
                Conv2d(6 * inputs, 1, bias: false), BatchNorm(), SiLU(),
                Conv2d(6 * inputs, 3, stride, padding: 1, groups: 6 * inputs, bias: false), BatchNorm(), SiLU(),
                Conv2d(channels, 1, bias: false), BatchNorm());
            """
        },
        {
            "ConvNeXt", """
            static Layer Network() => Sequential(
                Conv2d(32, kernel: 4, stride: 4), LayerNorm(),
                Block(32), Block(32),
                GlobalAveragePool2d(), LayerNorm(), Linear(10));

            static Layer Block(int channels) => Residual(Sequential(
                Conv2d(channels, 7, padding: 3, groups: channels), LayerNorm(), Conv2d(4 * channels, 1), GELU(), Conv2d(channels, 1)));
            """
        },
        {
            "Residual MLP", """
            static Layer Network() => Sequential(
                Flatten(), Linear(128), Feed(128), Feed(128), LayerNorm(), Linear(10));

            static Layer Feed(int features) => Residual(Sequential(LayerNorm(), Linear(4 * features), GELU(), Dropout(0.1), Linear(features), Dropout(0.1)));
            """
        },
        {
            "All convolutional", """
            static Layer Network() => Sequential(
                Conv2d(96, 3, padding: 1), ReLU(), Conv2d(96, 3, stride: 2, padding: 1), ReLU(),
                Conv2d(192, 3, padding: 1), ReLU(), Conv2d(192, 1), ReLU(), Conv2d(10, 1), ReLU(), GlobalAveragePool2d());
            """
        },
        {
            "MLP with batch normalisation and dropout", """
            static Layer Network() => Sequential(Flatten(), Hidden(256), Hidden(128), Linear(10));

            static Layer Hidden(int features) => Sequential(Linear(features, bias: false), BatchNorm(), ReLU(), Dropout(0.2));
            """
        },
        { "One hidden layer of sigmoids", "static Layer Network() => Sequential(Flatten(), Linear(30), Sigmoid(), Linear(10));" },
    };

    [Theory]
    [MemberData(nameof(Classics))]
    public async Task Nothing_is_said_of_a_classic(string name, string members) =>
        Assert.Equal(name + ": ", name + ": " + string.Join("; ", await Analysis.Run(TestCompilation.Of(TestCompilation.Experiment(members)))));
}
