using Regimen.Torch;

namespace Regimen.Training;

/// <summary>A state's flat buffers in memory of the host: taken from the state or read from a file, checked, then written to a file or to the state.</summary>
internal sealed unsafe class HostState : IDisposable
{
    private readonly ModelState state;
    private readonly NativeBuffer[] flats;

    /// <summary>Zeroed room for a state of that layout and element type.</summary>
    public HostState(ModelState state)
    {
        this.state = state;
        flats = [.. CheckpointFormat.Flats(state).Select(flat => new NativeBuffer(flat.ElementCount, state.ElementSize, "a copy of the network's state"))];
    }

    /// <summary>The format's name of the element type.</summary>
    public string Type => state.ElementType == ScalarType.Float64 ? "F64" : "F32";

    /// <summary>The bytes of a tensor.</summary>
    public byte* this[StoredTensor tensor] => (byte*)flats[tensor.Flat].Pointer + (tensor.Offset * state.ElementSize);

    /// <summary>Bytes of a tensor.</summary>
    public long Length(StoredTensor tensor) => tensor.Count * state.ElementSize;

    /// <summary>Copies the state to here.</summary>
    public void Take()
    {
        foreach (var (flat, index) in CheckpointFormat.Flats(state).Select((flat, index) => (flat, index)))
            state.CopyTo(flat, flats[index].Pointer);
    }

    /// <summary>Copies what is here into the state.</summary>
    public void Give()
    {
        foreach (var (flat, index) in CheckpointFormat.Flats(state).Select((flat, index) => (flat, index)))
            state.CopyFrom(flat, flats[index].Pointer);
    }

    /// <summary>What no network can go on with: a number that is not finite, or a negative variance; null if all are sound.</summary>
    public string? Problem()
    {
        foreach (var tensor in CheckpointFormat.Tensors(state.Layout))
        {
            var least = tensor.Name.EndsWith(".running_var", StringComparison.Ordinal) ? 0 : double.NegativeInfinity;
            for (long index = 0; index < tensor.Count; index++)
            {
                var value = state.ElementType == ScalarType.Float64 ? ((double*)this[tensor])[index] : ((float*)this[tensor])[index];
                if (!double.IsFinite(value) || value < least)
                    return FormattableString.Invariant($"'{tensor.Name}' holds {value} at element {index}");
            }
        }

        return null;
    }

    /// <summary>Reads a tensor of a file, of either element type.</summary>
    public void Read(SafeTensorsEntry entry, StoredTensor tensor)
    {
        if (entry.Type == Type)
        {
            entry.CopyTo(this[tensor], Length(tensor));
            return;
        }

        using var other = new NativeBuffer(entry.ByteCount, 1, "a tensor of a file");
        entry.CopyTo(other.Pointer, entry.ByteCount);
        for (long index = 0; index < tensor.Count; index++)
        {
            if (Type == "F64")
                ((double*)this[tensor])[index] = ((float*)other.Pointer)[index];
            else
                ((float*)this[tensor])[index] = (float)((double*)other.Pointer)[index];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var flat in flats)
            flat.Dispose();
    }
}
