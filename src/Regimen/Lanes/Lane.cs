namespace Regimen.Lanes;

/// <summary>What holds for lanes of every kind.</summary>
public static class Lane
{
    /// <summary>Lanes of a block.</summary>
    public const int Count = 16;
}
