using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Numerics;

public sealed class BatchOfOneSampleCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG4001", Photos(60_001) + With("Data<Photos>([|BatchSize = 100|]), Epochs(20), Sgd", "{ static Layer Network() => Sequential(Flatten(), Linear(64, bias: false), BatchNorm(), ReLU(), Linear(10)); }"), "60,001 images in batches of 100 leave a last one of one sample, on which BatchNorm() can't train; take a batch size of 99 or 101"),
        ("REG4001", Photos(1025) + With("[|Data<Photos>|], Epochs(20), Sgd", "{ static Layer Network() => Sequential(Flatten(), Linear(64, bias: false), BatchNorm(), ReLU(), Linear(10)); }"), "1,025 images in batches of 128 leave a last one of one sample, on which BatchNorm() can't train; take a batch size of 127 or 129"),
        ("REG4001", With("Data<Digits>([|BatchSize = 1|]), Epochs(20), Sgd", "{ static Layer Network() => Sequential(Conv2d(8, 28, bias: false), BatchNorm(), ReLU(), Flatten(), Linear(10)); }"), "Every batch is one sample, on which BatchNorm() can't train; take a batch size of 2"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG4001", Photos(60_000) + With("Data<Photos>(BatchSize = 100), Epochs(20), Sgd", "{ static Layer Network() => Sequential(Flatten(), Linear(64, bias: false), BatchNorm(), ReLU(), Linear(10)); }")),
        // A convolution gives many values per channel from one image.
        ("REG4001", Photos(60_001) + With("Data<Photos>(BatchSize = 100), Epochs(20), Sgd", "{ static Layer Network() => Sequential(Conv2d(8, 3, bias: false), BatchNorm(), ReLU(), GlobalAveragePool2d(), Linear(10)); }")),
        ("REG4001", Photos(60_001) + With("Data<Photos>(BatchSize = 100), Epochs(20), Sgd")),
        // How many images there are is not known.
        ("REG4001", With("Data<Digits>(BatchSize = 100), Epochs(20), Sgd", "{ static Layer Network() => Sequential(Flatten(), Linear(64, bias: false), BatchNorm(), ReLU(), Linear(10)); }")),
    ];
}
