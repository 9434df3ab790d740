// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.

#nullable enable

namespace TorchSharp
{
#nullable disable
    public static partial class torch
    {
        public static Device CUDA { get => throw null!; }
        public static Device MPS { get => throw null!; }
        public static readonly Device CPU;
        public static readonly Device META;
        public static Device device(string description) => throw null!;
        public static Device device(string deviceType, int index = -1) => throw null!;
        public static Device device(DeviceType deviceType, int index = -1) => throw null!;
        public static Device device(int index) => throw null!;

        public class Device
        {
            internal Device() => throw null!;
            public DeviceType type { get => throw null!; }
            public int index { get => throw null!; }
            public Device(string description) => throw null!;
            public Device(string deviceType, int index = -1) => throw null!;
            public Device(DeviceType deviceType, int index = -1) => throw null!;
            public Device(int index) => throw null!;
            public override string ToString() => throw null!;
            public static implicit operator Device(string description) => throw null!;
        }
    }
}
