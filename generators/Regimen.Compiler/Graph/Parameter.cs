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
    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => product * size);
}

/// <summary>A running statistic.</summary>
/// <param name="Name">In camel case: <c>bn1Mean</c>.</param>
/// <param name="Path">As PyTorch's <c>state_dict</c> would name it.</param>
/// <param name="Count">Elements.</param>
/// <param name="Initial">The value it starts with.</param>
internal sealed record Statistic(string Name, string Path, int Count, int Initial);
