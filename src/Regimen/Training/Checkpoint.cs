using System.Globalization;
using System.Runtime.InteropServices;
using Regimen.Torch;

namespace Regimen.Training;

/// <summary>
/// Writes and reads what a run is made of as a safetensors file: parameters and running statistics under PyTorch's <c>state_dict</c> names,
/// optimiser slots under <c>optimizer.&lt;slot&gt;.&lt;name&gt;</c>, the position in the metadata.
/// </summary>
internal static class Checkpoint
{
    private const string NetworkKey = "regimen.network";
    private const string PositionKey = "regimen.position";
    private const string BatchSizeKey = "regimen.batchSize";
    private const string SettingsKey = "regimen.settings";

    public static void Save(string path, ModelState state, RunPosition position, IEnumerable<Setting> settings, int batchSize)
    {
        var writer = new SafeTensorsWriter();
        writer.AddMetadata(NetworkKey, state.Layout.Network);
        writer.AddMetadata(SettingsKey, string.Join(' ', settings.Select(setting => FormattableString.Invariant($"{setting.Name}={setting.Value:R}"))));
        writer.AddMetadata(BatchSizeKey, batchSize.ToString(CultureInfo.InvariantCulture));
        writer.AddMetadata(PositionKey, Format(position));
        foreach (var (name, shape, flat, offset, count) in Entries(state))
            Add(writer, name, shape, flat.AsSpan((int)offset, (int)count), state.ElementType);
        writer.Write(path);
    }

    public static RunPosition Load(string path, ModelState state, IReadOnlyList<Setting> settings, int batchSize)
    {
        using var reader = SafeTensors.Open(path);
        if (!reader.Metadata.TryGetValue(NetworkKey, out var network))
            throw new CheckpointException($"'{path}' is not a checkpoint of Regimen: its metadata lack '{NetworkKey}'. Give the checkpoint.safetensors of a run folder.");
        if (network != state.Layout.Network)
            throw new CheckpointException($"'{path}' is a checkpoint of another network. {Difference(network, state.Layout.Network)} Load it into the experiment that wrote it, or train anew.");

        // Everything is read and checked before anything is written: a bad file leaves the experiment as it was.
        var targets = Targets(state).Select(target => (Tensor: target, Values: new double[target.ElementCount])).ToArray();
        var values = ParseSettings(reader.Metadata.GetValueOrDefault(SettingsKey), path);
        foreach (var setting in settings)
        {
            if (values.TryGetValue(setting.Name, out var value) && !setting.CanHold(value))
                throw new CheckpointException(FormattableString.Invariant($"'{path}' sets {setting.Name} to {value}, which it can't be. The file was changed after it was written; use another checkpoint."));
        }

        var position = Parse(reader.Metadata.GetValueOrDefault(PositionKey), path);
        var theirs = reader.Metadata.GetValueOrDefault(BatchSizeKey);
        if (position.Batch > 0 && theirs != batchSize.ToString(CultureInfo.InvariantCulture))
            throw new CheckpointException($"'{path}' was written inside an epoch of batches of {theirs}, but this experiment's batches have {batchSize} samples, so the position means nothing here. Load a checkpoint from the end of an epoch, or put the batch size back.");
        foreach (var (name, shape, which, offset, count) in Names(state.Layout))
            Read(reader[name], shape, targets[which].Values.AsSpan((int)offset, (int)count), path);
        foreach (var (tensor, numbers) in targets)
            ModelState.Write(tensor, numbers);

        // An attribute that was added since then keeps what it is set to; one that was removed has nothing to set.
        foreach (var setting in settings)
        {
            if (values.TryGetValue(setting.Name, out var value))
                setting.Set(value);
        }

        return position;
    }

    private static IEnumerable<Tensor> Targets(ModelState state) => [state.Values, state.Buffers, .. state.Slots];

