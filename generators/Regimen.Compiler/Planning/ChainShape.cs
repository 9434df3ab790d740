using System.Collections.Immutable;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Graph.Layers;

namespace Regimen.Compiler.Planning;

/// <summary>
/// What a group that is not a product is made of, apart from its sizes. Groups of the same shape share a generated class; its instances
/// differ in channels, height and width.
/// </summary>
internal sealed class ChainShape
{
    /// <summary>Reads the shape of a group.</summary>
    public ChainShape(Group group)
    {
        Operations = group.Operations;
        IsFused = group.Kind == GroupKind.Chain;
        HasSideGradient = [.. group.Sides.Where(side => side.Gradient is not null).Select(side => side.Operation)];
        NeedsInputGradient = group.InputGradient is not null;
        IsTrained = group.IsTrained;
    }

    /// <summary>The operations of the group that it was read from.</summary>
    public ImmutableArray<Operation> Operations { get; }

    /// <summary>Whether there is a fused form.</summary>
    public bool IsFused { get; }

    /// <summary>Whether there is a backward pass.</summary>
    public bool IsTrained { get; }

    /// <summary>Whether the input needs a gradient.</summary>
    public bool NeedsInputGradient { get; }

    /// <summary>Sums whose shortcut needs a gradient.</summary>
    public ImmutableArray<Operation> HasSideGradient { get; }

    /// <summary>The normalisation at its head, if any.</summary>
    public BatchNormOperation? Norm => Operations[0] as BatchNormOperation;

    /// <summary>Any normalisation, fused or not.</summary>
    public bool HasScaleAndShift => Operations[0].Parameters.Count == 2;

    /// <summary>The element-wise operations.</summary>
    public IEnumerable<ElementwiseOperation> Elementwise => Operations.OfType<ElementwiseOperation>();

    /// <summary>The pooling at its end, if any.</summary>
    public MaxPoolOperation? Pool => IsFused ? Operations[Operations.Length - 1] as MaxPoolOperation : null;

    /// <summary>Whether operators compute otherwise when evaluating.</summary>
    public bool EvaluatesDifferently => Operations.OfType<OperatorOperation>().Any(operation => operation.TrainText != operation.EvaluateText);

    /// <summary>Side of the pooling's window; 1 without one.</summary>
    public int Window => Pool?.Kernel ?? 1;

    /// <summary>Whether the class must know the number of channels.</summary>
    public bool UsesChannels => IsFused || Mentions("channels");

    /// <summary>Whether it must know the width of images.</summary>
    public bool UsesWidth => IsFused ? Window > 1 : Mentions("width");

    /// <summary>Whether it must know their height.</summary>
    public bool UsesHeight => !IsFused && Mentions("height");

    private bool Mentions(string size) => Operations.OfType<OperatorOperation>().Any(operation =>
        operation.TrainText.Contains(size) || (IsTrained && operation.DifferentiateText.Contains(size)));

    /// <summary>Equal for groups that can share a class.</summary>
    public string Key => string.Join(
        "|",
        Operations.Select(operation => operation.Title + ":" + Constants(operation) + (HasSideGradient.Contains(operation) ? "+" : "")))
        + (IsFused ? "" : "|operators") + (NeedsInputGradient ? "" : "|leaf") + (IsTrained ? "" : "|untrained");

    /// <summary>As <c>BatchNormReLUMaxPool2d</c>.</summary>
    public string TypeName => string.Concat(Operations.Select(operation => operation.Title));

    private static string Constants(Operation operation) => operation switch
    {
        ElementwiseOperation elementwise => elementwise.Constants,
        BatchNormOperation => "",
        PoolingOperation pooling => pooling.Window,
        OperatorOperation => operation.Output.Shape.IsImage ? "image" : "features",
        _ => "",
    };
}
