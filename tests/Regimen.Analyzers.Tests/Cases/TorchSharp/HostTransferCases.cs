using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>Numbers read from the device on every pass.</summary>
public sealed class HostTransferCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        // A device that may be a GPU.
        ("REG6006", "static class Program { static void Run(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Device device, IEnumerable<Tensor> batches) { foreach (var x in batches) { var loss = model.call(x.to(device)).sum(); loss.backward(); optimizer.step(); Console.WriteLine([|loss.item<float>()|]); } } }",
            "'loss.item<float>()' waits for the GPU on every pass of the training; keep the sum as a detached tensor and read it every n-th pass"),
        ("REG6006", Method("""model.to(CUDA); var sum = 0f; foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); sum += [|loss.item<float>()|]; }"""),
            "'loss.item<float>()' waits for the GPU on every pass of the training; keep the sum as a detached tensor and read it every n-th pass"),
        ("REG6006", Method("""model.cuda(); foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); Console.WriteLine($"{[|loss.cpu().ToSingle()|]} {[|(float)loss|]}"); }"""),
            "'loss.cpu().ToSingle()' waits for the GPU on every pass of the training; keep the sum as a detached tensor and read it every n-th pass"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Another method of the project runs on a GPU; this one on the CPU, or on whatever its caller chose.
        ("REG6006", "static class Other { static void Move(Module<Tensor, Tensor> model) => model.to(CUDA); }\n" + Method("""var sum = 0f; foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); sum += loss.item<float>(); }""")),
        ("REG6006", "static class Other { static void Move(Module<Tensor, Tensor> model) => model.to(CUDA); }\n" + Method("""var device = CPU; var sum = 0f; foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X.to(device)), b.Y); loss.backward(); optimizer.step(); sum += loss.item<float>(); }""")),
        // Now and then.
        ("REG6006", Method("""model.to(CUDA); var i = 0; foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); if (++i % 100 == 0) Console.WriteLine(loss.item<float>()); }""")),
        // Nothing of a GPU in the project.
        ("REG6006", Method("""var sum = 0f; foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); sum += loss.item<float>(); }""")),
        // An attack: nothing is trained.
        ("REG6006", Method("""model.to(CUDA); foreach (var b in batches) { var loss = model.call(b.X).sum(); loss.backward(); Console.WriteLine(b.X.grad!.max().item<float>()); }""")),
        // Behind the loop.
        ("REG6006", Method("""model.to(CUDA); var sum = zeros(1, device: CUDA); foreach (var b in batches) { var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); optimizer.step(); sum += loss.detach(); } Console.WriteLine(sum.item<float>());""")),
    ];
}
