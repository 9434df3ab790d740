namespace Regimen.Compiler.Graph;

/// <summary>What a parameter is for; decides how it starts and whether it decays. The same names as the run time's.</summary>
internal enum ParameterRole
{
    Weight,
    Bias,
    NormScale,
    NormShift,
}

/// <summary>A trained parameter.</summary>
/// <param name="Name">In camel case: <c>conv1Weight</c>.</param>
/// <param name="Path">As PyTorch's <c>state_dict</c> would name it: <c>0.0.weight</c>.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Shape">In PyTorch's order.</param>
/// <param name="InitialBound">Weights and biases start uniform in ± this.</param>
internal sealed record Parameter(string Name, string Path, ParameterRole Role, int[] Shape, double InitialBound)
{
    /// <summary>The weight of a product, of a layer named <paramref name="layer"/>; its first axis is what comes out, the others what goes into each.</summary>
    public static Parameter Weight(string layer, Origin origin, params int[] shape) =>
        new(layer + "Weight", origin.Path + ".weight", ParameterRole.Weight, shape, Bound(shape));

    /// <summary>The bias beside <paramref name="weight"/>: one number per what comes out.</summary>
    public static Parameter Bias(string layer, Origin origin, Parameter weight) =>
        new(layer + "Bias", origin.Path + ".bias", ParameterRole.Bias, [weight.Shape[0]], weight.InitialBound);

    /// <summary>γ of a normalisation.</summary>
    public static Parameter Gamma(string layer, Origin origin, params int[] shape) =>
        new(layer + "Gamma", origin.Path + ".weight", ParameterRole.NormScale, shape, 0);

    /// <summary>β of a normalisation.</summary>
    public static Parameter Beta(string layer, Origin origin, params int[] shape) =>
        new(layer + "Beta", origin.Path + ".bias", ParameterRole.NormShift, shape, 0);

    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>PyTorch's: 1/√(numbers that go into each).</summary>
    private static double Bound(int[] shape) => 1 / Math.Sqrt(shape.Skip(1).Aggregate(1.0, (product, size) => product * size));
}

/// <summary>A running statistic.</summary>
/// <param name="Name">In camel case: <c>bn1Mean</c>.</param>
/// <param name="Path">As PyTorch's <c>state_dict</c> would name it.</param>
/// <param name="Count">Elements.</param>
/// <param name="Initial">The value it starts with.</param>
internal sealed record Statistic(string Name, string Path, int Count, int Initial);
