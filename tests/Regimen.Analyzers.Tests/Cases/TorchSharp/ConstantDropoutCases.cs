namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class ConstantDropoutCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6044", Net("readonly Linear fc = Linear(4, 8);", "return [|functional.alpha_dropout(fc.call(x), 0.2)|];"), "alpha_dropout drops nothing, since its 'training' is false by default; pass the module's own 'training'"),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8);", "return [|Dropout(0.2)|].call(fc.call(x));"), "Dropout(0.2) drops values in evaluation too, since its 'training' is true when it is made; make it once, in a field"),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8);", "return [|functional.dropout(fc.call(x), 0.2)|];"), "dropout drops values in evaluation too, since its 'training' is true by default; pass the module's own 'training'"),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8);", "return functional.dropout2d(fc.call(x), 0.2, [|training: true|]);"), "dropout2d drops values in evaluation too, since its 'training' is always true; pass the module's own 'training'"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6044", Net("readonly Linear fc = Linear(4, 8);", "return functional.alpha_dropout(fc.call(x), 0.2, training: false);")),
        ("REG6044", Net("readonly Linear fc = Linear(4, 8);", "return functional.feature_alpha_dropout(fc.call(x), 0.2, training);")),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8);", "return functional.dropout(fc.call(x), 0.2, training);")),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8);", "return functional.alpha_dropout(fc.call(x), 0.2);")),
        // Samples of a posterior: dropout stays on.
        ("REG6022", Net("readonly Linear fc = Linear(4, 8); public Tensor Sample(Tensor x) => functional.dropout(fc.call(x), 0.2, training: true);", "return fc.call(x);")),
        // No module: nobody switches a mode.
        ("REG6022", Method("var noisy = functional.dropout(x, 0.2);")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6044", Net("readonly Linear fc = Linear(4, 8);", "return functional.alpha_dropout(fc.call(x), 0.2);"), Net("readonly Linear fc = Linear(4, 8);", "return functional.alpha_dropout(fc.call(x), 0.2, training: training);")),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8);", "return functional.dropout(fc.call(x), 0.2);"), Net("readonly Linear fc = Linear(4, 8);", "return functional.dropout(fc.call(x), 0.2, training: training);")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // Written out it may be meant.
        ("REG6022", Net("readonly Linear fc = Linear(4, 8);", "return functional.dropout(fc.call(x), 0.2, true);")),
    ];
}
