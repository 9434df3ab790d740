using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Network;

public sealed class TooManyParametersCases : ExperimentCases
{
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG1022", Data(100, "Flatten(), [|Linear(128)|], ReLU(), Linear(10)"), "Linear(128) has 99 % of the 101,770 parameters that learn from 100 images; use fewer features, or make its input smaller first"),
        ("REG1022", Data(3, "Conv2d(32, 3), ReLU(), GlobalAveragePool2d(), Linear(64), ReLU(), [|Linear(64)|], ReLU(), Linear(10)"), "Linear(64) has 57 % of the 7,242 parameters that learn from 3 images; use fewer features, or make its input smaller first"),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG1022", Data(200, "Flatten(), Linear(128), ReLU(), Linear(10)")),
        ("REG1022", Data(60_000, "Flatten(), Linear(1024), ReLU(), Linear(1024), ReLU(), Linear(10)")),
        // How many images there are is not known.
        ("REG1022", Data(0, "Flatten(), Linear(1024), ReLU(), Linear(10)")),
    ];

    private static string Data(int images, string layers) =>
        $"[ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10, TrainImages = {images})] class Own : IDataSource {{ public static ImageDataSet Open() => null!; }} "
        + With("Data<Own>, Epochs(1), Sgd", $"{{ static Layer Network() => Sequential({layers}); }}");
}
