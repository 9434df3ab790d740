using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Body plus shortcut.</summary>
internal sealed class ResidualLayer : LayerBuilder
{
    public override string Kind => "Residual";

    public override LayerRole Role => LayerRole.Container;

    public override string Title => "Add";

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var body = NetworkFormulas.Express(step, origin.Child(0), input);
        var shortcut = origin.Text.Children.Count > 1 ? NetworkFormulas.Express(step, origin.Child(1), input) : input;
        NeedsSame(Shape.Of(body.Type), Shape.Of(shortcut.Type));
        return (body + shortcut).Named("sum");
    }

    private static void NeedsSame(Shape body, Shape shortcut)
    {
        if (body != shortcut)
        {
            throw GraphProblemException.Shape(
                $"its body makes {body}, but its shortcut makes {shortcut}",
                "Give the shortcut a layer that changes the shape alike, such as Conv2d(channels, kernel: 1, stride: …).");
        }
    }
}
