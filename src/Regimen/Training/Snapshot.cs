using System.Runtime.InteropServices;

namespace Regimen.Training;

/// <summary>Everything that a later step or a prediction depends on, copied at one moment, so that training can go on while it is written.</summary>
internal sealed unsafe class Snapshot : IDisposable
{
    private readonly ModelLayout layout;
    private readonly HostState tensors;
    private readonly RunPosition position;
    private readonly RunUnits units;
    private readonly NamedNumbers settings = new();
    private readonly ChannelStatistics[] normalization;

    /// <summary>Takes it.</summary>
    /// <param name="state">Weights, statistics and the optimiser's state.</param>
    /// <param name="position">Where the run stands.</param>
    /// <param name="units">What the position is counted in.</param>
    /// <param name="settings">The numbers that can be set.</param>
    /// <param name="normalization">What pixels are normalised with.</param>
    public Snapshot(ModelState state, RunPosition position, RunUnits units, IEnumerable<Setting> settings, ChannelStatistics[] normalization)
    {
        layout = state.Layout;
        this.position = position;
        this.units = units;
        this.normalization = normalization;
        foreach (var setting in settings)
            this.settings.Add(setting.Name, setting.Value);
        tensors = new HostState(state);
        tensors.Take();
        Problem = tensors.Problem();
    }

    /// <summary>What no run can go on with; null if all is sound.</summary>
    public string? Problem { get; }

    /// <summary>Writes a safetensors file, atomically.</summary>
    /// <exception cref="CheckpointException">It can't be written, or the state is not sound.</exception>
    public void Write(string path)
    {
        if (Problem is not null)
            throw new CheckpointException($"{path} is not written: {Problem}, so nothing could go on from it. Load() a good checkpoint, or Restart().");
        var writer = new SafeTensorsWriter()
            .AddChecksum()
            .AddMetadata(CheckpointFormat.VersionKey, CheckpointFormat.Version)
            .AddMetadata(CheckpointFormat.NetworkKey, layout.Network)
            .AddMetadata(CheckpointFormat.RecipeKey, string.Join('\n', units.Recipe))
            .AddMetadata(CheckpointFormat.UnitsKey, new NamedNumbers().Add(CheckpointFormat.Images, units.Images).Add(CheckpointFormat.BatchSize, units.BatchSize).ToString())
            .AddMetadata(CheckpointFormat.SettingsKey, settings.ToString())
            .AddMetadata(CheckpointFormat.PositionKey, position.ToNumbers().ToString());
        foreach (var tensor in CheckpointFormat.Tensors(layout))
            writer.Add(tensor.Name, tensors.Type, tensor.Shape, tensors[tensor], tensors.Length(tensor));
        AddNormalization(writer, CheckpointFormat.MeanName, channel => channel.Mean);
        AddNormalization(writer, CheckpointFormat.DeviationName, channel => channel.StandardDeviation);
        writer.Write(path);
    }

    /// <inheritdoc/>
    public void Dispose() => tensors.Dispose();

    private void AddNormalization(SafeTensorsWriter writer, string name, Func<ChannelStatistics, double> value)
    {
        double[] values = [.. normalization.Select(value)];
        writer.Add(name, "F64", [values.Length], MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
    }
}
