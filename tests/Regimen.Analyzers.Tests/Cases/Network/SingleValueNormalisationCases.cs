using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class SingleValueNormalisationCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1017", Features("Linear(1), [|LayerNorm()|]"), "LayerNorm() normalises one value per sample, which always gives 0; remove it"),
        ("REG1017", Data("BatchSize = 1", "Flatten(), Linear(64, bias: false), [|BatchNorm()|], ReLU()"), "BatchNorm() normalises one value per channel, since BatchSize is 1, and training stops here; use a larger batch or LayerNorm()"),
        ("REG1017", Data("BatchSize = 1", "Conv2d(8, 28, bias: false), [|BatchNorm()|], Flatten()"), "BatchNorm() normalises one value per channel, since BatchSize is 1, and training stops here; use a larger batch or LayerNorm()"),
        ("REG1017", Data("BatchSize = 50", "Flatten(), Linear(64, bias: false), [|BatchNorm()|], ReLU()"), "BatchNorm() normalises one value per channel in the last batch, since 1,001 images leave one over, and training stops there; use another BatchSize"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1017", Features("Linear(2), LayerNorm()")),
        ("REG1017", Data("BatchSize = 2", "Flatten(), Linear(64, bias: false), BatchNorm(), ReLU(), Linear(8)", images: 1_000)),
        // Every pixel is a value of its channel.
        ("REG1017", Data("BatchSize = 1", "Conv2d(8, 3, bias: false), BatchNorm(), ReLU(), Flatten()")),
        ("REG1017", Data("BatchSize = 1", "Flatten(), Linear(64), LayerNorm(), ReLU()")),
        // How many images there are is not known.
        ("REG1017", Data("BatchSize = 50", "Flatten(), Linear(64, bias: false), BatchNorm(), ReLU()", images: 0)),
    ];

    private static string Data(string arguments, string layers, int images = 1_001) =>
        $"[ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10, TrainImages = {images})] class Own : IDataSource {{ public static ImageDataSet Open() => null!; }} "
        + With($"Data<Own>({arguments}), Epochs(1), Sgd", $"{{ static Layer Network() => Sequential({layers}, Linear(10)); }}");
}
