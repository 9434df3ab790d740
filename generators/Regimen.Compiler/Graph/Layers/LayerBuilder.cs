using System.Globalization;
using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>One kind of layer: checks its constants, declares its parameters, and says what it computes.</summary>
internal abstract class LayerBuilder
{
    /// <summary>The method of <c>Layers</c> that it is for.</summary>
    public abstract string Kind { get; }

    /// <summary>What it is to the rules about the order of layers.</summary>
    public abstract LayerRole Role { get; }

    /// <summary>What people call what it computes.</summary>
    public virtual string Title => Kind;

    /// <summary>The layer that its value comes out of: itself, or one inside it.</summary>
    public virtual Origin MakerOf(Origin origin) => origin;

    /// <summary>What it computes.</summary>
    /// <param name="step">Takes its parameters and statistics; says whether it trains.</param>
    /// <param name="origin">The layer.</param>
    /// <param name="input">What it reads: features [B, F], or images that lie channels-last, [B, H, W, C].</param>
    /// <returns>What it makes, of either form.</returns>
    /// <exception cref="GraphProblemException">It can't be built.</exception>
    public abstract Formula Express(StepBuilder step, Origin origin, Formula input);

    /// <summary>A constant of the layer.</summary>
    protected static int Integer(Origin origin, string name) => Convert.ToInt32(Find(origin, name), CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Integer"/>
    protected static double Number(Origin origin, string name) => Convert.ToDouble(Find(origin, name), CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Integer"/>
    protected static bool Flag(Origin origin, string name) => (bool)Find(origin, name);

    /// <summary>A whole number that must not be smaller than <paramref name="least"/>.</summary>
    protected static int AtLeast(Origin origin, string name, int least)
    {
        var value = Integer(origin, name);
        return value >= least
            ? value
            : throw GraphProblemException.Constant(
                FormattableString.Invariant($"{name} is {value}, but must be at least {least}"),
                FormattableString.Invariant($"Give {name} a value of {least} or more."));
    }

    /// <summary>Demands an image.</summary>
    protected static void NeedsImage(Shape input, string kind)
    {
        if (!input.IsImage)
        {
            throw GraphProblemException.Shape(
                $"it needs an image [C, H, W], but its input is {input}",
                $"Put {kind} before Flatten(), Linear() and GlobalAveragePool2d().");
        }
    }

    /// <summary>Demands that a window fits into the padded image.</summary>
    protected static void Fits(Shape input, int kernel, int padding, int dilation = 1)
    {
        var extent = (dilation * (kernel - 1)) + 1;
        if (extent > input.Height + (2 * padding) || extent > input.Width + (2 * padding))
        {
            throw GraphProblemException.Shape(
                FormattableString.Invariant($"its window of {extent}×{extent} does not fit into its input {input} with padding {padding}"),
                "Use a smaller kernel or more padding, or pool less before it.");
        }
    }

    private static object Find(Origin origin, string name)
    {
        foreach (var argument in origin.Text.Arguments)
        {
            if (argument.Name == name)
                return argument.Value;
        }

        throw new InvalidOperationException($"{origin.Text.Kind} has no constant '{name}'.");
    }
}
