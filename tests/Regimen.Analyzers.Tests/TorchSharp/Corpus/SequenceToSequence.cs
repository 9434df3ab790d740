using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Translation;

public sealed class Encoder : nn.Module<Tensor, (Tensor Output, Tensor Hidden)>
{
    private readonly Embedding embedding;
    private readonly GRU gru;

    public Encoder(long vocabulary, long width) : base("encoder")
    {
        embedding = nn.Embedding(vocabulary, width);
        gru = nn.GRU(width, width, batchFirst: true);
        RegisterComponents();
    }

    public override (Tensor Output, Tensor Hidden) forward(Tensor source) => gru.call(embedding.call(source));
}

public sealed class Decoder : nn.Module<Tensor, Tensor, (Tensor Logits, Tensor Hidden)>
{
    private readonly Embedding embedding;
    private readonly GRU gru;
    private readonly Linear output;
    private readonly Dropout dropout;

    public Decoder(long vocabulary, long width) : base("decoder")
    {
        embedding = nn.Embedding(vocabulary, width);
        dropout = nn.Dropout(0.1);
        gru = nn.GRU(width, width, batchFirst: true);
        output = nn.Linear(width, vocabulary);
        RegisterComponents();
    }

    public override (Tensor Logits, Tensor Hidden) forward(Tensor token, Tensor hidden)
    {
        var (o, h) = gru.call(dropout.call(embedding.call(token)), hidden);
        return (output.call(o), h);
    }
}

public static class Translator
{
    private const long Start = 1;
    private const long End = 2;

    public static void Train(Encoder encoder, Decoder decoder, IReadOnlyList<(Tensor Source, Tensor Target)> pairs, double forcing, Device device)
    {
        encoder.to(device);
        decoder.to(device);
        using var encoderOptimizer = optim.Adam(encoder.parameters(), 1e-3);
        using var decoderOptimizer = optim.Adam(decoder.parameters(), 1e-3);
        var criterion = nn.CrossEntropyLoss(ignore_index: 0);
        var random = new Random(5);

        encoder.train();
        decoder.train();
        for (var i = 0; i < 10_000; i++)
        {
            using var d = NewDisposeScope();
            var (source, target) = pairs[random.Next(pairs.Count)];
            source = source.to(device);
            target = target.to(device);
            encoderOptimizer.zero_grad();
            decoderOptimizer.zero_grad();

            var (_, hidden) = encoder.call(source);
            var token = full(source.shape[0], 1, Start, dtype: ScalarType.Int64, device: device);
            var loss = zeros(1, device: device);
            var forced = random.NextDouble() < forcing;
            for (var t = 0L; t < target.shape[1]; t++)
            {
                var (logits, next) = decoder.call(token, hidden);
                hidden = next;
                loss = loss + criterion.call(logits.squeeze(1), target.select(1, t));
                token = forced ? target.select(1, t).unsqueeze(1) : logits.argmax(2).detach();
            }

            loss.backward();
            encoderOptimizer.step();
            decoderOptimizer.step();
            if (i % 200 == 0)
                Console.WriteLine($"{i}: {loss.item<float>() / target.shape[1]:F4}");
        }
    }

    public static List<long> Translate(Encoder encoder, Decoder decoder, Tensor source, int longest = 40)
    {
        encoder.eval();
        decoder.eval();
        var result = new List<long>();
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        var (_, hidden) = encoder.call(source);
        var token = tensor(new long[,] { { Start } }, device: source.device);
        for (var i = 0; i < longest; i++)
        {
            (var logits, hidden) = decoder.call(token, hidden);
            token = logits.argmax(2);
            var id = token.item<long>();
            if (id == End) break;
            result.Add(id);
        }

        return result;
    }
}
