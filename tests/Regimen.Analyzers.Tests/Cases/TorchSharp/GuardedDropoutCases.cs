namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A dropout that a condition already keeps to the training.</summary>
public sealed class GuardedDropoutCases : ModuleCases
{
    private const string Message = "dropout drops values in evaluation too, since its 'training' is true by default; pass the module's own 'training'";

    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        // The wrong way round; a condition about something else; the other branch; behind a block that does not end the method.
        ("REG6022", Fc("if (!training) x = [|functional.dropout(x, .5)|]; return fc.call(x);"), Message),
        ("REG6022", Fc("if (x.shape[0] > 1) x = [|functional.dropout(x, .5)|]; return fc.call(x);"), Message),
        ("REG6022", Fc("return fc.call(training ? x : [|functional.dropout(x, .5)|]);"), Message),
        ("REG6022", Fc("if (!training) Console.WriteLine(); x = [|functional.dropout(x, .5)|]; return fc.call(x);"), Message),
        ("REG6022", Fc("if (training || x.shape[0] > 1) x = [|functional.dropout(x, .5)|]; return fc.call(x);"), Message),
        ("REG6022", Fc("if (training) return fc.call(x); return [|functional.dropout(x, .5)|];"), Message),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8); Tensor Drop(Tensor x) => [|functional.dropout(x, .5)|];", "if (training) x = Drop(x); return fc.call(Drop(x));"), Message),
        // What never drops is no better for it.
        ("REG6044", Fc("if (training) x = [|functional.alpha_dropout(x, .5)|]; return fc.call(x);"), "alpha_dropout drops nothing, since its 'training' is false by default; pass the module's own 'training'"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6022", Fc("if (training) x = functional.dropout(x, .5); return fc.call(x);")),
        ("REG6022", Fc("return fc.call(training ? functional.dropout(x, .5) : x);")),
        ("REG6022", Fc("x = fc.call(x); if (!training) return x; return functional.dropout(x, .5);")),
        ("REG6022", Fc("if (this.training && x.shape[0] > 1) { x = functional.dropout(x, .5); } return fc.call(x);")),
        ("REG6022", Fc("if (!training) { x = x.relu(); } else { x = functional.dropout(x, .5); } return fc.call(x);")),
        ("REG6022", Fc("if (training == false) { return fc.call(x); } x = functional.dropout(x, .5); return fc.call(x);")),
        ("REG6022", Fc("if (training is true) x = functional.dropout(x, .5); return fc.call(x);")),
        ("REG6022", Fc("var drop = training && x.shape[0] > 1; if (drop) x = functional.dropout(x, .5); return fc.call(x);")),
        ("REG6022", Fc("return training switch { true => functional.dropout(fc.call(x), .5), _ => fc.call(x) };")),
        ("REG6022", Fc("switch (training) { case true: x = functional.dropout(x, .5); break; } return fc.call(x);")),
        ("REG6022", Fc("if (!training || x.shape[0] == 1) return x; return fc.call(functional.dropout(x, .5));")),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8); Tensor Drop(Tensor x) => functional.dropout(x, .5);", "if (training) x = Drop(x); return fc.call(x);")),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8); public bool IsTraining { get; set; }", "if (IsTraining) x = functional.dropout(x, .5); return fc.call(x);")),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8);", "if (training) x = Dropout(.5).call(x); return fc.call(x);")),
        ("REG6022", Net("readonly Linear fc = Linear(4, 8);", "if (training) x = functional.dropout(x, .5, training: true); return fc.call(x);")),
    ];

    private static string Fc(string forward) => Net("readonly Linear fc = Linear(4, 8);", forward);
}
