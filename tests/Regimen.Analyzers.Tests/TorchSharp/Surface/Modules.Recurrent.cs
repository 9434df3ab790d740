// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections.Generic;
using TorchSharp.Modules;
using static TorchSharp.torch;

#nullable enable

namespace TorchSharp.Modules
{
#nullable disable
    public sealed class GRU : torch.nn.Module<Tensor, Tensor, (Tensor, Tensor)>
    {
        internal GRU() => throw null!;
        public override (Tensor, Tensor) forward(Tensor input, Tensor h0 = null) => throw null!;
        public new (Tensor, Tensor) call(Tensor input, Tensor h0 = null) => throw null!;
        public (torch.nn.utils.rnn.PackedSequence, Tensor) call(torch.nn.utils.rnn.PackedSequence input, Tensor h0 = null) => throw null!;
        public void flatten_parameters() => throw null!;
    }

#nullable enable
    public sealed class GRUCell : torch.nn.Module<Tensor, Tensor, Tensor>
    {
        internal GRUCell() => throw null!;
        public override Tensor forward(Tensor input, Tensor? h0 = null) => throw null!;
        public Parameter? bias_ih { get => throw null!; set => throw null!; }
        public Parameter? bias_hh { get => throw null!; set => throw null!; }
        public Parameter? weight_ih { get => throw null!; set => throw null!; }
        public Parameter? weight_hh { get => throw null!; set => throw null!; }
    }

    public sealed class LSTM : torch.nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        internal LSTM() => throw null!;
        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null) => throw null!;
        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => throw null!;
        public (torch.nn.utils.rnn.PackedSequence, Tensor, Tensor) call(torch.nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null) => throw null!;
        public void flatten_parameters() => throw null!;
    }

    public sealed class LSTMCell : torch.nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
    {
        internal LSTMCell() => throw null!;
        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0) => throw null!;
        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => throw null!;
        public Parameter? bias_ih { get => throw null!; set => throw null!; }
        public Parameter? bias_hh { get => throw null!; set => throw null!; }
        public Parameter? weight_ih { get => throw null!; set => throw null!; }
        public Parameter? weight_hh { get => throw null!; set => throw null!; }
    }

    public sealed class RNN : torch.nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        internal RNN() => throw null!;
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0) => throw null!;
        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => throw null!;
        public (torch.nn.utils.rnn.PackedSequence, Tensor) call(torch.nn.utils.rnn.PackedSequence input, Tensor? h0 = null) => throw null!;
        public void flatten_parameters() => throw null!;
        public Parameter? get_bias_ih(long idx) => throw null!;
        public Parameter? get_bias_hh(long idx) => throw null!;
        public Parameter? get_weight_ih(long idx) => throw null!;
        public Parameter? get_weight_hh(long idx) => throw null!;
    }

    public sealed class RNNCell : torch.nn.Module<Tensor, Tensor, Tensor>
    {
        internal RNNCell() => throw null!;
        public override Tensor forward(Tensor input, Tensor? h0 = null) => throw null!;
        public Parameter? bias_ih { get => throw null!; set => throw null!; }
        public Parameter? bias_hh { get => throw null!; set => throw null!; }
        public Parameter? weight_ih { get => throw null!; set => throw null!; }
        public Parameter? weight_hh { get => throw null!; set => throw null!; }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
#nullable disable
        public static partial class nn
        {
            public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device device = null, ScalarType? dtype = null) => throw null!;
#nullable enable
            public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) => throw null!;
            public enum NonLinearities { ReLU = 0, Tanh = 1 }
            public static RNN RNN(long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = nn.NonLinearities.Tanh, bool bias = true, bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static RNNCell RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity = nn.NonLinearities.Tanh, bool bias = true, Device? device = null, ScalarType? dtype = null) => throw null!;

            public static partial class utils
            {
#nullable disable
                public static class rnn
                {
                    public static PackedSequence pack_padded_sequence(torch.Tensor input, torch.Tensor lengths, bool batch_first = false, bool enforce_sorted = true) => throw null!;
                    public static (torch.Tensor, torch.Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null) => throw null!;
                    public static torch.Tensor pad_sequence(IEnumerable<torch.Tensor> sequences, bool batch_first = false, double padding_value = 0.0) => throw null!;
                    public static PackedSequence pack_sequence(IEnumerable<torch.Tensor> sequences, bool enforce_sorted = true) => throw null!;

#nullable enable
                    public sealed class PackedSequence : IDisposable
                    {
                        internal PackedSequence() => throw null!;
                        public readonly Tensor data;
                        public readonly Tensor batch_sizes;
                        public readonly Tensor sorted_indices;
                        public readonly Tensor unsorted_indices;
                        public void Dispose() => throw null!;
                        public PackedSequence MoveToOuterDisposeScope() => throw null!;
                        public PackedSequence DetachFromDisposeScope() => throw null!;
                        public PackedSequence MoveToOtherDisposeScope(PackedSequence other) => throw null!;
                        public PackedSequence MoveToOtherDisposeScope(DisposeScope? other) => throw null!;
                    }
                }
            }
        }
    }
}
