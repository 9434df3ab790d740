namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>What a layer is to the rules about the order of layers.</summary>
internal enum LayerKind
{
    /// <summary>Anything that the rules know nothing about.</summary>
    Other,

    /// <summary>A product with a matrix of weights.</summary>
    Linear,

    /// <summary>A convolution, transposed or not.</summary>
    Convolution,

    /// <summary>A normalisation with the statistics of the batch.</summary>
    BatchNorm,

    /// <summary>Another normalisation.</summary>
    Norm,

    /// <summary>A non-linear function of each value.</summary>
    Activation,

    /// <summary>Zeroes values at random.</summary>
    Dropout,

    /// <summary>Makes probabilities, or their logarithms.</summary>
    Softmax,

    /// <summary>Pools neighbouring values.</summary>
    Pooling,

    /// <summary>Changes the shape only.</summary>
    Reshape,
}
