using TorchSharp;
using static TorchSharp.torch.nn;

namespace Regimen.TorchSharp;

/// <summary>Weights and running statistics between an experiment and a module of TorchSharp's, by name.</summary>
/// <remarks>
/// An experiment names its state as PyTorch would name that of nested <c>Sequential</c>s: <c>1.0.weight</c> is the weight of the first layer in
/// the second element. A module of nested <c>torch.nn.Sequential</c>s in the same places has the same names; for another one give
/// <c>rename</c>. All members check everything first and change nothing where they throw.
/// </remarks>
public static class WeightExtensions
{
    /// <summary>Copies the experiment's weights and running statistics into a module; element types and devices may differ.</summary>
    /// <param name="experiment">The experiment; it must not be training.</param>
    /// <param name="module">Where to. Its own tensors stay and get new values.</param>
    /// <param name="strict">Whether every name must be on both sides. Shapes must agree either way.</param>
    /// <param name="rename">From the experiment's name to the module's, or to null to leave one out. Default: the same name.</param>
    /// <returns>What matched.</returns>
    /// <exception cref="WeightMismatchException">They don't fit together; the message lists what is where.</exception>
    /// <exception cref="InvalidOperationException">The experiment is in use.</exception>
    /// <exception cref="ObjectDisposedException">The experiment was disposed.</exception>
    public static WeightReport CopyWeightsTo(this Experiment experiment, Module module, bool strict = true, Func<string, string?>? rename = null) =>
        Read(experiment, module, rename, match =>
        {
            match.Check(strict).ForEach((mine, theirs) => theirs.copy_(mine));
            return match.Report;
        });

    /// <summary>
    /// Takes a module's weights and running statistics over, as the start of a new run: the experiment's position is the beginning and its
    /// optimiser's state zero, so that <see cref="Experiment.Train"/> trains all epochs from these weights.
    /// </summary>
    /// <param name="experiment">The experiment; it must not be training.</param>
    /// <param name="module">Where from; unchanged.</param>
    /// <param name="strict">Whether every name must be on both sides. Shapes must agree either way. What the module lacks stays as it is.</param>
    /// <param name="rename">From the experiment's name to the module's, or to null to leave one out. Default: the same name.</param>
    /// <returns>What matched.</returns>
    /// <exception cref="WeightMismatchException">They don't fit together, or a value is not finite; the experiment is as it was.</exception>
    /// <exception cref="InvalidOperationException">The experiment is in use.</exception>
    /// <exception cref="ObjectDisposedException">The experiment was disposed.</exception>
    public static WeightReport CopyWeightsFrom(this Experiment experiment, Module module, bool strict = true, Func<string, string?>? rename = null)
    {
        Prepare(experiment, module);
        WeightReport? report = null;
        experiment.ReplaceWeights(state =>
        {
            var match = new WeightMatch(state, module, rename ?? (name => name)).Check(strict).CheckFinite();
            match.ForEach((mine, theirs) => mine.copy_(theirs));
            report = match.Report;
            return report.OnlyInExperiment.Count == 0;
        });
        return report!;
    }

    /// <summary>
    /// Makes a module use the experiment's own memory for its weights and running statistics, without a copy: what either side trains, loads or
    /// initialises is the other's at once. The module's former values are given up.
    /// </summary>
    /// <param name="experiment">
    /// The experiment. The memory outlives it as long as the module, or a tensor of it, lives. While it trains, the module sees weights between
    /// two steps: predict after <see cref="Experiment.Train"/>, or from one of its events.
    /// </param>
    /// <param name="module">The module. Its tensors stay the same objects, so an optimiser over them goes on; <c>to()</c> of another type or device ends the sharing.</param>
    /// <param name="strict">Whether every name must be on both sides. Shapes must agree either way.</param>
    /// <param name="rename">From the experiment's name to the module's, or to null to leave one out. Default: the same name.</param>
    /// <returns>What matched, and so is shared.</returns>
    /// <exception cref="WeightMismatchException">They don't fit together, in element type or device too; the message lists what is where.</exception>
    /// <exception cref="InvalidOperationException">The experiment is in use.</exception>
    /// <exception cref="ObjectDisposedException">The experiment was disposed.</exception>
    public static WeightReport ShareWeightsWith(this Experiment experiment, Module module, bool strict = true, Func<string, string?>? rename = null) =>
        Read(experiment, module, rename, match =>
        {
            // The tensors themselves stay, and whoever holds them; only their elements are elsewhere from now on.
            match.Check(strict).CheckShareable().ForEach((mine, theirs) => theirs.set_(mine));
            return match.Report;
        });

    private static WeightReport Read(Experiment experiment, Module module, Func<string, string?>? rename, Func<WeightMatch, WeightReport> act)
    {
        Prepare(experiment, module);
        return experiment.ReadState(state => act(new WeightMatch(state, module, rename ?? (name => name))));
    }

    private static void Prepare(Experiment experiment, Module module)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(module);
        TorchSharpBackend.Load();
    }
}
