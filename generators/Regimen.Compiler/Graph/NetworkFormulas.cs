using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph.Layers;
using Regimen.Compiler.Model;

namespace Regimen.Compiler.Graph;

/// <summary>From the declared layers to formulas. Images lie channels-last, [B, H, W, C]; features are [B, F].</summary>
internal static class NetworkFormulas
{
    /// <summary>What an experiment's network makes of its input.</summary>
    /// <param name="step">Collects parameters, statistics and their new values.</param>
    /// <param name="spec">The experiment.</param>
    /// <param name="input">[B, H, W, C].</param>
    /// <returns>[B, K].</returns>
    /// <exception cref="GraphProblemException">It can't be built.</exception>
    public static Formula Express(StepBuilder step, ExperimentSpec spec, Formula input)
    {
        var output = Express(step, Origin.Root(spec.Network), input);
        ClassCheck.Demand(spec, Shape.Of(output.Type));
        return output;
    }

    /// <summary>What a layer, and the layers inside it, make of a value. Every node that is new gets the layer's site.</summary>
    /// <exception cref="GraphProblemException">It can't be built.</exception>
    public static Formula Express(StepBuilder step, Origin origin, Formula input)
    {
        var outer = step.Site;
        try
        {
            var layer = LayerCatalogue.Find(origin.Text.Kind);
            var site = new Site(Phase.Forward, layer.Title, origin.Label, origin.Layer);
            step.Site = site;
            var trained = step.Parameters.Count;
            var output = layer.Express(step, origin, input).At(site);
            if (origin.Text.Children.Count == 0)
                step.Layers.Add(new LayerRecord(site, output.Type, step.Parameters.Skip(trained).Sum(parameter => parameter.Count)));
            return output;
        }
        catch (GraphProblemException problem)
        {
            problem.At(origin);
            throw;
        }
        finally
        {
            step.Site = outer;
        }
    }
}
