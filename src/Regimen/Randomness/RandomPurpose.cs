namespace Regimen.Randomness;

/// <summary>What a random draw is for. Part of the key: two purposes never share a draw, so adding one changes no other. Numbers are permanent.</summary>
public enum RandomPurpose : uint
{
    /// <summary>The order in which an epoch visits the samples.</summary>
    Order = 1,

    /// <summary>The shares λ of a mixture.</summary>
    Mixup = 2,

    /// <summary>Which samples of a batch are mixed with each other.</summary>
    MixupPartner = 3,

    /// <summary>Initial weights.</summary>
    Initialization = 4,

    /// <summary>Which values a dropout layer keeps.</summary>
    Dropout = 5,
}
