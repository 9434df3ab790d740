using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Declaration;

public sealed class RepeatedAttributeCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG0010", With("Data<Digits>, Epochs(1), Sgd, [|Sgd(Momentum = 0.5)|]"), "Experiment 'Net' already has the attribute [Sgd], which may be given only once; remove one of the two"),
        ("REG0010", With("Data<Digits>, Epochs(1), Sgd") + " [[|Epochs(2)|]] partial class Net;", "Experiment 'Net' already has the attribute [Epochs], which may be given only once; remove one of the two"),
        ("REG0010", With("Data<Digits>, Epochs(1), Sgd, CosineDecay, [|CosineDecay|], [|CosineDecay(Floor = 1e-3)|]"), "Experiment 'Net' already has the attribute [CosineDecay], which may be given only once; remove one of the two"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG0010", With("Data<Digits>, Epochs(1), Sgd") + " [Mixup] partial class Net;"),
        // Attributes of others may be repeated as they like.
        ("REG0010", "[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] class SgdAttribute : Attribute; " + With("Data<Digits>, Epochs(1), Regimen.Sgd, global::SgdAttribute, global::SgdAttribute")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG0010", With("Data<Digits>, Epochs(1), Sgd, Sgd(Momentum = 0.5)"), With("Data<Digits>, Epochs(1), Sgd")),
        ("REG0010", With("Data<Digits>, Epochs(1), Sgd") + "\n[Epochs(2)]\n[Mixup]\npartial class Net;", With("Data<Digits>, Epochs(1), Sgd") + "\n[Mixup]\npartial class Net;"),
        ("REG0010", With("Data<Digits>, Epochs(1), Sgd") + "\n/// <summary>More.</summary>\n[Epochs(2)]\npartial class Net;", With("Data<Digits>, Epochs(1), Sgd") + "\n/// <summary>More.</summary>\npartial class Net;"),
    ];
}
