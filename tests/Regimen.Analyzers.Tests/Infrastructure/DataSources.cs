namespace Regimen.Analyzers.Tests.Infrastructure;

/// <summary>Data sources as experiments name them, with their shapes and sizes.</summary>
internal static class DataSources
{
    /// <summary>Fashion-MNIST and CIFAR-10.</summary>
    public const string Known = """
        namespace Regimen;
        [ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10, TrainImages = 60_000)]
        public sealed class FashionMnist : IDataSource { public static ImageDataSet Open() => null!; }
        [ImageData(Channels = 3, Height = 32, Width = 32, Classes = 10, TrainImages = 50_000)]
        public sealed class Cifar10 : IDataSource { public static ImageDataSet Open() => null!; }
        """;
}
