using Regimen.Torch;
using Regimen.Training;

namespace Regimen;

/// <content>What other libraries of this house reach: the state as a whole, while nothing else uses it.</content>
public abstract partial class Experiment
{
    /// <summary>Channels, height, width and classes of the data.</summary>
    internal (int Channels, int Height, int Width, int Classes) Shape => InputShape;

    /// <summary>Mean and deviation that pixels are normalised with: one for all channels, or one per channel.</summary>
    internal ChannelStatistics[] CurrentNormalization()
    {
        using var hold = gate.Enter(this);
        EnsureNormalization();
        return normalization!;
    }

    /// <summary>Lends the state. It must not be changed.</summary>
    /// <exception cref="InvalidOperationException">The experiment is in use.</exception>
    internal T ReadState<T>(Func<ModelState, T> read)
    {
        using var hold = gate.Enter(this);
        EnsureState();
        return read(state!);
    }

    /// <summary>Lends the state to a writer of weights, which then are the start of a new run: the position is the beginning, the optimiser's state zero.</summary>
    /// <param name="write">Writes; says whether all parameters and statistics are new. If it throws, nothing may have been written.</param>
    /// <exception cref="InvalidOperationException">The experiment is in use.</exception>
    internal void ReplaceWeights(Func<ModelState, bool> write)
    {
        using var hold = gate.Enter(this);
        EnsureState();
        var whole = write(state!);
        foreach (var slot in state!.Slots)
            Aten.Zero(slot);
        Position = RunPosition.Start;
        units = null;
        loaded = false;
        if (whole)
            spoilt = null;
    }
}
