namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>The kinds of layers by the names of modules, functions and methods of tensors: <c>LeakyReLU</c>, <c>leaky_relu</c> and <c>leaky_relu_</c> are one.</summary>
internal static class LayerNames
{
    /// <summary>The kind of a layer by its name.</summary>
    public static LayerKind KindOf(string name) => Normalise(name) switch
    {
        "linear" => LayerKind.Linear,
        "conv1d" or "conv2d" or "conv3d" or "convtranspose1d" or "convtranspose2d" or "convtranspose3d" => LayerKind.Convolution,
        "batchnorm" or "batchnorm1d" or "batchnorm2d" or "batchnorm3d" => LayerKind.BatchNorm,
        "layernorm" or "groupnorm" or "instancenorm" or "instancenorm1d" or "instancenorm2d" or "instancenorm3d" or "localresponsenorm" => LayerKind.Norm,
        "relu" or "relu6" or "leakyrelu" or "prelu" or "rrelu" or "gelu" or "silu" or "sigmoid" or "tanh" or "elu" or "selu" or "celu" or "mish" or "hardswish"
            or "hardsigmoid" or "hardtanh" or "softplus" or "softsign" or "logsigmoid" or "tanhshrink" or "hardshrink" or "softshrink" => LayerKind.Activation,
        "dropout" or "dropout1d" or "dropout2d" or "dropout3d" or "alphadropout" or "featurealphadropout" => LayerKind.Dropout,
        "softmax" or "logsoftmax" or "softmax2d" => LayerKind.Softmax,
        "flatten" or "unflatten" or "view" or "reshape" or "squeeze" or "unsqueeze" => LayerKind.Reshape,
        var other => other.Contains("pool") && !other.Contains("unpool") ? LayerKind.Pooling : LayerKind.Other,
    };

    /// <summary>The name in small letters without underscores.</summary>
    public static string Normalise(string name) => name.Replace("_", "").ToLowerInvariant();
}
