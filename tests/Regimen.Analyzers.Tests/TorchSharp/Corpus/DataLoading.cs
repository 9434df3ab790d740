using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace Loading;

public sealed class TableDataset : Dataset
{
    private readonly float[][] rows;
    private readonly long[] labels;
    private readonly float[] means;
    private readonly float[] deviations;

    public TableDataset(float[][] rows, long[] labels, float[] means, float[] deviations)
    {
        this.rows = rows;
        this.labels = labels;
        this.means = means;
        this.deviations = deviations;
    }

    public override long Count => rows.Length;

    public override Dictionary<string, Tensor> GetTensor(long index) => new()
    {
        ["data"] = tensor(rows[index].Select((v, i) => (v - means[i]) / deviations[i]).ToArray()),
        ["label"] = tensor(labels[index]),
    };
}

public static class LoaderTraining
{
    public static void Run(float[][] rows, long[] labels, Device device)
    {
        var split = rows.Length * 4 / 5;
        // The statistics come from the training rows alone.
        var means = Enumerable.Range(0, rows[0].Length).Select(i => rows[..split].Average(r => r[i])).ToArray();
        var deviations = Enumerable.Range(0, rows[0].Length)
            .Select(i => MathF.Sqrt(rows[..split].Average(r => (r[i] - means[i]) * (r[i] - means[i]))) + 1e-6f).ToArray();
        using var train = new DataLoader(new TableDataset(rows[..split], labels[..split], means, deviations), 64, shuffle: true, device: device, seed: 1);
        using var test = new DataLoader(new TableDataset(rows[split..], labels[split..], means, deviations), 256, shuffle: false, device: device);

        manual_seed(1);
        cuda.manual_seed_all(1);
        using var model = nn.Sequential(
            nn.Linear(rows[0].Length, 64, hasBias: false), nn.BatchNorm1d(64), nn.ReLU(), nn.Dropout(0.2),
            nn.Linear(64, 64, hasBias: false), nn.BatchNorm1d(64), nn.ReLU(), nn.Dropout(0.2),
            nn.Linear(64, 3)).to(device);
        using var optimizer = optim.AdamW(model.parameters(), 1e-3);

        for (var epoch = 0; epoch < 20; epoch++)
        {
            model.train();
            foreach (var batch in train)
            {
                using var scope = NewDisposeScope();
                var logits = model.call(batch["data"]);
                var loss = nn.functional.cross_entropy(logits, batch["label"]);
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }

            model.eval();
            var right = 0L;
            using (no_grad())
            {
                foreach (var batch in test)
                {
                    using var scope = NewDisposeScope();
                    right += model.call(batch["data"]).argmax(1).eq(batch["label"]).sum().item<long>();
                }
            }

            Console.WriteLine($"{epoch}: {(double)right / test.dataset.Count:P2}");
        }
    }

    public static void Tensors(Tensor features, Tensor targets)
    {
        using var loader = DataLoader(TensorDataset(features, targets), 32, shuffle: true, device: CPU);
        var model = nn.Linear(features.shape[1], 1);
        var optimizer = optim.SGD(model.parameters(), 1e-2);
        model.train();
        foreach (var batch in loader)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = nn.functional.mse_loss(model.call(batch[0]).squeeze(1), batch[1]);
            loss.backward();
            optimizer.step();
        }
    }
}

public static class DigitsFromTorchVision
{
    public static IEnumerable<(Tensor Image, Tensor Label)> Batches(string folder, bool train, int size, Device device)
    {
        using var dataset = torchvision.datasets.MNIST(folder, train, download: true);
        using var loader = new DataLoader(dataset, size, shuffle: train, device: device);
        foreach (var batch in loader)
            yield return (batch["data"], batch["label"]);
    }
}
