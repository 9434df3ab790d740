namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class ModuleDropoutBeforeActivationCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6004", Seq("Linear(4, 8), [|Dropout(0.2)|], GELU(), Linear(8, 2)"), "GELU() bends what Dropout(0.2) scales, so training and evaluation differ; put Dropout(0.2) behind GELU()"),
        ("REG6004", Net("readonly Linear fc = Linear(4, 8);", "return functional.[|dropout|](fc.call(x), 0.5, training).sigmoid();"), "sigmoid bends what dropout scales, so training and evaluation differ; put dropout behind sigmoid"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6004", Seq("Linear(4, 8), GELU(), Dropout(0.2), Linear(8, 2)")),
        // Rectifiers let zeros and factors through.
        ("REG6004", Seq("Linear(4, 8), Dropout(0.2), ReLU(), Linear(8, 8), Dropout(0.2), LeakyReLU(0.1), Linear(8, 2)")),
        // Made for SELU.
        ("REG6004", Seq("Linear(4, 8), AlphaDropout(0.2), SELU()")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6004", Seq("(\"a\", Linear(4, 8)), (\"b\", Dropout(0.2)), (\"c\", Tanh())"), Seq("(\"a\", Linear(4, 8)), (\"c\", Tanh()), (\"b\", Dropout(0.2))")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        ("REG6004", Net("readonly Linear fc = Linear(4, 8);", "return functional.dropout(fc.call(x), 0.5, training).sigmoid();")),
    ];
}
