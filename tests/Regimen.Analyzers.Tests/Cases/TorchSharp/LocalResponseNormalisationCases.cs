namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class LocalResponseNormalisationCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6024", Seq("Conv2d(3, 64, 11), ReLU(), [|LocalResponseNorm|](5)"), "LocalResponseNorm costs time and memory and rarely helps; normalise over the batch, or leave it out"),
        ("REG6024", Net("readonly Conv2d conv = Conv2d(3, 64, 11);", "return functional.[|local_response_norm|](conv.call(x), 5);"), "local_response_norm costs time and memory and rarely helps; normalise over the batch, or leave it out"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6024", Seq("Conv2d(3, 64, 11, bias: false), BatchNorm2d(64), ReLU()")),
        ("REG6024", "static class Net { static int LocalResponseNorm(int size) => size; static readonly int Five = LocalResponseNorm(5); }"),
    ];
}
