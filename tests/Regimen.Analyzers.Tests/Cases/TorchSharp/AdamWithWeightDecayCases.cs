namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

public sealed class AdamWithWeightDecayCases : ModuleCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6025", Method("var adam = optim.[|Adam|](model.parameters(), 1e-3, weight_decay: 1e-2);"), "Adam divides its weight decay by the size of the gradients, so it decays unevenly; use AdamW"),
        ("REG6025", Method("using var adam = new [|Adam|](model.parameters(), 1e-3, 0.9, 0.999, 1e-8, 1e-4);"), "Adam divides its weight decay by the size of the gradients, so it decays unevenly; use AdamW"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6025", Method("var adam = optim.Adam(model.parameters(), 1e-3, weight_decay: 0);")),
        ("REG6025", Method("var adam = optim.AdamW(model.parameters(), 1e-3, weight_decay: 1e-2);")),
        ("REG6025", Method("var sgd = optim.SGD(model.parameters(), 1e-3, weight_decay: 1e-2);")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG6025", Method("var adam = optim.Adam(model.parameters(), 1e-3, weight_decay: 1e-2);"), Method("var adam = optim.AdamW(model.parameters(), 1e-3, weight_decay: 1e-2);")),
        ("REG6025", Method("optim.Optimizer adam = new Adam(model.parameters(), 1e-3, weight_decay: 1e-2);"), Method("optim.Optimizer adam = new AdamW(model.parameters(), 1e-3, weight_decay: 1e-2);")),
        // With the groups that the fix of REG6001 writes.
        ("REG6025", Method("var adam = optim.Adam(new[] { new Adam.ParamGroup { Parameters = model.parameters().Where(p => p.dim() > 1) }, new TorchSharp.Modules.Adam.ParamGroup { Parameters = model.parameters().Where(p => p.dim() <= 1), Options = new Adam.Options { weight_decay = 0 } } }, 1e-3, weight_decay: 1e-2);"),
            Method("var adam = optim.AdamW(new[] { new AdamW.ParamGroup { Parameters = model.parameters().Where(p => p.dim() > 1) }, new TorchSharp.Modules.AdamW.ParamGroup { Parameters = model.parameters().Where(p => p.dim() <= 1), Options = new AdamW.Options { weight_decay = 0 } } }, 1e-3, weight_decay: 1e-2);")),
    ];

    public override IEnumerable<(string Id, string Source)> Unfixable =>
    [
        // Groups of an Adam that are made elsewhere.
        ("REG6025", Method("var groups = new[] { new Adam.ParamGroup { Parameters = model.parameters() } }; var adam = optim.Adam(groups, 1e-3, weight_decay: 1e-2);")),
        ("REG6025", Method("Adam adam = optim.Adam(model.parameters(), 1e-3, weight_decay: 1e-2);")),
    ];
}
