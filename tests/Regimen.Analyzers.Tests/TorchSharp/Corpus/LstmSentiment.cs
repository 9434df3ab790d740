using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Text;

public sealed class Sentiment : nn.Module<Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly LSTM lstm;
    private readonly Dropout dropout;
    private readonly Linear head;

    public Sentiment(long vocabulary, long width = 128, long hidden = 256, int layers = 2) : base(nameof(Sentiment))
    {
        embedding = nn.Embedding(vocabulary, width, padding_idx: 0);
        lstm = nn.LSTM(width, hidden, numLayers: layers, batchFirst: true, dropout: 0.3, bidirectional: true);
        dropout = nn.Dropout(0.5);
        head = nn.Linear(2 * hidden, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor tokens)
    {
        using var scope = NewDisposeScope();
        var (output, _, _) = lstm.call(embedding.call(tokens));
        var pooled = output.mean(new long[] { 1 });
        return head.call(dropout.call(pooled)).squeeze(1).MoveToOuterDisposeScope();
    }
}

public sealed class SentimentTrainer : IDisposable
{
    private readonly Device device;
    private readonly Sentiment model;
    private readonly optim.Optimizer optimizer;
    private readonly BCEWithLogitsLoss criterion = nn.BCEWithLogitsLoss();

    public SentimentTrainer(long vocabulary, string? device = null)
    {
        this.device = torch.device(device ?? (cuda_is_available() ? "cuda" : "cpu"));
        model = new Sentiment(vocabulary).to(this.device);
        optimizer = optim.Adam(model.parameters(), lr: 5e-4);
    }

    public double TrainEpoch(IEnumerable<(Tensor Tokens, Tensor Labels)> batches)
    {
        model.train();
        double sum = 0;
        var steps = 0;
        foreach (var (tokens, labels) in batches)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var logits = model.call(tokens.to(device));
            var loss = criterion.call(logits, labels.to(device).to_type(ScalarType.Float32));
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters(), 5.0);
            optimizer.step();
            if (++steps % 20 == 0)
                sum += loss.item<float>();
        }

        return sum / Math.Max(1, steps / 20);
    }

    public double Evaluate(IEnumerable<(Tensor Tokens, Tensor Labels)> batches)
    {
        model.eval();
        using var noGrad = no_grad();
        var right = 0L;
        var all = 0L;
        foreach (var (tokens, labels) in batches)
        {
            using var scope = NewDisposeScope();
            var predicted = model.call(tokens.to(device)).gt(0);
            right += predicted.eq(labels.to(device).to_type(ScalarType.Bool)).sum().ToInt64();
            all += labels.shape[0];
        }

        return (double)right / all;
    }

    public void Dispose()
    {
        optimizer.Dispose();
        model.Dispose();
    }
}
