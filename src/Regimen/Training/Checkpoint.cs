using System.Runtime.InteropServices;

namespace Regimen.Training;

/// <summary>A checkpoint's content, read and checked as a whole before anything of the experiment changes.</summary>
internal sealed class Checkpoint : IDisposable
{
    private readonly string path;
    private readonly ModelState state;
    private readonly HostState tensors;
    private readonly NamedNumbers settings;
    private readonly bool sameRecipe;

    /// <summary>Reads what <see cref="Snapshot.Write"/> wrote.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="state">What it is for.</param>
    /// <param name="channels">Channels of the experiment's images.</param>
    /// <param name="current">The numbers that can be set.</param>
    /// <exception cref="CheckpointException">It is no whole and plausible checkpoint of this network.</exception>
    public Checkpoint(string path, ModelState state, int channels, IReadOnlyList<Setting> current)
    {
        this.path = path;
        this.state = state;
        using var reader = SafeTensors.Open(path);
        CheckKind(reader);
        Units = ReadUnits(reader);
        sameRecipe = Units.Recipe.ToHashSet().SetEquals(state.Layout.Recipe);
        Position = RunPosition.From(Numbers(reader, CheckpointFormat.PositionKey), Units, out var problem);
        if (problem.Length > 0)
            throw Implausible(CheckpointFormat.PositionKey, problem);
        settings = Numbers(reader, CheckpointFormat.SettingsKey);
        CheckSettings(current);
        Normalization = ReadNormalization(reader, channels);
        CheckNames(reader);
        tensors = new HostState(state);
        try
        {
            foreach (var tensor in CheckpointFormat.Tensors(state.Layout))
                Read(reader, tensor);
            if (tensors.Problem() is { } unsound)
                throw new CheckpointException($"{path} is of no use: {unsound}. The run that wrote it had diverged; use an earlier checkpoint.");
        }
        catch
        {
            tensors.Dispose();
            throw;
        }
    }

    /// <summary>Where the run stands.</summary>
    public RunPosition Position { get; }

    /// <summary>What the position is counted in.</summary>
    public RunUnits Units { get; }

    /// <summary>What pixels are normalised with.</summary>
    public ChannelStatistics[] Normalization { get; }

    /// <summary>Sets the settings, unless one is out of its range, then the state.</summary>
    /// <param name="current">The settings as they are.</param>
    /// <param name="check">Throws <see cref="InvalidOperationException"/> if one is out of its range.</param>
    /// <exception cref="CheckpointException">A setting is out of its range; nothing has changed.</exception>
    public void Apply(IReadOnlyList<Setting> current, Action check)
    {
        // An attribute that was added since then keeps what it is set to; one that was removed has nothing to set.
        foreach (var setting in current.Where(setting => settings.Has(setting.Name)))
            setting.Set(settings[setting.Name]);
        try
        {
            check();
        }
        catch (InvalidOperationException error)
        {
            foreach (var setting in current)
                setting.Set(setting.Value);
            throw new CheckpointException($"{path} holds a setting that can't be: {error.Message} Use another checkpoint.", error);
        }

        tensors.Give();
    }

    /// <inheritdoc/>
    public void Dispose() => tensors.Dispose();

    private void CheckKind(SafeTensorsReader reader)
    {
        if (!reader.Metadata.TryGetValue(CheckpointFormat.NetworkKey, out var network))
            throw new CheckpointException($"{path} is not a checkpoint of Regimen: its metadata lack '{CheckpointFormat.NetworkKey}'. Give the checkpoint.safetensors of a run folder, or a file that Save wrote.");
        if (!reader.HasChecksum)
            throw new CheckpointException($"{path} has no checksum: it is damaged, or was written or changed by another program or an older version. Use another checkpoint, or train anew.");
        reader.VerifyChecksum();
        if (reader.Metadata.GetValueOrDefault(CheckpointFormat.VersionKey) is var version && version != CheckpointFormat.Version)
            throw new CheckpointException($"{path} has format {version ?? "1"}, and this version reads format {CheckpointFormat.Version}. Load it with the version that wrote it.");
        if (network != state.Layout.Network)
            throw new CheckpointException($"{path} is a checkpoint of another network. {Difference(network, state.Layout.Network)} Load it into the experiment that wrote it, or train anew.");
    }

