using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Regimen.TorchSharp.Tests;

internal static class Modules
{
    /// <summary>The network of <see cref="TinyNet"/> with its names.</summary>
    public static Module<Tensor, Tensor> Tiny(int classes = 4) => Sequential(
        Sequential(Conv2d(1, 6, kernel_size: 3, padding: 1, bias: false), BatchNorm2d(6), ReLU(), MaxPool2d(2)),
        Flatten(), Linear(96, 12), ReLU(), Linear(12, classes));
}

/// <summary>The same network as a class of a user's, with names of its own.</summary>
internal sealed class NamedNet : Module<Tensor, Tensor>
{
    private readonly Conv2d convolution = Conv2d(1, 6, kernel_size: 3, padding: 1, bias: false);
    private readonly BatchNorm2d norm = BatchNorm2d(6);
    private readonly Linear hidden = Linear(96, 12);
    internal readonly Linear head = Linear(12, 4);

    public NamedNet()
        : base(nameof(NamedNet)) => RegisterComponents();

    /// <summary>From the experiment's names to these.</summary>
    public static string? Rename(string name) => name
        .Replace("0.0.", "convolution.", StringComparison.Ordinal)
        .Replace("0.1.", "norm.", StringComparison.Ordinal)
        .Replace("2.", "hidden.", StringComparison.Ordinal)
        .Replace("4.", "head.", StringComparison.Ordinal);

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var pooled = functional.max_pool2d(functional.relu(norm.forward(convolution.forward(input))), 2);
        return head.forward(functional.relu(hidden.forward(pooled.flatten(1)))).MoveToOuterDisposeScope();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            convolution.Dispose();
            norm.Dispose();
            hidden.Dispose();
            head.Dispose();
        }

        base.Dispose(disposing);
    }
}
