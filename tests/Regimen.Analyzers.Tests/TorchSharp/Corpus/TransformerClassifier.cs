using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Attention;

public sealed class EncoderBlock : Module<Tensor, Tensor?, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly LayerNorm norm2;
    private readonly MultiheadAttention attention;
    private readonly Dropout dropout;
    private readonly Sequential feedForward;

    public EncoderBlock(long width, long heads, double p) : base(nameof(EncoderBlock))
    {
        norm1 = LayerNorm(width);
        norm2 = LayerNorm(width);
        attention = MultiheadAttention(width, heads, dropout: p);
        dropout = Dropout(p);
        feedForward = Sequential(Linear(width, 4 * width), GELU(), Dropout(p), Linear(4 * width, width), Dropout(p));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor? mask)
    {
        var h = norm1.call(x);
        var (attended, _) = attention.call(h, h, h, key_padding_mask: mask, need_weights: false);
        x = x + dropout.call(attended);
        return x + feedForward.call(norm2.call(x));
    }
}

public sealed class PositionalEncoding : Module<Tensor, Tensor>
{
    private readonly Tensor table;
    private readonly Dropout dropout;

    public PositionalEncoding(long width, double p, long longest = 5000) : base(nameof(PositionalEncoding))
    {
        dropout = Dropout(p);
        using var scope = NewDisposeScope();
        var position = arange(0, longest).to(ScalarType.Float32).unsqueeze(1);
        var rate = (arange(0, width, 2).to(ScalarType.Float32) * (-Math.Log(10000.0) / width)).exp();
        table = stack(new[] { (position * rate).sin(), (position * rate).cos() }, 2).flatten(1).unsqueeze(1).DetachFromDisposeScope();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => dropout.call(x + table[TensorIndex.Slice(null, x.shape[0])]);
}

public sealed class TransformerClassifier : Module<Tensor, Tensor>
{
    private readonly Embedding tokens;
    private readonly PositionalEncoding positions;
    private readonly ModuleList<EncoderBlock> blocks;
    private readonly LayerNorm norm;
    private readonly Linear head;
    private readonly double scale;

    public TransformerClassifier(long vocabulary, long width, long heads, int depth, long classes, double dropout = 0.1) : base("transformer")
    {
        scale = Math.Sqrt(width);
        tokens = Embedding(vocabulary, width);
        positions = new PositionalEncoding(width, dropout);
        blocks = new ModuleList<EncoderBlock>();
        for (var i = 0; i < depth; i++)
            blocks.Add(new EncoderBlock(width, heads, dropout));
        norm = LayerNorm(width);
        head = Linear(width, classes);
        RegisterComponents();
        init.uniform_(tokens.weight!, -0.1, 0.1);
        init.zeros_(head.bias!);
    }

    public override Tensor forward(Tensor ids)
    {
        var padding = ids.t().eq(0);
        var x = positions.call(tokens.call(ids) * scale);
        foreach (var block in blocks)
            x = block.call(x, padding);
        return head.call(norm.call(x).mean(new long[] { 0 }));
    }
}

public sealed class BuiltInEncoder : Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder encoder;
    private readonly Linear decoder;

    public BuiltInEncoder(long width, long heads, long depth, long vocabulary) : base(nameof(BuiltInEncoder))
    {
        encoder = TransformerEncoder(TransformerEncoderLayer(width, heads, 4 * width, 0.2, Activations.GELU), depth);
        decoder = Linear(width, vocabulary);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor mask) => decoder.call(encoder.call(x, mask));
}

public static class TransformerTraining
{
    public static void Run(TransformerClassifier model, Func<IEnumerable<(Tensor Ids, Tensor Labels)>> load, int epochs, int warmup, int total)
    {
        var optimizer = optim.AdamW(model.parameters(), lr: 3e-4, beta2: 0.98);
        // The rate rises over the first steps and then falls linearly; the schedule advances once for every step of the optimiser.
        var scheduler = optim.lr_scheduler.LambdaLR(optimizer, step => step < warmup
            ? (step + 1.0) / warmup
            : Math.Max(0, (double)(total - step) / (total - warmup)));
        var criterion = CrossEntropyLoss();

        for (var epoch = 0; epoch < epochs; epoch++)
        {
            model.train();
            foreach (var (ids, labels) in load())
            {
                using var scope = NewDisposeScope();
                var loss = criterion.call(model.call(ids), labels);
                optimizer.zero_grad();
                loss.backward();
                nn.utils.clip_grad_norm_(model.parameters(), 1.0);
                optimizer.step();
                scheduler.step();
            }
        }
    }
}
