using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace Reusable;

public abstract class Trainer<TModel, TBatch> : IDisposable
    where TModel : nn.Module
{
    private readonly optim.Optimizer optimizer;
    private readonly optim.lr_scheduler.LRScheduler? scheduler;

    protected Trainer(TModel model, Func<TModel, optim.Optimizer> optimizer, Func<optim.Optimizer, optim.lr_scheduler.LRScheduler>? scheduler, Device device)
    {
        Device = device;
        Model = model.to(device);
        this.optimizer = optimizer(Model);
        this.scheduler = scheduler?.Invoke(this.optimizer);
    }

    public event Action<int, double>? EpochEnded;

    protected TModel Model { get; }

    protected Device Device { get; }

    public void Fit(IEnumerable<TBatch> train, IEnumerable<TBatch> validation, int epochs)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            Model.train();
            foreach (var batch in train)
                Step(batch);
            scheduler?.step();
            EpochEnded?.Invoke(epoch, Evaluate(validation));
        }
    }

    public double Evaluate(IEnumerable<TBatch> batches)
    {
        var wasTraining = Model.training;
        Model.eval();
        try
        {
            using var guard = no_grad();
            double sum = 0;
            var count = 0;
            foreach (var batch in batches)
            {
                using var scope = NewDisposeScope();
                sum += Loss(batch).item<float>();
                count++;
            }

            return sum / count;
        }
        finally
        {
            Model.train(wasTraining);
        }
    }

    public void Dispose()
    {
        optimizer.Dispose();
        Model.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Tensor Loss(TBatch batch);

    private void Step(TBatch batch)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = Loss(batch);
        loss.backward();
        optimizer.step();
    }
}

public sealed class ClassifierTrainer : Trainer<nn.Module<Tensor, Tensor>, (Tensor X, Tensor Y)>
{
    public ClassifierTrainer(nn.Module<Tensor, Tensor> model, Device device, int epochs)
        : base(model, m => optim.AdamW(m.parameters(), lr: 1e-3), o => optim.lr_scheduler.CosineAnnealingLR(o, epochs), device)
    {
    }

    protected override Tensor Loss((Tensor X, Tensor Y) batch) =>
        nn.functional.cross_entropy(Model.call(batch.X.to(Device)), batch.Y.to(Device));
}

public static class Extensions
{
    public static T Frozen<T>(this T module) where T : nn.Module
    {
        foreach (var parameter in module.parameters())
            parameter.requires_grad = false;
        module.eval();
        return module;
    }

    public static TResult WithoutGradients<TResult>(this nn.Module module, Func<TResult> body)
    {
        var training = module.training;
        module.eval();
        using var guard = no_grad();
        var result = body();
        module.train(training);
        return result;
    }

    public static long Count(this nn.Module module)
    {
        long count = 0;
        foreach (var parameter in module.parameters())
            count += parameter.numel();
        return count;
    }
}
