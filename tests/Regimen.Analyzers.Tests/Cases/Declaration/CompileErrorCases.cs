using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.Declaration;

/// <summary>The reasons why there is no program at all.</summary>
public sealed class CompileErrorCases : ExperimentCases
{
    private const string Body = "{ static Layer Network() => Sequential(Flatten(), Linear(10)); }";

    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG0001", Class("class [|Net|]"), "Experiment 'Net' is not partial, so its training program can't be added to it; write 'partial class Net'"),
        ("REG0002", "partial class Outer { class [|Middle|] { " + Class("partial class Net") + " } }", "'Middle' contains the experiment 'Net' but is not partial, so the training program can't be added to it; make 'Middle' partial or move 'Net' out of it"),
        ("REG0003", Class("partial class [|Net|]<T>"), "Experiment 'Net' is generic, but a training program is generated for one network; remove the type parameters"),
        ("REG0003", "partial class Outer<T> { " + Class("partial class [|Net|]") + " }", "Experiment 'Net' is nested in the generic type 'Outer', but a training program is generated for one network; move it out of 'Outer'"),
        ("REG0003", Class("static partial class [|Net|]"), "Experiment 'Net' is static, but one trains an instance of it; remove 'static'"),
        ("REG0003", Class("abstract partial class [|Net|]"), "Experiment 'Net' is abstract, but one trains an instance of it; remove 'abstract'"),
        ("REG0003", Class("partial record [|Net|]"), "Experiment 'Net' is a record; make it an ordinary partial class"),
        ("REG0003", Class("file partial class [|Net|]"), "Experiment 'Net' is local to its file, which the generated part is not in; remove 'file'"),
        ("REG0003", "class Own { } " + Class("partial class [|Net|] : Own"), "Experiment 'Net' derives from 'Own', but its generated part derives from Regimen.Experiment; remove the base class and hold a 'Own' in a field where you need one"),
        ("REG0004", "[Experiment, Epochs(1), Sgd] partial class [|Net|] " + Body, "Experiment 'Net' names no data set; add [Data<T>], for example [Data<FashionMnist>(BatchSize = 128)]"),
        ("REG0005", "[Experiment, Data<Digits>, Epochs(1)] partial class [|Net|] " + Body, "Experiment 'Net' names no optimiser; add [Sgd], for example [Sgd(LearningRate = 0.1, Momentum = 0.9)]"),
        ("REG0006", Class("partial class [|Net|]", "{ }"), "Experiment 'Net' has no Network(); declare 'static Layer Network() => …' with a body in 'Net'"),
        ("REG0006", Class("partial class Net", "{ static Layer [|Network|](int n) => Linear(n); }"), "Experiment 'Net' has a Network() that takes parameters; declare 'static Layer Network() => …' with a body in 'Net'"),
        ("REG0006", Class("partial class Net", "{ static object [|Network|]() => Linear(10); }"), "Experiment 'Net' has a Network() that does not return a Layer; declare 'static Layer Network() => …' with a body in 'Net'"),
        ("REG0006", Class("partial class Net", "{ static Layer [|Network|]<T>() => Linear(10); }"), "Experiment 'Net' has a Network() that is generic; declare 'static Layer Network() => …' with a body in 'Net'"),
        ("REG0006", Class("partial class Net", "{ static Layer [|Network|] => Linear(10); }"), "Experiment 'Net' has a Network that is not a method; declare 'static Layer Network() => …' with a body in 'Net'"),
        ("REG0007", "[Experiment, Data<Digits>, Sgd] partial class [|Net|] " + Body, "Experiment 'Net' does not say how long to train; add [Epochs(count)], for example [Epochs(20)]"),
        ("REG0008", "class Bare : IDataSource { public static ImageDataSet Open() => null!; } " + With("[|Data<Bare>|], Epochs(1), Sgd"), "Data type 'Bare' of experiment 'Net' declares no shape; put [ImageData(Channels = …, Height = …, Width = …, Classes = …)] on 'Bare'"),
        ("REG0009", With("Data<Digits>([|BatchSize = 0|]), Epochs(1), Sgd"), "Data.BatchSize is 0, but must be at least 1"),
        ("REG0009", With("Data<Digits>, Epochs([|0|]), Sgd"), "Epochs.Count is 0, but must be at least 1"),
        ("REG0009", With("Data<Digits>, Epochs([|count: -3|]), Sgd"), "Epochs.Count is -3, but must be at least 1"),
        ("REG0009", Sgd("[|LearningRate = 0|]"), "Sgd.LearningRate is 0, but must be a finite number above 0"),
        ("REG0009", Sgd("[|LearningRate = double.PositiveInfinity|]"), "Sgd.LearningRate is Infinity, but must be a finite number above 0"),
        ("REG0009", Sgd("[|LearningRate = double.NaN|]"), "Sgd.LearningRate is NaN, but must be a finite number above 0"),
        ("REG0009", Sgd("LearningRate = 0.1, [|Momentum = 1|]"), "Sgd.Momentum is 1, but must be at least 0 and below 1"),
        ("REG0009", Trick("WeightDecay([|-0.1|])"), "WeightDecay.Rate is -0.1, but must be at least 0"),
        ("REG0009", Trick("LabelSmoothing([|1.0|])"), "LabelSmoothing.Epsilon is 1, but must be at least 0 and below 1"),
        ("REG0009", Trick("Mixup([|0|])"), "Mixup.Alpha is 0, but must be between 1e-300 and 1e300"),
        ("REG0009", Trick("Mixup([|1e301|])"), "Mixup.Alpha is 1E+301, but must be between 1e-300 and 1e300"),
        ("REG0009", Trick("Warmup([|Epochs = -1|])"), "Warmup.Epochs is -1, but must be at least 0"),
        ("REG0009", Trick("Warmup([|Steps = -1|])"), "Warmup.Steps is -1, but must be at least 0"),
        ("REG0009", Trick("Warmup(Epochs = 1, [|Steps = 7|])"), "Warmup.Steps is 7, but must be left out where Warmup.Epochs is given"),
        ("REG0009", Trick("Warmup([|Factor = 0|])"), "Warmup.Factor is 0, but must be above 0 and at most 1"),
        ("REG0009", Trick("Warmup([|UntilTrainError = 1.5|])"), "Warmup.UntilTrainError is 1.5, but must be between 0 and 1"),
        ("REG0009", Trick("Warmup([|Mode = (WarmupMode)7|])"), "Warmup.Mode is 7, but must be Gradual or Constant"),
        ("REG0009", Trick("CosineDecay([|Floor = -1|])"), "CosineDecay.Floor is -1, but must be at least 0"),
        ("REG0009", Trick("LinearScaling([|ReferenceBatch = 0|])"), "LinearScaling.ReferenceBatch is 0, but must be at least 1"),
        ("REG0009", Trick("Normalize([|Std = new[] { 0.0 }|])"), "Normalize.Std is 0, but must be a finite number above 0"),
        ("REG0009", Trick("Normalize([|Mean = new[] { 0.1, 0.2 }|])"), "Normalize.Mean is 2 values, but must be one value"),
        ("REG0009", Trick("Normalize([|Mean = new[] { double.NaN }|])"), "Normalize.Mean is NaN, but must be a finite number"),
        ("REG0009", Image("[|Channels = 0|], Height = 8, Width = 8, Classes = 10"), "ImageData.Channels is 0, but must be at least 1"),
        ("REG0009", Image("Channels = 1, [|Height = 0|], Width = 8, Classes = 10"), "ImageData.Height is 0, but must be at least 1"),
        ("REG0009", Image("Channels = 1, Height = 8, [|Width = -8|], Classes = 10"), "ImageData.Width is -8, but must be at least 1"),
        ("REG0009", Image("Channels = 1, Height = 8, Width = 8, Classes = 10, [|TrainImages = -1|]"), "ImageData.TrainImages is -1, but must be at least 0"),
        ("REG0009", Image("Channels = 1, Height = 8, Width = 8, [|Classes = 257|]"), "ImageData.Classes is 257, but must be between 2 and 256"),
        ("REG1001", Net("Linear([|DateTime.Now|].Second)"), "Network() of 'Net' can't be evaluated while compiling: 'DateTime.Now' reads the clock, so it is not constant"),
        ("REG1002", Net("Sequential([|Linear(5 + 5)|])"), "Linear(5 + 5): it needs features [F], but its input is an image [1, 28, 28]. Put Flatten() or GlobalAveragePool2d() before it."),
        ("REG1002", Net("Sequential([|MaxPool2d(29)|], Flatten(), Linear(10))"), "MaxPool2d(29): its window of 29×29 does not fit into its input [1, 28, 28] with padding 0. Use a smaller kernel or more padding, or pool less before it."),
        ("REG1003", Net("Sequential(Flatten(), [|Linear(9)|])"), "Linear(9): the network ends in [9], but Digits has 10 classes. Make the last layer Linear(10)."),
        ("REG1004", Net("Sequential(Flatten(), [|Linear(0)|], Linear(10))"), "Linear(0): features is 0, but must be at least 1. Give features a value of 1 or more."),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG0001", Class("partial class Net")),
        ("REG0001", "class Net { }"),
        ("REG0002", "partial class Outer { partial struct Middle { " + Class("partial class Net") + " } }"),
        ("REG0003", "interface IOwn { } " + Class("sealed partial class Net : IOwn")),
        ("REG0004", Class("partial class Net")),
        ("REG0005", Class("partial class Net")),
        ("REG0006", Class("partial class Net", "{ Layer Network() { return Sequential(Flatten(), Linear(10)); } static Layer Network(int n) => Linear(n); }")),
        ("REG0007", Class("partial class Net")),
        ("REG0008", "[ImageData(Channels = 3, Height = 8, Width = 8, Classes = 10)] struct Own : IDataSource { public static ImageDataSet Open() => null!; } " + With("Data<Own>, Epochs(1), Sgd")),
        ("REG0009", With("Data<Digits>(BatchSize = 1), Epochs(1), Sgd(LearningRate = 1e-9, Momentum = 0), WeightDecay(0), LabelSmoothing(0), Mixup(1e-3), Warmup(Epochs = 0.5, Factor = 1, UntilTrainError = 1), CosineDecay(Floor = 0), LinearScaling(ReferenceBatch = 1), Normalize(Mean = new[] { -1.0 }, Std = new double[0])")),
        ("REG0009", Image("Channels = 1, Height = 1, Width = 1, Classes = 2", "Sequential(Flatten(), Linear(2))")),
        ("REG0009", With("Data<Digits>, Epochs(1), Sgd, Mixup, LabelSmoothing, Warmup, CosineDecay, WeightDecay, Normalize, LinearScaling, Shuffle")),
        ("REG1001", Net("Sequential(Flatten(), Linear(\"0123456789\".Length))")),
        ("REG1002", Net("Sequential(Flatten(), Linear(10))")),
        ("REG1003", Net("Sequential(Flatten(), Linear(9), Linear(10))")),
        ("REG1004", Net("Sequential(Conv2d(4, 3, groups: 1), Flatten(), Linear(10))")),
    ];

    public override IEnumerable<(string Id, string Bad, string Fixed)> Fixes =>
    [
        ("REG0001", Class("class Net"), Class("partial class Net")),
        ("REG0001", Class("public sealed class Net"), Class("public sealed partial class Net")),
        ("REG0001", Class("\n// Why it is there.\nclass Net"), Class("\n// Why it is there.\npartial class Net")),
        ("REG0002", "class Outer { " + Class("partial class Net") + " }", "partial class Outer { " + Class("partial class Net") + " }"),
        ("REG0002", "public static class Outer { " + Class("partial class Net") + " }", "public static partial class Outer { " + Class("partial class Net") + " }"),
    ];

    private static string Class(string header, string body = Body) => $"[Experiment, Data<Digits>, Epochs(1), Sgd] {header} {body}";

    private static string Sgd(string arguments) => With($"Data<Digits>, Epochs(1), Sgd({arguments})");

    private static string Image(string arguments, string network = "Sequential(Flatten(), Linear(10))") =>
        $"[ImageData({arguments})] class Own : IDataSource {{ public static ImageDataSet Open() => null!; }} " + With("Data<Own>, Epochs(1), Sgd", "{ static Layer Network() => " + network + "; }");
}