    private RunUnits ReadUnits(SafeTensorsReader reader)
    {
        var numbers = Numbers(reader, CheckpointFormat.UnitsKey);
        if (!numbers.Names.Order(StringComparer.Ordinal).SequenceEqual([CheckpointFormat.BatchSize, CheckpointFormat.Images]))
            throw Implausible(CheckpointFormat.UnitsKey, "it must hold images and batchSize");
        double images = numbers[CheckpointFormat.Images], size = numbers[CheckpointFormat.BatchSize];
        if (!(images >= 0 && images <= int.MaxValue && images == Math.Floor(images)) || !(size >= 1 && size <= int.MaxValue && size == Math.Floor(size)))
            throw Implausible(CheckpointFormat.UnitsKey, FormattableString.Invariant($"{images} images in batches of {size} can't be"));
        return new RunUnits((int)images, (int)size, Text(reader, CheckpointFormat.RecipeKey).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private void CheckSettings(IReadOnlyList<Setting> current)
    {
        foreach (var setting in current)
        {
            if (settings.Has(setting.Name) && !setting.CanHold(settings[setting.Name]))
                throw new CheckpointException(FormattableString.Invariant($"{path} sets {setting.Name} to {settings[setting.Name]}, which it can't be. Use another checkpoint."));
        }

        // Under the same recipe the settings are the same; under another, a prediction needs none of them.
        if (!sameRecipe)
            return;
        if (settings.Names.FirstOrDefault(name => current.All(setting => setting.Name != name)) is { } unknown)
            throw Implausible(CheckpointFormat.SettingsKey, $"the experiment has no setting '{unknown}'");
        if (current.FirstOrDefault(setting => !settings.Has(setting.Name)) is { Name: { } missing })
            throw Implausible(CheckpointFormat.SettingsKey, $"it has no '{missing}'");
    }

    private ChannelStatistics[] ReadNormalization(SafeTensorsReader reader, int channels)
    {
        var mean = Doubles(reader, CheckpointFormat.MeanName, channels);
        var deviation = Doubles(reader, CheckpointFormat.DeviationName, channels);
        ChannelStatistics[] result = [.. mean.Zip(deviation, (own, spread) => new ChannelStatistics(own, spread))];
        if (result.Any(channel => !double.IsFinite(channel.Mean) || !(channel.StandardDeviation > 0 && double.IsFinite(channel.StandardDeviation))))
            throw Implausible(CheckpointFormat.DeviationName, "pixels can't be normalised with it");
        return result;
    }

    private double[] Doubles(SafeTensorsReader reader, string name, int count)
    {
        var entry = reader[name];
        if (entry.Type != "F64" || !(entry.Shape is [var length] && (length == count || length == 1)))
            throw Implausible(name, FormattableString.Invariant($"it must be float64 of [{count}]"));
        var values = new double[entry.Shape[0]];
        entry.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private void CheckNames(SafeTensorsReader reader)
    {
        HashSet<string> known = [CheckpointFormat.MeanName, CheckpointFormat.DeviationName, .. CheckpointFormat.Tensors(state.Layout).Select(tensor => tensor.Name)];
        if (reader.Entries.FirstOrDefault(entry => !known.Contains(entry.Name) && (sameRecipe || !entry.Name.StartsWith(CheckpointFormat.OptimizerPrefix, StringComparison.Ordinal))) is { } unknown)
            throw new CheckpointException($"{path} holds a tensor '{unknown.Name}' that the experiment does not have. Load it into the experiment that wrote it.");
    }

    private void Read(SafeTensorsReader reader, StoredTensor tensor)
    {
        // Another recipe's optimiser keeps something else; this one's state stays zero, and Train refuses to go on with it.
        var entry = reader.TryGet(tensor.Name);
        if (entry is null && !sameRecipe && tensor.Name.StartsWith(CheckpointFormat.OptimizerPrefix, StringComparison.Ordinal))
            return;
        entry ??= reader[tensor.Name];
        if (!entry.Shape.AsSpan().SequenceEqual(tensor.Shape))
            throw new CheckpointException(FormattableString.Invariant($"{path} holds '{entry.Name}' as [{string.Join(", ", entry.Shape)}], but the network needs [{string.Join(", ", tensor.Shape)}]. Load it into the experiment that wrote it."));
        if (entry.Type is not ("F32" or "F64"))
            throw new CheckpointException($"{path} holds '{entry.Name}' as {entry.Type}; only F32 and F64 can be loaded.");
        tensors.Read(entry, tensor);
    }

    private NamedNumbers Numbers(SafeTensorsReader reader, string key) =>
        NamedNumbers.Parse(Text(reader, key), out var problem) ?? throw Implausible(key, problem);

    private string Text(SafeTensorsReader reader, string key) => reader.Metadata.GetValueOrDefault(key) ?? throw Implausible(key, "it is missing");

    private CheckpointException Implausible(string key, string problem) => new($"{path} is not plausible in '{key}': {problem}. Use another checkpoint.");

    /// <summary>The first place where two canonical texts part, with what stands there.</summary>
    private static string Difference(string theirs, string ours)
    {
        var at = 0;
        while (at < theirs.Length && at < ours.Length && theirs[at] == ours[at])
            at++;
        var start = Math.Max(theirs.LastIndexOfAny(['[', ' '], Math.Max(0, Math.Min(at, theirs.Length) - 1)), 0);
        return $"It first differs at «{Excerpt(theirs, start)}», where this network has «{Excerpt(ours, start)}».";
    }

    private static string Excerpt(string text, int start) => start >= text.Length ? "nothing" : text.Substring(start, Math.Min(60, text.Length - start)).Trim();
}