    private static IEnumerable<(string Name, long[] Shape, int Which, long Offset, long Count)> Names(ModelLayout layout)
    {
        foreach (var info in layout.Parameters)
            yield return (info.Name, info.Shape, 0, info.Offset, info.Count);
        foreach (var info in layout.Buffers)
            yield return (info.Name, [info.Count], 1, info.Offset, info.Count);
        for (var slot = 0; slot < layout.OptimizerSlots; slot++)
        {
            foreach (var info in layout.Parameters)
                yield return ($"optimizer.{slot}.{info.Name}", info.Shape, 2 + slot, info.Offset, info.Count);
        }
    }

    private static IEnumerable<(string Name, long[] Shape, double[] Flat, long Offset, long Count)> Entries(ModelState state)
    {
        var flats = Targets(state).Select(ModelState.Read).ToArray();
        return Names(state.Layout).Select(entry => (entry.Name, entry.Shape, flats[entry.Which], entry.Offset, entry.Count));
    }

    private static void Add(SafeTensorsWriter writer, string name, long[] shape, ReadOnlySpan<double> values, ScalarType type)
    {
        if (type == ScalarType.Float64)
        {
            writer.Add(name, "F64", shape, MemoryMarshal.AsBytes(values).ToArray());
            return;
        }

        var narrow = new float[values.Length];
        for (var index = 0; index < narrow.Length; index++)
            narrow[index] = (float)values[index];
        writer.Add(name, "F32", shape, MemoryMarshal.AsBytes(narrow.AsSpan()).ToArray());
    }

    private static void Read(SafeTensorsEntry entry, long[] shape, Span<double> target, string path)
    {
        if (!entry.Shape.AsSpan().SequenceEqual(shape))
            throw new CheckpointException($"'{path}' holds '{entry.Name}' as [{string.Join(", ", entry.Shape)}], but the network needs [{string.Join(", ", shape)}]. Load it into the experiment that wrote it.");
        if (entry.Type == "F64")
        {
            entry.CopyTo(MemoryMarshal.AsBytes(target));
            return;
        }

        if (entry.Type != "F32")
            throw new CheckpointException($"'{path}' holds '{entry.Name}' as {entry.Type}; only F32 and F64 can be loaded.");
        var narrow = new float[target.Length];
        entry.CopyTo(MemoryMarshal.AsBytes(narrow.AsSpan()));
        for (var index = 0; index < narrow.Length; index++)
            target[index] = narrow[index];
    }

    private static Dictionary<string, double> ParseSettings(string? text, string path)
    {
        var values = new Dictionary<string, double>();
        foreach (var entry in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && double.TryParse(entry.AsSpan(at + 1), CultureInfo.InvariantCulture, out var value))
                values[entry[..at]] = value;
            else
                throw Unreadable();
        }

        return values.ContainsKey(nameof(Experiment.Seed)) ? values : throw Unreadable();

        CheckpointException Unreadable() => new($"'{path}' has no readable '{SettingsKey}' in its metadata. It was written by an older version, or changed afterwards; use another checkpoint.");
    }

    private static string Format(RunPosition position) => string.Join(
        ' ',
        new object?[] { position.Epoch, position.Batch, position.Step, position.LossSum, position.CorrectSum, position.RunningError, position.WarmupEnd ?? -1, position.Rate }
            .Select(value => ((IFormattable)value!).ToString(value is double ? "R" : null, CultureInfo.InvariantCulture)));

    private static RunPosition Parse(string? text, string path)
    {
        var parts = text?.Split(' ') ?? [];
        var culture = CultureInfo.InvariantCulture;
        if (parts.Length == 8
            && int.TryParse(parts[0], culture, out var epoch)
            && int.TryParse(parts[1], culture, out var batch)
            && long.TryParse(parts[2], culture, out var step)
            && double.TryParse(parts[3], culture, out var loss)
            && double.TryParse(parts[4], culture, out var correct)
            && double.TryParse(parts[5], culture, out var error)
            && long.TryParse(parts[6], culture, out var end)
            && double.TryParse(parts[7], culture, out var rate)
            && epoch >= 0 && batch >= 0 && step >= batch)
        {
            return new RunPosition(epoch, batch, step, loss, correct, error, end < 0 ? null : end, rate);
        }

        throw new CheckpointException($"'{path}' has no readable '{PositionKey}' in its metadata. The file was changed after it was written; use another checkpoint.");
    }

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
