// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using TorchSharp.Modules;
using static TorchSharp.torch;

#nullable enable

namespace TorchSharp.Modules
{
    public sealed class Embedding : torch.nn.Module<Tensor, Tensor>
    {
        internal Embedding() => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
        public Parameter? weight { get => throw null!; set => throw null!; }
    }

    public sealed class EmbeddingBag : torch.nn.Module<Tensor, Tensor?, Tensor?, Tensor>, torch.nn.IModule<Tensor, Tensor, Tensor>, torch.nn.IModule<Tensor, Tensor?, Tensor?, Tensor>
    {
        internal EmbeddingBag() => throw null!;
        public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => throw null!;
        public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => throw null!;
        public Tensor call(Tensor input, Tensor offsets) => throw null!;
        public Tensor call(Tensor input) => throw null!;
        public Parameter? weight { get => throw null!; set => throw null!; }
    }
}

namespace TorchSharp
{
    public enum EmbeddingBagMode { Sum = 0, Mean = 1, Max = 2 }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static EmbeddingBag EmbeddingBag(long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static EmbeddingBag EmbeddingBag_from_pretrained(Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null) => throw null!;
        }
    }
}
