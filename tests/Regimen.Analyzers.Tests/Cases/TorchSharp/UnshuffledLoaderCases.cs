using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A training in the same order in every epoch.</summary>
public sealed class UnshuffledLoaderCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6032", Method("""using var train = [|torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), 32)|]; for (var e = 0; e < 9; e++) { foreach (var b in train) { optimizer.zero_grad(); model.call(b[0]).sum().backward(); optimizer.step(); } }"""),
            "'train' gives the batches of the training in the same order in every epoch: a loader does not shuffle by default; write 'shuffle: true', or 'false' if meant"),
        ("REG6032", Method("""var train = [|new IterableDataLoader(torch.utils.data.TensorDataset(x, y), 32, device: CPU)|]; for (var e = 0; e < 9; e++) { foreach (var b in train) { optimizer.zero_grad(); model.call(b[0]).sum().backward(); optimizer.step(); } }"""),
            "'train' gives the batches of the training in the same order in every epoch: a loader does not shuffle by default; write 'shuffle: true', or 'false' if meant"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Shuffled.
        ("REG6032", Method("""using var train = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), 32, shuffle: true); for (var e = 0; e < 9; e++) { foreach (var b in train) { optimizer.zero_grad(); model.call(b[0]).sum().backward(); optimizer.step(); } }""")),
        // In order on purpose.
        ("REG6032", Method("""using var train = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), 32, false); for (var e = 0; e < 9; e++) { foreach (var b in train) { optimizer.zero_grad(); model.call(b[0]).sum().backward(); optimizer.step(); } }""")),
        // A test.
        ("REG6032", Method("""using var test = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), 32); for (var e = 0; e < 9; e++) { foreach (var b in test) { model.call(b[0]); } }""")),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6032", Method("""using var train = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), 32); for (var e = 0; e < 9; e++) { foreach (var b in train) { optimizer.zero_grad(); model.call(b[0]).sum().backward(); optimizer.step(); } }"""),
            Method("""using var train = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), 32, shuffle: true); for (var e = 0; e < 9; e++) { foreach (var b in train) { optimizer.zero_grad(); model.call(b[0]).sum().backward(); optimizer.step(); } }""")),
    ];
}
