namespace Regimen.Compiler.Graph.Layers;

/// <summary>What a layer is to the rules about the order of layers.</summary>
internal enum LayerRole
{
    /// <summary>Holds other layers.</summary>
    Container,

    /// <summary>Multiplies by trained weights.</summary>
    Product,

    /// <summary>Normalises over a sample.</summary>
    Normalisation,

    /// <summary>Normalises over the batch.</summary>
    BatchNormalisation,

    /// <summary>Non-linear; scales either side of zero, and so lets zeros and positive factors pass through.</summary>
    Rectifier,

    /// <summary>Non-linear; its slope vanishes on both sides.</summary>
    Saturating,

    /// <summary>Non-linear, and neither of the two.</summary>
    Activation,

    /// <summary>Zeroes at random while training.</summary>
    Dropout,

    /// <summary>Anything else: it pools or changes the shape.</summary>
    Other,
}
