// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using TorchSharp.Modules;
using static TorchSharp.torch;

#nullable enable

namespace TorchSharp.Modules
{
#nullable disable
    public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
    {
        internal PadBase() => throw null!;
        protected PadBase(string name, PaddingModes mode, double value, params long[] padding) => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long[] padding { get => throw null!; set => throw null!; }
        public double value { get => throw null!; set => throw null!; }
    }

#nullable enable
    public sealed class ConstantPad1d : PadBase
    {
        internal ConstantPad1d() => throw null!;
    }

    public sealed class ConstantPad2d : PadBase
    {
        internal ConstantPad2d() => throw null!;
    }

    public sealed class ConstantPad3d : PadBase
    {
        internal ConstantPad3d() => throw null!;
    }

    public sealed class ReflectionPad1d : PadBase
    {
        internal ReflectionPad1d() => throw null!;
    }

    public sealed class ReflectionPad2d : PadBase
    {
        internal ReflectionPad2d() => throw null!;
    }

    public sealed class ReflectionPad3d : PadBase
    {
        internal ReflectionPad3d() => throw null!;
    }

    public sealed class ReplicationPad1d : PadBase
    {
        internal ReplicationPad1d() => throw null!;
    }

    public sealed class ReplicationPad2d : PadBase
    {
        internal ReplicationPad2d() => throw null!;
    }

    public sealed class ReplicationPad3d : PadBase
    {
        internal ReplicationPad3d() => throw null!;
    }

    public sealed class ZeroPad2d : PadBase
    {
        internal ZeroPad2d() => throw null!;
    }

#nullable disable
    public sealed class PixelShuffle : ParameterLessModule<Tensor, Tensor>
    {
        internal PixelShuffle() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long upscale_factor { get => throw null!; set => throw null!; }
    }

    public sealed class PixelUnshuffle : ParameterLessModule<Tensor, Tensor>
    {
        internal PixelUnshuffle() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long downscale_factor { get => throw null!; set => throw null!; }
    }

#nullable enable
    public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
    {
        internal Upsample() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public bool? recompute_scale_factor { get => throw null!; set => throw null!; }
        public UpsampleMode mode { get => throw null!; }
        public bool? align_corners { get => throw null!; }
        public ReadOnlySpan<long> size { get => throw null!; }
        public ReadOnlySpan<double> scale_factor { get => throw null!; }
    }

#nullable disable
    public sealed class ChannelShuffle : ParameterLessModule<Tensor, Tensor>
    {
        internal ChannelShuffle() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public override string GetName() => throw null!;
        public long groups { get => throw null!; set => throw null!; }
    }
}

namespace TorchSharp
{
#nullable enable
    public static partial class torch
    {
        public enum UpsampleMode { Nearest = 0, Linear = 1, Bilinear = 2, Bicubic = 3, Trilinear = 4 }
        public enum InterpolationMode { Nearest = 0, Linear = 1, Bilinear = 2, Bicubic = 3, Trilinear = 4, Area = 5, NearestExact = 6 }
        public enum GridSampleMode { Nearest = 0, Bilinear = 2, }
        public enum GridSamplePaddingMode { Zeros = 0, Reflection = 1, Border = 2, }

#nullable disable
        public static partial class nn
        {
            public static ConstantPad1d ConstantPad1d(long padding, double value) => throw null!;
            public static ConstantPad1d ConstantPad1d((long, long) padding, double value) => throw null!;
            public static ConstantPad2d ConstantPad2d(long padding, double value) => throw null!;
            public static ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) => throw null!;
            public static ConstantPad3d ConstantPad3d(long padding, double value) => throw null!;
            public static ConstantPad3d ConstantPad3d((long, long, long, long, long, long) padding, double value) => throw null!;
            public static ReflectionPad1d ReflectionPad1d(long padding) => throw null!;
            public static ReflectionPad1d ReflectionPad1d((long, long) padding) => throw null!;
            public static ReflectionPad2d ReflectionPad2d(long padding) => throw null!;
            public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) => throw null!;
            public static ReflectionPad3d ReflectionPad3d(long padding) => throw null!;
            public static ReflectionPad3d ReflectionPad3d((long, long, long, long, long, long) padding) => throw null!;
            public static ReplicationPad1d ReplicationPad1d(long padding) => throw null!;
            public static ReplicationPad1d ReplicationPad1d((long, long) padding) => throw null!;
            public static ReplicationPad2d ReplicationPad2d(long padding) => throw null!;
            public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) => throw null!;
            public static ReplicationPad3d ReplicationPad3d(long padding) => throw null!;
            public static ReplicationPad3d ReplicationPad3d((long, long, long, long, long, long) padding) => throw null!;
            public static ZeroPad2d ZeroPad2d(long padding) => throw null!;
            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) => throw null!;
            public static PixelShuffle PixelShuffle(long upscale_factor) => throw null!;
            public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => throw null!;
#nullable enable
            public static Upsample Upsample(long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null, bool? recompute_scale_factor = null) => throw null!;
#nullable disable
            public static ChannelShuffle ChannelShuffle(long groups) => throw null!;

            public static partial class functional
            {
                public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => throw null!;
                public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => throw null!;
#nullable enable
                public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) => throw null!;
                public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) => throw null!;
                public static Tensor upsample_nearest1d_backward(Tensor grad_output, long? outputSize, long inputSize, double? scaleFactor) => throw null!;
                public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) => throw null!;
                public static Tensor upsample_nearest2d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null) => throw null!;
                public static Tensor upsample_nearest3d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null) => throw null!;
                public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) => throw null!;
                public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => throw null!;
                public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => throw null!;
                public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => throw null!;
                public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => throw null!;
                public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => throw null!;
                public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear, GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null) => throw null!;
                public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) => throw null!;
                public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false) => throw null!;
                public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) => throw null!;
                public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) => throw null!;
            }
        }
    }
}
