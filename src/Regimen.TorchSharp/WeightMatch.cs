using Regimen.Torch;
using Regimen.Training;
using TorchSharp;
using DeviceType = Regimen.Torch.DeviceType;

namespace Regimen.TorchSharp;

/// <summary>The pairs of an experiment's state and a module's, found by name and checked before anything is changed.</summary>
internal sealed class WeightMatch
{
    private const string Counter = "num_batches_tracked";

    private readonly ModelState state;
    private readonly List<(Entry Ours, torch.Tensor Theirs)> pairs = [];
    private readonly List<string> shapes = [];

    /// <summary>Matches by name.</summary>
    /// <param name="state">The experiment's.</param>
    /// <param name="module">The module.</param>
    /// <param name="rename">From the experiment's name to the module's; null to leave one out.</param>
    /// <exception cref="WeightMismatchException">Two names of the experiment lead to the same of the module.</exception>
    public WeightMatch(ModelState state, torch.nn.Module module, Func<string, string?> rename)
    {
        this.state = state;
        var theirs = module.state_dict();
        var left = theirs.Keys.Where(name => name != Counter && !name.EndsWith("." + Counter, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        List<string> matched = [], onlyOurs = [];
        foreach (var entry in Entries(state))
        {
            if (rename(entry.Name) is not { } name || !theirs.TryGetValue(name, out var tensor))
            {
                onlyOurs.Add(entry.Name);
                continue;
            }

            if (!left.Remove(name))
                throw new WeightMismatchException($"Two of the experiment's names lead to the module's '{name}', '{entry.Name}' is the second. Give each a name of its own.");
            matched.Add(entry.Name);
            pairs.Add((entry, tensor));
            if (!tensor.shape.AsSpan().SequenceEqual(entry.Shape))
                shapes.Add($"'{entry.Name}' is {Text(entry.Shape)} in the experiment and {Text(tensor.shape)} in the module");
        }

        Report = new WeightReport(matched, onlyOurs, [.. theirs.Keys.Where(left.Contains)]);
    }

    /// <summary>What matched.</summary>
    public WeightReport Report { get; }

    /// <summary>Throws unless all that matched has the same shape and, if <paramref name="strict"/>, nothing is left over.</summary>
    /// <exception cref="WeightMismatchException">It does not fit.</exception>
    public WeightMatch Check(bool strict)
    {
        if (shapes.Count > 0)
            throw new WeightMismatchException($"The module's shapes differ: {string.Join("; ", shapes)}. Give both the same layers, or leave these out by rename.");
        if (Report.Matched.Count == 0)
            throw new WeightMismatchException($"No name is on both sides: {Report}. Give rename, from the experiment's names to the module's.");
        if (strict && !Report.IsComplete)
            throw new WeightMismatchException($"The module is not the experiment's network: {Report}. Give rename for other names, or strict: false to leave out what is only on one side.");
        return this;
    }

    /// <summary>Throws unless every pair has the same element type and device, so that both can be one memory.</summary>
    /// <exception cref="WeightMismatchException">They differ.</exception>
    public WeightMatch CheckShareable()
    {
        foreach (var (ours, theirs) in pairs)
        {
            var type = (ScalarType)(int)theirs.dtype;
            var device = (DeviceType)(int)theirs.device_type;
            if (type != state.ElementType || device != state.Device.Type)
                throw new WeightMismatchException($"'{ours.Name}' is {state.ElementType} on {state.Device.Type} in the experiment and {type} on {device} in the module, so it can't be one memory. Convert the module with to(), or copy.");
        }

        return this;
    }

    /// <summary>Throws if a value of the module is not finite: nothing could be trained from it.</summary>
    /// <exception cref="WeightMismatchException">One is not.</exception>
    public WeightMatch CheckFinite()
    {
        foreach (var (ours, theirs) in pairs)
        {
            using var finite = theirs.isfinite();
            using var all = finite.all();
            if (!all.item<bool>())
                throw new WeightMismatchException($"The module's '{ours.Name}' has values that are not finite. Nothing was taken over.");
        }

        return this;
    }

    /// <summary>Changes every pair in place, the experiment's as a view of its memory, without recording gradients.</summary>
    /// <param name="change">Returns what TorchSharp's operator in place does: the changed tensor itself, or a second one that is not needed.</param>
    public void ForEach(Func<torch.Tensor, torch.Tensor, torch.Tensor> change)
    {
        using var _ = torch.no_grad();
        foreach (var (ours, theirs) in pairs)
        {
            var view = ours.View();
            using var mine = view.MoveToTorchSharp();
            var result = change(mine, theirs);
            if (!ReferenceEquals(result, theirs))
                result.Dispose();
        }
    }

    private static IEnumerable<Entry> Entries(ModelState state) =>
        state.Layout.Parameters.Select(info => new Entry(info.Name, info.Shape, state.Values, info.Offset))
            .Concat(state.Layout.Buffers.Select(info => new Entry(info.Name, [info.Count], state.Buffers, info.Offset)));

    private static string Text(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";

    private readonly record struct Entry(string Name, long[] Shape, Tensor Flat, long Offset)
    {
        /// <summary>Its own shape over the flat buffer's memory, which lives as long as any view of it.</summary>
        public Tensor View()
        {
            var strides = new long[Shape.Length];
            var step = 1L;
            for (var dimension = Shape.Length - 1; dimension >= 0; dimension--)
            {
                strides[dimension] = step;
                step *= Shape[dimension];
            }

            return Flat.View(Shape, strides, Offset);
        }
    }
}
