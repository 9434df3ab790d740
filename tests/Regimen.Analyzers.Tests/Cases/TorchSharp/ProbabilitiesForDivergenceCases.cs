namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class ProbabilitiesForDivergenceCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6045", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.kl_div(functional.log_softmax(x, 1), functional.[|softmax|](y, 1)); } }", "softmax gives probabilities, but kl_div takes its targets for logarithms; write 'log_target: false'"),
        ("REG6045", "static class Program { static Tensor Loss(Tensor x, Tensor y) { var target = y.[|softmax|](1); return functional.kl_div(functional.log_softmax(x, 1), target, log_target: true); } }", "softmax gives probabilities, but kl_div takes its targets for logarithms; write 'log_target: false'"),
        ("REG6045", Loss("readonly Linear fc = Linear(4, 3);", "=> functional.softmax(fc.call(x), 1);", "functional.kl_div(functional.log_softmax(y, 1), [|model.call(x)|])"), "model.call(x) gives probabilities, but kl_div takes its targets for logarithms; write 'log_target: false'"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6045", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.kl_div(functional.log_softmax(x, 1), functional.softmax(y, 1), log_target: false); } }"),
        ("REG6045", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.kl_div(functional.log_softmax(x, 1), functional.log_softmax(y, 1)); } }"),
        ("REG6045", Loss("readonly Linear fc = Linear(4, 3);", "=> functional.log_softmax(fc.call(x), 1);", "functional.kl_div(functional.log_softmax(y, 1), model.call(x))")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6045", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.kl_div(functional.log_softmax(x, 1), functional.softmax(y, 1)); } }", "static class Program { static Tensor Loss(Tensor x, Tensor y) { return functional.kl_div(functional.log_softmax(x, 1), functional.softmax(y, 1), log_target: false); } }"),
        ("REG6045", Loss("readonly Linear fc = Linear(4, 3);", "=> functional.softmax(fc.call(x), 1);", "functional.kl_div(functional.log_softmax(y, 1), model.call(x))"), Loss("readonly Linear fc = Linear(4, 3);", "=> functional.softmax(fc.call(x), 1);", "functional.kl_div(functional.log_softmax(y, 1), model.call(x), log_target: false)")),
    ];
}
