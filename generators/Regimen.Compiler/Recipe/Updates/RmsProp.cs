using Regimen.Compiler.Formulas;
using Regimen.Compiler.Model;
using Regimen.Compiler.Tricks;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Recipe.Updates;

/// <summary>RMSprop (Hinton 2012) with L2 decay, as <c>torch.optim.RMSprop</c>, centred (Graves 2013) and with momentum if asked for.</summary>
internal sealed class RmsProp(AttributeSpec attribute) : IUpdateRule
{
    public string Name => "RmsProp";

    public IReadOnlyList<string> Slots => [.. new[] { Square, IsCentred ? Mean : null, HasMomentum ? Velocity : null }.OfType<string>()];

    public IReadOnlyList<Scalar> Scalars =>
    [
        .. new[]
        {
            UpdateScalars.LearningRate(attribute, 1e-2),
            UpdateScalars.Share(attribute, "Alpha", 0.99, "α, the share that the average of the squared gradient keeps."),
            UpdateScalars.Epsilon(attribute, 1e-8),
            HasMomentum ? UpdateScalars.Momentum(attribute, 0) : null,
        }.OfType<Scalar>(),
    ];

    public string Description => "RMSprop: w ← w − η·g/(√v + ε)";

    private const string Square = "square";
    private const string Mean = "mean";
    private const string Velocity = "velocity";

    private bool IsCentred => attribute.Flag("Centered", false);

    private bool HasMomentum => attribute.Number("Momentum", 0) != 0;

    public Formula Express(UpdateStep update)
    {
        var (rate, alpha) = (update.Host("rate"), update.Host("Alpha"));
        var news = update.Host("news", 1 - UpdateStep.Number("Alpha"));
        var g = update.GradientWithDecay.Named("g");
        var v = update.Keep(Square, (alpha * update.Kept(Square)) + (news * g * g));
        if (IsCentred)
        {
            var mean = update.Kept(Mean);
            var m = update.Keep(Mean, mean + (news * (g - mean)));
            v -= m * m;
        }

        var direction = g / (Sqrt(v) + update.Host("Epsilon"));
        if (HasMomentum)
            direction = update.Keep(Velocity, (update.Host("Momentum") * update.Kept(Velocity)) + direction);
        return update.Weights - (rate * direction);
    }
}
