using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class UnusedLayerCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1021", Members("static Layer Network() { [|ReLU()|]; return Sequential(Flatten(), Linear(10)); }"), "ReLU() is made but not used, so it is not part of the network; put it into a Sequential(…) or remove it"),
        ("REG1021", Members("static Layer Network() { var [|norm|] = BatchNorm(); return Sequential(Flatten(), Linear(10)); }"), "'norm' is made but not used, so it is not part of the network; put it into a Sequential(…) or remove it"),
        ("REG1021", Members("static Layer Network() { Layer [|hidden|] = Linear(64); hidden = Linear(32); return Sequential(Flatten(), Linear(10)); }"), "'hidden' is made but not used, so it is not part of the network; put it into a Sequential(…) or remove it"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1021", Members("static Layer Network() { var norm = BatchNorm(); return Sequential(Flatten(), norm, Linear(10)); }")),
        ("REG1021", Members("static Layer Network() { var layers = new List<Layer> { Flatten() }; layers.Add(Linear(10)); return Sequential([.. layers]); }")),
        // The user's own method may do more than make a layer.
        ("REG1021", Members("static Layer Network() { var layers = new List<Layer> { Flatten() }; Append(layers, Linear(10)); return Sequential([.. layers]); } static Layer Append(List<Layer> layers, Layer layer) { layers.Add(layer); return layer; }")),
        // Thrown away on purpose.
        ("REG1021", Members("static Layer Network() { _ = ReLU(); return Sequential(Flatten(), Linear(10)); }")),
        // Not an experiment.
        ("REG1021", "class Other { void Make() { ReLU(); } }"),
    ];
}
