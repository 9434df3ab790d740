using Regimen.Compiler.Formulas;
using Regimen.Randomness;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Graph;

/// <summary>What a step is handed of its batch, and what is drawn for it.</summary>
internal static class BatchColumns
{
    /// <summary>The key of UInt32[2], the run's seed: there is one where something is drawn.</summary>
    public const string Seed = "seed";

    /// <summary>Int32[B]: each sample's position in the data.</summary>
    public static Formula Samples(StepBuilder step) => step.Given("samples", Column(ElementType.Int32));

    /// <summary>Int32[B]: the position in the batch of the sample that each is mixed with.</summary>
    public static Formula Partners(StepBuilder step) => step.Given("partners", Column(ElementType.Int32));

    /// <summary>Real[B]: λ, the share that each sample keeps of a mixture.</summary>
    public static Formula Shares(StepBuilder step) => step.Given("shares", Column(ElementType.Real));

    /// <summary>Int32[B]: classes.</summary>
    public static Formula Labels(StepBuilder step) => step.Given("labels", Column(ElementType.Int32));

    /// <summary>Int32[B]: classes of the partners.</summary>
    public static Formula PartnerLabels(StepBuilder step) => step.Given("partnerLabels", Column(ElementType.Int32));

    /// <summary>
    /// Random words of the given axes, [B, …]: each a function of the run's seed, the epoch, the sample, the position within the sample
    /// (channels-last for images), the purpose and the site of the draw. The same as the run time's <c>DropoutMask</c>.
    /// </summary>
    /// <param name="step">Takes what the draws depend on.</param>
    /// <param name="purpose">What is drawn for.</param>
    /// <param name="site">Which draw of that purpose, from 0; below 2²⁴.</param>
    /// <param name="type">The axes, the batch first.</param>
    public static Formula Words(StepBuilder step, RandomPurpose purpose, int site, TensorType type)
    {
        var perSample = type.Axes.Skip(1).ToArray();
        var element = Reshape.Of(new Coordinate(TensorType.Product(perSample), ElementType.UInt32), [Extent.One, .. perSample]);
        return Draw.Of(
            step.Given(Seed, TensorType.Of(ElementType.UInt32, 2)),
            element,
            Along(Cast.Of(Samples(step), ElementType.UInt32), 0, type.Rank),
            step.Given("epoch", TensorType.Scalar(ElementType.UInt32)),
            new Constant((uint)purpose | ((uint)site << 8), ElementType.UInt32)).Named("words");
    }

    private static TensorType Column(ElementType element) => TensorType.Of(element, Extent.Batch);
}
