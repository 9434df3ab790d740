namespace Regimen.Compiler.Diagnostics;

/// <summary>The categories of rules, one per range of ids.</summary>
internal static class RuleCategory
{
    /// <summary>REG0xxx.</summary>
    public const string Declaration = "Regimen.Declaration";

    /// <summary>REG1xxx: network and shapes.</summary>
    public const string Network = "Regimen.Network";

    /// <summary>REG2xxx: optimisation and schedule.</summary>
    public const string Optimisation = "Regimen.Optimisation";

    /// <summary>REG3xxx: data, targets, augmentation.</summary>
    public const string Data = "Regimen.Data";

    /// <summary>REG4xxx.</summary>
    public const string Numerics = "Regimen.Numerics";

    /// <summary>REG5xxx: speed and device.</summary>
    public const string Speed = "Regimen.Speed";

    /// <summary>REG6xxx: hand-written TorchSharp code.</summary>
    public const string TorchSharp = "Regimen.TorchSharp";
}
