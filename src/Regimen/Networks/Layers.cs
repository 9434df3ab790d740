namespace Regimen;

/// <summary>
/// The layers of which <c>Network()</c> is built; meant for <c>using static Regimen.Layers;</c>. Shapes are written per sample: an image is
/// [C, H, W], a vector of features is [F]. Sizes of inputs are inferred. Definitions and initial weights are PyTorch's.
/// </summary>
public static class Layers
{
    /// <summary>The layers one after the other.</summary>
    public static Layer Sequential(params Layer[] layers) => new(nameof(Sequential), [], [.. layers]);

    /// <summary><c>body(x) + shortcut(x)</c>; without a shortcut, <c>body(x) + x</c> (He et al. 2016). Both must have the same shape.</summary>
    public static Layer Residual(Layer body, Layer? shortcut = null) =>
        new(nameof(Residual), [], shortcut is null ? [body] : [body, shortcut]);

    /// <summary>Fully connected: [F] → [<paramref name="features"/>], <c>y = x·Wᵀ + b</c>. Weight and bias start uniform in ±1/√F.</summary>
    /// <param name="features">Outputs.</param>
    /// <param name="bias">Whether a bias is added; useless before a normalisation.</param>
    public static Layer Linear(int features, bool bias = true) =>
        new(nameof(Linear), [("features", features), ("bias", bias)], []);

    /// <summary>Convolution over images: [C, H, W] → [<paramref name="channels"/>, H', W'] with H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. Weight and bias start uniform in ±1/√(C/groups·kernel²).</summary>
    /// <param name="channels">Output channels.</param>
    /// <param name="kernel">Side of the square window, in pixels.</param>
    /// <param name="stride">Step of the window, in pixels.</param>
    /// <param name="padding">Zeros added on every side, in pixels.</param>
    /// <param name="dilation">Distance between the window's taps, in pixels.</param>
    /// <param name="groups">Groups of channels convolved apart; must divide both channel counts.</param>
    /// <param name="bias">Whether a bias per channel is added; useless before a normalisation.</param>
    public static Layer Conv2d(int channels, int kernel, int stride = 1, int padding = 0, int dilation = 1, int groups = 1, bool bias = true) =>
        new(nameof(Conv2d), [("channels", channels), ("kernel", kernel), ("stride", stride), ("padding", padding), ("dilation", dilation), ("groups", groups), ("bias", bias)], []);

    /// <summary>Batch normalisation (Ioffe and Szegedy 2015) over features [F] or channels of [C, H, W], with scale and shift. Running variance is unbiased, as PyTorch's.</summary>
    /// <param name="momentum">Weight of the newest batch in the running mean and variance.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public static Layer BatchNorm(double momentum = 0.1, double epsilon = 1e-5) =>
        new(nameof(BatchNorm), [("momentum", momentum), ("epsilon", epsilon)], []);

    /// <summary>Layer normalisation (Ba et al. 2016) over all of a sample's values, with scale and shift per value.</summary>
    /// <param name="epsilon">Added to the variance.</param>
    public static Layer LayerNorm(double epsilon = 1e-5) => new(nameof(LayerNorm), [("epsilon", epsilon)], []);

    /// <summary><c>max(x, 0)</c>.</summary>
    public static Layer ReLU() => new(nameof(ReLU), [], []);

    /// <summary><c>x</c> where positive, else <paramref name="slope"/>·x.</summary>
    /// <param name="slope">Slope on the negative side.</param>
    public static Layer LeakyReLU(double slope = 0.01) => new(nameof(LeakyReLU), [("slope", slope)], []);

    /// <summary><c>x·Φ(x)</c> with the exact normal distribution function (Hendrycks and Gimpel 2016), not the tanh approximation.</summary>
    public static Layer GELU() => new(nameof(GELU), [], []);

    /// <summary><c>x·sigmoid(x)</c>, also called swish.</summary>
    public static Layer SiLU() => new(nameof(SiLU), [], []);

    /// <summary><c>1 / (1 + exp(−x))</c>.</summary>
    public static Layer Sigmoid() => new(nameof(Sigmoid), [], []);

    /// <summary>Hyperbolic tangent.</summary>
    public static Layer Tanh() => new(nameof(Tanh), [], []);

    /// <summary>Largest value of each window: [C, H, W] → [C, H', W'] with H' = ⌊(H + 2·padding − kernel) / stride⌋ + 1.</summary>
    /// <param name="kernel">Side of the square window, in pixels.</param>
    /// <param name="stride">Step of the window, in pixels; 0 means <paramref name="kernel"/>.</param>
    /// <param name="padding">Minus infinities added on every side, in pixels; at most half the kernel.</param>
    public static Layer MaxPool2d(int kernel, int stride = 0, int padding = 0) =>
        new(nameof(MaxPool2d), [("kernel", kernel), ("stride", stride), ("padding", padding)], []);

    /// <summary>Mean of each window, padding counted as zeros (PyTorch's <c>count_include_pad</c>): [C, H, W] → [C, H', W'].</summary>
    /// <inheritdoc cref="MaxPool2d" path="/param"/>
    public static Layer AvgPool2d(int kernel, int stride = 0, int padding = 0) =>
        new(nameof(AvgPool2d), [("kernel", kernel), ("stride", stride), ("padding", padding)], []);

    /// <summary>Mean over each channel: [C, H, W] → [C].</summary>
    public static Layer GlobalAveragePool2d() => new(nameof(GlobalAveragePool2d), [], []);

    /// <summary>[C, H, W] → [C·H·W], channel-major as PyTorch's.</summary>
    public static Layer Flatten() => new(nameof(Flatten), [], []);

    /// <summary>In training, zeroes each value with the given probability and divides the rest by (1 − probability) (Srivastava et al. 2014); identity when evaluating.</summary>
    /// <param name="probability">Share of values dropped, in [0, 1).</param>
    public static Layer Dropout(double probability = 0.5) => new(nameof(Dropout), [("probability", probability)], []);
}
