// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using TorchSharp.Modules;
using static TorchSharp.torch;

#nullable enable

namespace TorchSharp.Modules
{
#nullable disable
    public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool1d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long output_size { get => throw null!; set => throw null!; }
    }

    public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool2d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long[] output_size { get => throw null!; set => throw null!; }
    }

    public sealed class AdaptiveAvgPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool3d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long[] output_size { get => throw null!; set => throw null!; }
    }

    public sealed class AdaptiveMaxPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool1d() => throw null!;
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long output_size { get => throw null!; set => throw null!; }
    }

    public sealed class AdaptiveMaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool2d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) => throw null!;
        public long[] output_size { get => throw null!; set => throw null!; }
    }

    public sealed class AdaptiveMaxPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool3d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) => throw null!;
        public long[] output_size { get => throw null!; set => throw null!; }
    }

    public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool1d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long kernel_size { get => throw null!; set => throw null!; }
        public long? stride { get => throw null!; set => throw null!; }
        public long? padding { get => throw null!; set => throw null!; }
        public bool ceil_mode { get => throw null!; set => throw null!; }
        public bool count_include_pad { get => throw null!; set => throw null!; }
    }

    public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool2d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long[] kernel_size { get => throw null!; set => throw null!; }
        public long[] stride { get => throw null!; set => throw null!; }
        public long[] padding { get => throw null!; set => throw null!; }
        public bool ceil_mode { get => throw null!; set => throw null!; }
        public bool count_include_pad { get => throw null!; set => throw null!; }
        public long? divisor_override { get => throw null!; set => throw null!; }
    }

    public sealed class AvgPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool3d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public long[] kernel_size { get => throw null!; set => throw null!; }
        public long[] stride { get => throw null!; set => throw null!; }
        public long[] padding { get => throw null!; set => throw null!; }
        public bool ceil_mode { get => throw null!; set => throw null!; }
        public bool count_include_pad { get => throw null!; set => throw null!; }
        public long? divisor_override { get => throw null!; set => throw null!; }
    }

    public sealed class FractionalMaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal FractionalMaxPool2d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => throw null!;
        public long[] kernel_size { get => throw null!; set => throw null!; }
        public long[] output_size { get => throw null!; set => throw null!; }
        public double[] output_ratio { get => throw null!; set => throw null!; }
    }

    public sealed class FractionalMaxPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal FractionalMaxPool3d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => throw null!;
        public long[] kernel_size { get => throw null!; set => throw null!; }
        public long[] output_size { get => throw null!; set => throw null!; }
        public double[] output_ratio { get => throw null!; set => throw null!; }
    }

    public sealed class LPPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal LPPool1d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public double norm_type { get => throw null!; set => throw null!; }
        public long kernel_size { get => throw null!; set => throw null!; }
        public long? stride { get => throw null!; set => throw null!; }
        public bool ceil_mode { get => throw null!; set => throw null!; }
    }

    public sealed class LPPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal LPPool2d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public double norm_type { get => throw null!; set => throw null!; }
        public long[] kernel_size { get => throw null!; set => throw null!; }
        public long[] stride { get => throw null!; set => throw null!; }
        public bool ceil_mode { get => throw null!; set => throw null!; }
    }

    public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool1d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => throw null!;
        public long kernel_size { get => throw null!; set => throw null!; }
        public long? stride { get => throw null!; set => throw null!; }
        public long? padding { get => throw null!; set => throw null!; }
        public long? dilation { get => throw null!; set => throw null!; }
        public bool ceil_mode { get => throw null!; set => throw null!; }
    }

    public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool2d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => throw null!;
        public long[] kernel_size { get => throw null!; set => throw null!; }
        public long[] stride { get => throw null!; set => throw null!; }
        public long[] padding { get => throw null!; set => throw null!; }
        public long[] dilation { get => throw null!; set => throw null!; }
        public bool ceil_mode { get => throw null!; set => throw null!; }
    }

    public sealed class MaxPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool3d() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => throw null!;
        public long[] kernel_size { get => throw null!; set => throw null!; }
        public long[] stride { get => throw null!; set => throw null!; }
        public long[] padding { get => throw null!; set => throw null!; }
        public long[] dilation { get => throw null!; set => throw null!; }
        public bool ceil_mode { get => throw null!; set => throw null!; }
    }

    public sealed class MaxUnpool1d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
    {
        internal MaxUnpool1d() => throw null!;
        public override Tensor forward(Tensor tensor, Tensor indices, long[] output_size = null) => throw null!;
        public new Tensor call(Tensor tensor, Tensor indices, long[] output_size = null) => throw null!;
        public long kernel_size { get => throw null!; set => throw null!; }
        public long? stride { get => throw null!; set => throw null!; }
        public long? padding { get => throw null!; set => throw null!; }
    }

    public sealed class MaxUnpool2d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
    {
        internal MaxUnpool2d() => throw null!;
        public override Tensor forward(Tensor tensor, Tensor indices, long[] output_size = null) => throw null!;
        public new Tensor call(Tensor tensor, Tensor indices, long[] output_size = null) => throw null!;
        public long[] kernel_size { get => throw null!; set => throw null!; }
        public long[] stride { get => throw null!; set => throw null!; }
        public long[] padding { get => throw null!; set => throw null!; }
    }

    public sealed class MaxUnpool3d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
    {
        internal MaxUnpool3d() => throw null!;
        public override Tensor forward(Tensor tensor, Tensor indices, long[] output_size = null) => throw null!;
        public new Tensor call(Tensor tensor, Tensor indices, long[] output_size = null) => throw null!;
        public long[] kernel_size { get => throw null!; set => throw null!; }
        public long[] stride { get => throw null!; set => throw null!; }
        public long[] padding { get => throw null!; set => throw null!; }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => throw null!;
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => throw null!;
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => throw null!;
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => throw null!;
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => throw null!;
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) => throw null!;
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => throw null!;
            public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => throw null!;
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => throw null!;
            public static AdaptiveMaxPool3d AdaptiveMaxPool3d(long[] output_size) => throw null!;
            public static AvgPool1d AvgPool1d(long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) => throw null!;
            public static AvgPool2d AvgPool2d(long[] kernel_size, long[] stride = null, long[] padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
            public static AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
            public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
            public static AvgPool3d AvgPool3d(long[] kernel_size, long[] stride = null, long[] padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
            public static AvgPool3d AvgPool3d((long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
            public static AvgPool3d AvgPool3d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
            public static FractionalMaxPool2d FractionalMaxPool2d(long kernel_size, long? output_size = null, double? output_ratio = null) => throw null!;
            public static FractionalMaxPool2d FractionalMaxPool2d((long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) => throw null!;
            public static FractionalMaxPool2d FractionalMaxPool2d(long[] kernel_size, long[] output_size = null, double[] output_ratio = null) => throw null!;
            public static FractionalMaxPool3d FractionalMaxPool3d(long kernel_size, long? output_size = null, double? output_ratio = null) => throw null!;
            public static FractionalMaxPool3d FractionalMaxPool3d((long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) => throw null!;
            public static FractionalMaxPool3d FractionalMaxPool3d(long[] kernel_size, long[] output_size = null, double[] output_ratio = null) => throw null!;
            public static LPPool1d LPPool1d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) => throw null!;
            public static LPPool2d LPPool2d(double norm_type, long[] kernel_size, long[] stride = null, bool ceil_mode = false) => throw null!;
            public static LPPool2d LPPool2d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) => throw null!;
            public static MaxPool1d MaxPool1d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) => throw null!;
            public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) => throw null!;
            public static MaxPool2d MaxPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) => throw null!;
            public static MaxPool2d MaxPool2d(long[] kernel_size, long[] stride = null, long[] padding = null, long[] dilation = null, bool ceil_mode = false) => throw null!;
            public static MaxPool3d MaxPool3d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) => throw null!;
            public static MaxPool3d MaxPool3d((long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, (long, long, long)? dilation = null, bool ceil_mode = false) => throw null!;
            public static MaxPool3d MaxPool3d(long[] kernel_size, long[] stride = null, long[] padding = null, long[] dilation = null, bool ceil_mode = false) => throw null!;
            public static MaxUnpool1d MaxUnpool1d(long kernel_size, long? stride = null, long? padding = null) => throw null!;
            public static MaxUnpool2d MaxUnpool2d(long kernel_size, long? stride = null, long? padding = null) => throw null!;
            public static MaxUnpool2d MaxUnpool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null) => throw null!;
            public static MaxUnpool2d MaxUnpool2d(long[] kernel_size, long[] stride = null, long[] padding = null) => throw null!;
            public static MaxUnpool3d MaxUnpool3d(long kernel_size, long? stride = null, long? padding = null) => throw null!;
            public static MaxUnpool3d MaxUnpool3d((long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null) => throw null!;
            public static MaxUnpool3d MaxUnpool3d(long[] kernel_size, long[] stride = null, long[] padding = null) => throw null!;

            public static partial class functional
            {
                public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => throw null!;
                public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => throw null!;
                public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => throw null!;
                public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => throw null!;
                public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => throw null!;
                public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) => throw null!;
                public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => throw null!;
                public static Tensor adaptive_avg_pool3d_backward(Tensor gradInput, Tensor gradOutput, Tensor originalInput) => throw null!;
                public static Tensor adaptive_max_pool1d(Tensor input, long output_size) => throw null!;
                public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) => throw null!;
                public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) => throw null!;
                public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) => throw null!;
                public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size) => throw null!;
                public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) => throw null!;
                public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) => throw null!;
                public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[] stride = null, long[] padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
                public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
                public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
                public static Tensor avg_pool2d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[] strides = null, long[] paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
                public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[] stride = null, long[] padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
                public static Tensor avg_pool3d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[] strides = null, long[] paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => throw null!;
                public static Tensor fractional_max_pool2d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) => throw null!;
                public static Tensor fractional_max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) => throw null!;
                public static Tensor fractional_max_pool2d(Tensor input, long[] kernel_size, long[] output_size = null, double[] output_ratio = null) => throw null!;
                public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) => throw null!;
                public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) => throw null!;
                public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long[] kernel_size, long[] output_size = null, double[] output_ratio = null) => throw null!;
                public static Tensor fractional_max_pool3d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) => throw null!;
                public static Tensor fractional_max_pool3d(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) => throw null!;
                public static Tensor fractional_max_pool3d(Tensor input, long[] kernel_size, long[] output_size = null, double[] output_ratio = null) => throw null!;
                public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) => throw null!;
                public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) => throw null!;
                public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long[] kernel_size, long[] output_size = null, double[] output_ratio = null) => throw null!;
                public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) => throw null!;
                public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[] stride = null, bool ceil_mode = false) => throw null!;
                public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) => throw null!;
                public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) => throw null!;
                public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) => throw null!;
                public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[] strides = null, long[] padding = null, long[] dilation = null, bool ceil_mode = false) => throw null!;
                public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) => throw null!;
                public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) => throw null!;
                public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[] strides = null, long[] padding = null, long[] dilation = null, bool ceil_mode = false) => throw null!;
                public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[] strides = null, long[] padding = null, long[] dilation = null, bool ceil_mode = false) => throw null!;
                public static (Tensor output, Tensor indices) max_pool3d_with_indices(Tensor input, long[] kernel_size, long[] strides = null, long[] padding = null, long[] dilation = null, bool ceil_mode = false) => throw null!;
                public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[] output_size = null) => throw null!;
                public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[] stride = null, long[] padding = null, long[] output_size = null) => throw null!;
                public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[] stride = null, long[] padding = null, long[] output_size = null) => throw null!;
            }
        }
    }
}
