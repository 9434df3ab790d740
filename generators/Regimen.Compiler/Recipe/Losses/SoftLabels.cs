using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Recipe.Losses;

/// <summary>
/// What each class should be given of a sample: (1 − ε)·hot + ε/K, where hot is 1 for the label, or λ for it and 1 − λ for the partner's where
/// samples are mixed. One target with all of it, so that there is one loss.
/// </summary>
/// <param name="step">Takes the columns that it reads.</param>
/// <param name="mixes">Whether samples are mixed with partners.</param>
/// <param name="smooths">Whether there is an ε, the number <c>LabelSmoothing</c> of the run.</param>
internal sealed class SoftLabels(StepBuilder step, bool mixes, bool smooths)
{
    /// <summary>Real[B, K]; a sample's classes sum to 1.</summary>
    public Formula Target(Extent classes)
    {
        var hot = ShareOf(Positions(classes, 1, 2), ElementType.Real);
        if (smooths)
        {
            var epsilon = step.OnHost("smoothing", new Input("LabelSmoothing", TensorType.Scalar(ElementType.Double)));
            hot = ((1 - epsilon) * hot) + (epsilon / Count(classes));
        }

        return hot.Named("target");
    }

    /// <summary>What the target has of some classes before it is smoothed.</summary>
    /// <param name="classes">Int32[1 or B, 1 or K].</param>
    /// <param name="element">The type of the shares.</param>
    /// <returns>[B, 1 or K].</returns>
    public Formula ShareOf(Formula classes, ElementType element)
    {
        var isLabel = Equal(classes, Along(BatchColumns.Labels(step), 0, 2));
        var (one, none) = (new Constant(1, element), new Constant(0, element));
        if (!mixes)
            return Where(isLabel, one, none);
        var share = Along(Cast.Of(BatchColumns.Shares(step), element), 0, 2).Named("share");
        var isPartners = Equal(classes, Along(BatchColumns.PartnerLabels(step), 0, 2));
        return Where(isLabel, share, none) + Where(isPartners, one - share, none);
    }
}
