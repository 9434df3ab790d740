namespace Regimen.Analyzers.TorchSharp;

/// <summary>
/// What a text names, as far as the rules look for it. They are parts of words, found without reading the syntax: a comment may hold one too, so a
/// word says only that a closer look is worth its time.
/// </summary>
[Flags]
internal enum Words
{
    /// <summary>Nothing that a rule looks for.</summary>
    None = 0,

    /// <summary>A batch normalisation.</summary>
    BatchNorm = 1 << 0,

    /// <summary>A dropout.</summary>
    Dropout = 1 << 1,

    /// <summary>The cross-entropy of logits.</summary>
    CrossEntropy = 1 << 2,

    /// <summary>The negative log-likelihood.</summary>
    Likelihood = 1 << 3,

    /// <summary>The binary cross-entropy of logits.</summary>
    BinaryLogits = 1 << 4,

    /// <summary>A Kullback-Leibler divergence.</summary>
    Divergence = 1 << 5,

    /// <summary>The parameters of a module, as an optimiser is given them.</summary>
    Parameters = 1 << 6,

    /// <summary>Adam, or one of its kin.</summary>
    Adam = 1 << 7,

    /// <summary>A seed.</summary>
    Seed = 1 << 8,

    /// <summary>A local response normalisation.</summary>
    LocalResponse = 1 << 9,

    /// <summary>A move to a device or type.</summary>
    Move = 1 << 10,

    /// <summary>Gradients switched off.</summary>
    NoGrad = 1 << 11,

    /// <summary>A new dispose scope.</summary>
    Scope = 1 << 12,

    /// <summary>The way back through the network.</summary>
    Backward = 1 << 13,

    /// <summary>The reset of gradients.</summary>
    ZeroGrad = 1 << 14,

    /// <summary>A method of the project that trains, or names one that does.</summary>
    TrainingMethod = 1 << 15,

    /// <summary>A switch to evaluation, or back.</summary>
    Mode = 1 << 16,

    /// <summary>The call of a module.</summary>
    Forward = 1 << 17,

    /// <summary>The step of an optimiser or a scheduler.</summary>
    Step = 1 << 18,

    /// <summary>All of a training: one of them in a body is enough to look for a training loop.</summary>
    Training = Backward | ZeroGrad | TrainingMethod,
}
