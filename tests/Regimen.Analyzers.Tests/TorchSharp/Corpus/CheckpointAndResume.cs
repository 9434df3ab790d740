using System;
using System.Collections.Generic;
using System.IO;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Checkpoints;

public sealed class ResumableRun
{
    private readonly string folder;
    private readonly Sequential model;
    private readonly Adam optimizer;
    private int epoch;

    public ResumableRun(string folder, Device device)
    {
        this.folder = folder;
        manual_seed(3);
        cuda.manual_seed_all(3);
        model = nn.Sequential(("in", nn.Linear(32, 128)), ("act", nn.ReLU()), ("drop", nn.Dropout(0.2)), ("out", nn.Linear(128, 4)));
        model.to(device);
        optimizer = optim.Adam(model.parameters(), lr: 1e-3);
        if (File.Exists(Path.Combine(folder, "epoch.txt")))
            Restore();
    }

    public void Run(IEnumerable<(Tensor X, Tensor Y)> data, int epochs)
    {
        for (; epoch < epochs; epoch++)
        {
            model.train();
            foreach (var (x, y) in data)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                nn.functional.cross_entropy(model.call(x), y).backward();
                optimizer.step();
            }

            Save(epoch + 1);
        }
    }

    private void Save(int finished)
    {
        model.save(Path.Combine(folder, "model.dat"));
        optimizer.save_state_dict(Path.Combine(folder, "optimizer.dat"));
        using (var state = random.get_rng_state())
            state.Save(Path.Combine(folder, "random.dat"));
        File.WriteAllText(Path.Combine(folder, "epoch.txt"), finished.ToString());
    }

    private void Restore()
    {
        model.load(Path.Combine(folder, "model.dat"));
        optimizer.load_state_dict(Path.Combine(folder, "optimizer.dat"));
        using (var state = Tensor.Load(Path.Combine(folder, "random.dat")))
            random.set_rng_state(state);
        epoch = int.Parse(File.ReadAllText(Path.Combine(folder, "epoch.txt")));
        Console.WriteLine($"resumed after epoch {epoch}");
    }
}

public static class InMemoryBest
{
    public static void Restore(nn.Module model, Func<double> validate, Action trainEpoch, int epochs)
    {
        var best = double.PositiveInfinity;
        using var stream = new MemoryStream();
        for (var i = 0; i < epochs; i++)
        {
            trainEpoch();
            var loss = validate();
            if (loss >= best) continue;
            best = loss;
            stream.SetLength(0);
            using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            model.save(writer);
        }

        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        model.load(reader);
    }
}
