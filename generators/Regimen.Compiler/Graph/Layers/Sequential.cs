using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Graph.Layers;

/// <summary>Layers one after the other.</summary>
internal sealed class SequentialLayer : LayerBuilder
{
    public override string Kind => "Sequential";

    public override LayerRole Role => LayerRole.Container;

    public override Origin MakerOf(Origin origin)
    {
        if (origin.Text.Children.Count == 0)
            return origin;
        var last = origin.Child(origin.Text.Children.Count - 1);
        return LayerCatalogue.Find(last.Text.Kind).MakerOf(last);
    }

    public override Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var value = input;
        for (var position = 0; position < origin.Text.Children.Count; position++)
            value = NetworkFormulas.Express(step, origin.Child(position), value);
        return value;
    }
}
