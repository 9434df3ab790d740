namespace Regimen.Torch;

/// <summary>Where a tensor's memory lies (<c>c10::DeviceType</c>).</summary>
public enum DeviceType
{
    /// <summary>Main memory.</summary>
    Cpu = 0,

    /// <summary>An NVIDIA GPU.</summary>
    Cuda = 1,
}

/// <summary>A device: its kind and which one of them.</summary>
/// <param name="Type">The kind of device.</param>
/// <param name="Index">Its number; −1 for "the current one", as always for the CPU.</param>
public readonly record struct Device(DeviceType Type, int Index)
{
    /// <summary>The processor.</summary>
    public static Device Cpu => new(DeviceType.Cpu, -1);

    /// <summary>The first GPU.</summary>
    public static Device Cuda => new(DeviceType.Cuda, 0);
}
