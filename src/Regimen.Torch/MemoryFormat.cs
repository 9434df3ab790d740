namespace Regimen.Torch;

/// <summary>The order in which a tensor's dimensions lie in memory (<c>c10::MemoryFormat</c>).</summary>
public enum MemoryFormat
{
    /// <summary>The last dimension varies fastest (NCHW for images).</summary>
    Contiguous = 0,

    /// <summary>As the input has it; only meaningful for copies.</summary>
    Preserve = 1,

    /// <summary>Channels vary fastest (NHWC); for 4-dimensional tensors.</summary>
    ChannelsLast = 2,
}
