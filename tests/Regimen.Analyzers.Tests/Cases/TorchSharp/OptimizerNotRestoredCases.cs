using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A training that goes on without what its optimiser knew.</summary>
public sealed class OptimizerNotRestoredCases : TorchSharpCases
{
    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6021", Method("""var adam = optim.Adam(model.parameters()); [|model.load("net.bin")|]; foreach (var b in batches) { adam.zero_grad(); model.call(b.X).sum().backward(); adam.step(); model.save("net.bin"); }"""),
            "'model.load(\"net.bin\")' brings the weights back, but 'adam' starts without its moments; save and load its state too: 'adam.load_state_dict(path)'"),
        ("REG6021", Method("""var path = "a"; if (x.shape[0] > 1) [|model.load(path)|]; var sgd = optim.SGD(model.parameters(), 0.1, momentum: 0.9); foreach (var b in batches) { sgd.zero_grad(); model.call(b.X).sum().backward(); sgd.step(); } model.save(path);"""),
            "'model.load(path)' brings the weights back, but 'sgd' starts without its moments; save and load its state too: 'sgd.load_state_dict(path)'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // Restored.
        ("REG6021", Method("""var adam = optim.Adam(model.parameters()); model.load("net.bin"); adam.load_state_dict("adam.bin"); foreach (var b in batches) { adam.zero_grad(); model.call(b.X).sum().backward(); adam.step(); model.save("net.bin"); adam.save_state_dict("adam.bin"); }""")),
        // Weights of another training to start from.
        ("REG6021", Method("""var adam = optim.Adam(model.parameters()); model.load("pretrained.bin"); foreach (var b in batches) { adam.zero_grad(); model.call(b.X).sum().backward(); adam.step(); } model.save("net.bin");""")),
        // Plain descent remembers nothing.
        ("REG6021", Method("""var sgd = optim.SGD(model.parameters(), 0.1); model.load("net.bin"); foreach (var b in batches) { sgd.zero_grad(); model.call(b.X).sum().backward(); sgd.step(); } model.save("net.bin");""")),
    ];
}
