namespace Regimen.Analyzers.Experiments.Speed;

/// <summary>
/// What the hardware that multiplies matrices makes of a size. Tensor cores, AMX tiles and the blocked layouts of oneDNN take channels and rows
/// in groups of 8 or a multiple of it, and pad what does not fill the last group (NVIDIA, Deep Learning Performance Guide).
/// </summary>
internal static class MatrixUnits
{
    /// <summary>The smallest group.</summary>
    private const int Group = 8;

    /// <summary>Padding that is not worth a word: 84, 100 or 500, which classics have, lose less than a twentieth.</summary>
    private const double Negligible = 0.1;

    /// <summary>Whether a notable part of the work is padding. Sizes below one group are chosen for other reasons.</summary>
    public static bool Waste(int size) => size > Group && Padded(size) - size > Negligible * size;

    /// <summary>The size with its padding.</summary>
    public static int Padded(int size) => (size + Group - 1) / Group * Group;

    /// <summary>The nearest size without padding; of two, the larger.</summary>
    public static int Nearest(int size) => (size + (Group / 2)) / Group * Group;
}
