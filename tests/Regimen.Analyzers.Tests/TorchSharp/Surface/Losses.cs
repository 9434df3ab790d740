// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

#nullable enable

namespace TorchSharp
{
    public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
    {
        internal Loss() => throw null!;
        public Loss(torch.nn.Reduction reduction = nn.Reduction.Mean) => throw null!;
        public torch.nn.Reduction reduction { get => throw null!; }
    }

    public abstract class Loss<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
    {
        internal Loss() => throw null!;
        public Loss(torch.nn.Reduction reduction = nn.Reduction.Mean) => throw null!;
        public torch.nn.Reduction reduction { get => throw null!; }
    }

    public abstract class Loss<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
    {
        internal Loss() => throw null!;
        public Loss(torch.nn.Reduction reduction = nn.Reduction.Mean) => throw null!;
        public torch.nn.Reduction reduction { get => throw null!; }
    }

    public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
    {
        internal WeightedLoss() => throw null!;
        public WeightedLoss(Tensor? weight = null, torch.nn.Reduction reduction = nn.Reduction.Mean) => throw null!;
        public Tensor? weight { get => throw null!; }
    }

    public abstract class WeightedLoss<T1, T2, T3, TResult> : Loss<T1, T2, T3, TResult>
    {
        internal WeightedLoss() => throw null!;
        public WeightedLoss(Tensor? weight = null, torch.nn.Reduction reduction = nn.Reduction.Mean) => throw null!;
        public Tensor? weight { get => throw null!; }
    }

    public abstract class WeightedLoss<T1, T2, T3, T4, TResult> : Loss<T1, T2, T3, T4, TResult>
    {
        internal WeightedLoss() => throw null!;
        public WeightedLoss(Tensor? weight = null, torch.nn.Reduction reduction = nn.Reduction.Mean) => throw null!;
        public Tensor? weight { get => throw null!; }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) => throw null!;
            public static Modules.BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
            public static Modules.BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => throw null!;
            public static Modules.CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) => throw null!;
            public static Modules.CTCLoss CTCLoss(long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) => throw null!;
            public static Modules.HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean) => throw null!;
            public static Modules.HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => throw null!;
            public static Modules.MarginRankingLoss MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean) => throw null!;
            public static MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
            public static MultiMarginLoss MultiMarginLoss(int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
            public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => throw null!;
            public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => throw null!;
            public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
            public static PoissonNLLLoss PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) => throw null!;
            public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => throw null!;
            public static SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean) => throw null!;
            public static TripletMarginLoss TripletMarginLoss(double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) => throw null!;
            public static TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean) => throw null!;
            public static GaussianNLLLoss GaussianNLLLoss(bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) => throw null!;
            public static MultiLabelMarginLoss MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) => throw null!;
            public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) => throw null!;
            public enum Reduction : long { None = 0, Mean = 1, Sum = 2 }
#nullable disable
            public static CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-8) => throw null!;
            public static PairwiseDistance PairwiseDistance(double p = 2.0, double eps = 1e-6, bool keepdim = false) => throw null!;

#nullable enable
            public static partial class functional
            {
                public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => throw null!;
                public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) => throw null!;
                public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) => throw null!;
                public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) => throw null!;
                public static Tensor triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean) => throw null!;
#nullable disable
                public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) => throw null!;
                public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) => throw null!;
            }
        }
    }
}

namespace TorchSharp.Modules
{
#nullable enable
    public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        internal CrossEntropyLoss() => throw null!;
        public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
        public long? ignore_index { get => throw null!; }
        public double label_smoothing { get => throw null!; }
    }

    public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        internal BCELoss() => throw null!;
        public BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
    }

    public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        internal BCEWithLogitsLoss() => throw null!;
        public BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
        public Tensor? pos_weights { get => throw null!; }
    }

    public sealed class CosineEmbeddingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        internal CosineEmbeddingLoss() => throw null!;
        public CosineEmbeddingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) => throw null!;
        public double margin { get => throw null!; }
    }

    public sealed class CTCLoss : Loss<Tensor, Tensor, Tensor, Tensor, Tensor>
    {
        internal CTCLoss() => throw null!;
        public CTCLoss(long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths) => throw null!;
        public long blank { get => throw null!; }
        public bool zero_infinity { get => throw null!; }
    }

    public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
    {
        internal HingeEmbeddingLoss() => throw null!;
        public HingeEmbeddingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
        public double margin { get => throw null!; }
    }

    public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
    {
        internal HuberLoss() => throw null!;
        public HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
        public double delta { get => throw null!; }
    }

    public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        internal MarginRankingLoss() => throw null!;
        public MarginRankingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) => throw null!;
        public double margin { get => throw null!; }
    }

    public sealed class MultiLabelMarginLoss : Loss<Tensor, Tensor, Tensor>
    {
        internal MultiLabelMarginLoss() => throw null!;
        public MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
    }

    public sealed class MultiLabelSoftMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        internal MultiLabelSoftMarginLoss() => throw null!;
        public MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
    }

    public sealed class MultiMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        internal MultiMarginLoss() => throw null!;
        public MultiMarginLoss(int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
        public double margin { get => throw null!; }
        public int p { get => throw null!; }
    }

    public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
    {
        internal MSELoss() => throw null!;
        public MSELoss(Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
    }

    public sealed class L1Loss : Loss<Tensor, Tensor, Tensor>
    {
        internal L1Loss() => throw null!;
        public L1Loss(Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
    }

    public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        internal NLLLoss() => throw null!;
        public NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
    }

    public sealed class PoissonNLLLoss : Loss<Tensor, Tensor, Tensor>
    {
        internal PoissonNLLLoss() => throw null!;
        public PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
        public bool log_input { get => throw null!; }
        public bool full { get => throw null!; }
        public float eps { get => throw null!; }
    }

    public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        internal GaussianNLLLoss() => throw null!;
        public GaussianNLLLoss(bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target, Tensor variance) => throw null!;
        public bool full { get => throw null!; }
        public float eps { get => throw null!; }
    }

    public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
    {
        internal KLDivLoss() => throw null!;
        public KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
        public bool log_target { get => throw null!; }
    }

    public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
    {
        internal SmoothL1Loss() => throw null!;
        public SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
        public double beta { get => throw null!; }
    }

    public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
    {
        internal SoftMarginLoss() => throw null!;
        public SoftMarginLoss(Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor input, Tensor target) => throw null!;
    }

    public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        internal TripletMarginLoss() => throw null!;
        public TripletMarginLoss(double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) => throw null!;
        public double margin { get => throw null!; }
        public long p { get => throw null!; }
    }

    public sealed class TripletMarginWithDistanceLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        internal TripletMarginWithDistanceLoss() => throw null!;
        public TripletMarginWithDistanceLoss(Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean) => throw null!;
        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) => throw null!;
        public double margin { get => throw null!; }
    }

#nullable disable
    public sealed class CosineSimilarity : ParameterLessModule<Tensor, Tensor, Tensor>
    {
        internal CosineSimilarity() => throw null!;
        public override Tensor forward(Tensor input1, Tensor input2) => throw null!;
        public long dim { get => throw null!; set => throw null!; }
        public double eps { get => throw null!; set => throw null!; }
    }

    public sealed class PairwiseDistance : ParameterLessModule<Tensor, Tensor, Tensor>
    {
        internal PairwiseDistance() => throw null!;
        public double norm { get => throw null!; set => throw null!; }
        public double eps { get => throw null!; set => throw null!; }
        public bool keepdim { get => throw null!; set => throw null!; }
        public override Tensor forward(Tensor input1, Tensor input2) => throw null!;
    }
}
