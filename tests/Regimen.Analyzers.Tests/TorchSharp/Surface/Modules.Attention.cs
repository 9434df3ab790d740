// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using TorchSharp.Modules;
using static TorchSharp.torch;

#nullable enable

namespace TorchSharp.Modules
{
    public sealed class MultiheadAttention : torch.nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
    {
        internal MultiheadAttention() => throw null!;
        public override Tuple<Tensor, Tensor> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask) => throw null!;
        public new Tuple<Tensor, Tensor> call(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) => throw null!;
    }

    public sealed class Transformer : torch.nn.Module<Tensor, Tensor, Tensor>
    {
        internal Transformer() => throw null!;
        public Tensor call(Tensor src, Tensor tgt, Tensor src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) => throw null!;
        public override Tensor forward(Tensor src, Tensor tgt) => throw null!;
    }

#nullable disable
    public sealed class TransformerDecoder : torch.nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>
    {
        internal TransformerDecoder() => throw null!;
        public override Tensor forward(Tensor tgt, Tensor memory, Tensor tgt_mask, Tensor memory_mask = null, Tensor tgt_key_padding_mask = null, Tensor memory_key_padding_mask = null) => throw null!;
        public new Tensor call(Tensor tgt, Tensor memory, Tensor tgt_mask, Tensor memory_mask = null, Tensor tgt_key_padding_mask = null, Tensor memory_key_padding_mask = null) => throw null!;
        public Tensor call(Tensor tgt, Tensor memory) => throw null!;
    }

    public sealed class TransformerDecoderLayer : torch.nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor, Tensor>
    {
        internal TransformerDecoderLayer() => throw null!;
        public override Tensor forward(Tensor tgt, Tensor memory, Tensor tgt_mask, Tensor memory_mask, Tensor tgt_key_padding_mask, Tensor memory_key_padding_mask) => throw null!;
        public new Tensor call(Tensor tgt, Tensor memory, Tensor tgt_mask, Tensor memory_mask = null, Tensor tgt_key_padding_mask = null, Tensor memory_key_padding_mask = null) => throw null!;
        public Tensor call(Tensor tgt, Tensor memory) => throw null!;
    }

    public sealed class TransformerEncoder : torch.nn.Module<Tensor, Tensor, Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor>
    {
        internal TransformerEncoder() => throw null!;
        public enum Activations { ReLU = 0, GELU = 1 }
        public override Tensor forward(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => throw null!;
        public Tensor call(Tensor src, Tensor src_mask) => throw null!;
        public Tensor call(Tensor src) => throw null!;
    }

    public sealed class TransformerEncoderLayer : torch.nn.Module<Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor, Tensor, Tensor>
    {
        internal TransformerEncoderLayer() => throw null!;
        public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => throw null!;
        public Tensor call(Tensor src, Tensor src_mask) => throw null!;
        public override Tensor forward(Tensor src) => throw null!;
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
#nullable enable
        public static partial class nn
        {
            public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false, long? kdim = null, long? vdim = null) => throw null!;
            public enum Activations { ReLU = 0, GELU = 1 }
            public static Transformer Transformer(long d_model = 512, long nhead = 8, long num_encoder_layers = 6, long num_decoder_layers = 6, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = nn.Activations.ReLU) => throw null!;
#nullable disable
            public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) => throw null!;
            public static TransformerDecoderLayer TransformerDecoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = nn.Activations.ReLU) => throw null!;
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) => throw null!;
            public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = nn.Activations.ReLU) => throw null!;

#nullable enable
            public static partial class functional
            {
                public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false) => throw null!;
            }
        }
    }
}
