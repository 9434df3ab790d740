namespace Regimen.Torch;

/// <summary>The gradients of a convolution; each is null if it was not asked for.</summary>
/// <param name="Input">By the input.</param>
/// <param name="Weight">By the weight.</param>
/// <param name="Bias">By the bias.</param>
public readonly record struct ConvolutionGradients(Tensor Input, Tensor Weight, Tensor Bias)
{
    /// <summary>Frees all three.</summary>
    public void Free()
    {
        Input.Free();
        Weight.Free();
        Bias.Free();
    }
}

/// <summary>What a normalization returns and its backward needs.</summary>
/// <param name="Output">The normalized input, scaled and shifted.</param>
/// <param name="SavedMean">The means that were subtracted; empty for a batch normalization that is not training.</param>
/// <param name="SavedInvStd">The inverse standard deviations; empty likewise.</param>
public readonly record struct NormalizationResult(Tensor Output, Tensor SavedMean, Tensor SavedInvStd)
{
    /// <summary>Frees all three.</summary>
    public void Free()
    {
        Output.Free();
        SavedMean.Free();
        SavedInvStd.Free();
    }
}

/// <summary>The gradients of a normalization.</summary>
/// <param name="Input">By the input.</param>
/// <param name="Weight">By the scale (gamma).</param>
/// <param name="Bias">By the shift (beta).</param>
public readonly record struct NormalizationGradients(Tensor Input, Tensor Weight, Tensor Bias)
{
    /// <summary>Frees all three.</summary>
    public void Free()
    {
        Input.Free();
        Weight.Free();
        Bias.Free();
    }
}

/// <summary>What max-pooling returns.</summary>
/// <param name="Output">The maxima.</param>
/// <param name="Indices">Where in its image plane each came from, as an Int64 tensor of the same shape.</param>
public readonly record struct MaxPoolResult(Tensor Output, Tensor Indices)
{
    /// <summary>Frees both.</summary>
    public void Free()
    {
        Output.Free();
        Indices.Free();
    }
}
