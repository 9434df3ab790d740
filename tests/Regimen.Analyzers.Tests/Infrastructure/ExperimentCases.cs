using Microsoft.CodeAnalysis.CSharp;
using Regimen.Testing;

namespace Regimen.Analyzers.Tests.Infrastructure;

/// <summary>Cases of rules over experiments. <c>Digits</c> is there: images of 1×28×28 in ten classes.</summary>
public abstract class ExperimentCases : RuleCases
{
    /// <inheritdoc/>
    public override string Usings => "using System; using Regimen; using static Regimen.Layers;";

    /// <inheritdoc/>
    public override string Epilogue => TestCompilation.Data;

    /// <inheritdoc/>
    public override CSharpCompilation Compile(params string[] sources) => TestCompilation.Of(sources);

    /// <summary>An experiment with this network.</summary>
    protected static string Net(string network) => With("Data<Digits>, Epochs(20), Sgd", "{ static Layer Network() => " + network + "; }");

    /// <summary>An experiment with these members.</summary>
    protected static string Members(string members) => With("Data<Digits>, Epochs(20), Sgd", "{ " + members + " }");

    /// <summary>An experiment with this network of images and a classifier behind it.</summary>
    protected static string Images(string layers) => Net($"Sequential({layers}, GlobalAveragePool2d(), Linear(10))");

    /// <summary>An experiment with this network of features and a classifier behind it.</summary>
    protected static string Features(string layers) => Net($"Sequential(Flatten(), {layers}, Linear(10))");

    /// <summary>An experiment with these attributes besides the necessary ones.</summary>
    protected static string Trick(string attributes) => With($"Data<Digits>, Epochs(20), Sgd, {attributes}");

    /// <summary>A data type <c>Photos</c> like <c>Digits</c> that says how many images it trains with.</summary>
    protected static string Photos(int trainImages) =>
        $"[ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10, TrainImages = {trainImages})] class Photos : IDataSource {{ public static ImageDataSet Open() => null!; }} ";

    /// <summary>An experiment with exactly these attributes.</summary>
    protected static string With(string attributes, string body = "{ static Layer Network() => Sequential(Flatten(), Linear(10)); }") =>
        $"[Experiment, {attributes}] partial class Net {body}";
}
