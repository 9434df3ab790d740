using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Recipe;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>How a program's code names values in memory: pointers for kernels, tensors for the library. Notes what has to be declared.</summary>
internal sealed class MemoryWriter(StepPrograms programs)
{
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["samples"] = "batch.Samples",
        ["partners"] = "batch.Partners",
        ["shares"] = "memory.Shares",
        ["labels"] = "batch.Labels",
        ["partnerLabels"] = "batch.PartnerLabels",
        ["images"] = "batch.Images.Pixels",
        [BatchColumns.Seed] = "memory.Seed",
        ["inputMean"] = "memory.InputMean",
        ["inputDeviation"] = "memory.InputDeviation",
    };

    private readonly Dictionary<string, Parameter> parameters = programs.Parameters.ToDictionary(parameter => parameter.Name);
    private readonly Dictionary<string, Parameter> gradients = programs.Parameters.ToDictionary(StepPrograms.GradientOf);
    private readonly Dictionary<string, Statistic> statistics = programs.Statistics.ToDictionary(statistic => statistic.Name);
    private readonly HashSet<string> names = ["batch", "rate", "epoch", "memory", "views"];

    /// <summary>Tensors of the state that the library is given, by name, with what makes them.</summary>
    public SortedDictionary<string, string> StateTensors { get; } = new(StringComparer.Ordinal);

    /// <summary>Pointers to values, by name, with what makes them.</summary>
    public SortedDictionary<string, string> Pointers { get; } = new(StringComparer.Ordinal);

    /// <summary>Tensors over the batch's arena, by name, with what makes them.</summary>
    public SortedDictionary<string, string> Views { get; } = new(StringComparer.Ordinal);

    /// <summary>Tensors that the library returns.</summary>
    public SortedSet<string> Owned { get; } = new(StringComparer.Ordinal);

    /// <summary>The pointer to a value.</summary>
    public string Pointer(Storage storage, Prefixed program)
    {
        if (Columns.TryGetValue(storage.Key, out var column))
            return column;
        if (parameters.TryGetValue(storage.Key, out var parameter))
            return StateTensors.ContainsKey(storage.Key) ? $"(T*){storage.Key}.Data" : Point(storage.Key, $"memory.Weights + {Literal.Of(programs.OffsetOf(parameter))}");
        if (gradients.TryGetValue(storage.Key, out var gradient))
            return StateTensors.ContainsKey(storage.Key) ? $"(T*){storage.Key}.Data" : Point(storage.Key, $"memory.Gradients + {Literal.Of(programs.OffsetOf(gradient))}");
        if (statistics.TryGetValue(storage.Key, out var statistic))
            return Point(storage.Key, $"memory.Buffers + {Literal.Of(OffsetOf(statistic))}");
        if (OfUpdate(storage) is { } range)
            return range;
        var owner = program.Plan.OwnerOf(storage);
        if (owner.Home == Home.Library)
            return $"(T*){program.Name(owner)}.Data";
        var place = program.Plan.PlaceOf(owner)!;
        var makes = $"memory.{(owner.Type.Count.PerSample ? "PerSample" : "Fixed")}({Literal.Of(place.Offset)})";
        return storage.Type.Element switch
        {
            ElementType.Real => Point(program.Name(storage), makes),
            var element => $"({ElementNames.TypeOf(element)}*){Point(program.Name(storage), makes)}",
        };
    }

    /// <summary>The tensor of a value.</summary>
    public string Tensor(Storage storage, Prefixed program)
    {
        if (parameters.ContainsKey(storage.Key))
            return StateTensor(storage.Key, $"state.Parameter({Literal.Of(programs.Parameters.IndexOf(parameters[storage.Key]))})");
        if (gradients.TryGetValue(storage.Key, out var gradient))
            return StateTensor(storage.Key, $"state.Gradient({Literal.Of(programs.Parameters.IndexOf(gradient))})");
        var owner = program.Plan.OwnerOf(storage);
        if (owner.Home == Home.Library)
            return program.Name(owner);
        var name = Naming.Pascal(program.Name(storage));
        var axes = storage.Type.Axes;
        var offset = Literal.Of(program.Plan.PlaceOf(owner)!.Offset);
        var makes = axes.Count == 4
            ? $"memory.Images({offset}, batch, {Literal.Of(axes[3].Count)}, {Literal.Of(axes[1].Count)}, {Literal.Of(axes[2].Count)})"
            : $"memory.Features({offset}, {(axes[0].PerSample ? axes[0].Count == 1 ? "batch" : "batch * " + Literal.Of(axes[0].Count) : Literal.Of(axes[0].Count))}, {string.Join(", ", axes.Skip(1).Select(axis => Literal.Of(axis.Count)))})";
        if (Views.TryGetValue(name, out var known) && known != makes)
            name += "As" + string.Join("x", axes.Select(axis => axis.PerSample ? "B" : Literal.Of(axis.Count)));
        Views[name] = makes;
        return "views." + name;
    }

    /// <summary>The tensor of the parameter that a gradient is of.</summary>
    public string WeightOf(Storage gradient) => StateTensor(gradients[gradient.Key].Name, $"state.Parameter({Literal.Of(programs.Parameters.IndexOf(gradients[gradient.Key]))})");

    /// <summary>Notes a tensor that the library returns.</summary>
    public string OwnedTensor(Storage storage, Prefixed program)
    {
        Owned.Add(program.Name(storage));
        return program.Name(storage);
    }

    private string StateTensor(string name, string makes)
    {
        StateTensors[name] = makes;
        Pointers.Remove(name);
        return name;
    }

    private string Point(string name, string makes)
    {
        Pointers[name] = makes;
        return name;
    }

    private long OffsetOf(Statistic statistic) => programs.Statistics.TakeWhile(other => other != statistic).Sum(other => (long)other.Count);

    /// <summary>A range of the flat buffers.</summary>
    private string? OfUpdate(Storage storage)
    {
        foreach (var range in programs.Ranges)
        {
            var suffix = StepPrograms.Suffix(range);
            var begin = range.Begin == 0 ? "" : " + " + Literal.Of(range.Begin);
            if (storage.Key == StepPrograms.Weights + suffix)
                return "memory.Weights" + begin;
            if (storage.Key == StepPrograms.Gradient + suffix)
                return "memory.Gradients" + begin;
            for (var slot = 0; slot < programs.Rule.Slots.Count; slot++)
            {
                if (storage.Key == Recipe.Updates.UpdateStep.Key(programs.Rule, programs.Rule.Slots[slot], range.Group))
                    return $"memory.Slot({Literal.Of(slot)}){begin}";
            }
        }

        return null;
    }
}

/// <summary>One of a program's schedules, whose names are kept apart from the others'.</summary>
internal sealed record Prefixed(Schedule Schedule, MemoryPlan Plan, string Prefix)
{
    /// <summary>The name of a value that the schedule made.</summary>
    public string Name(Storage storage) => Prefix.Length == 0 ? storage.Key : Prefix + Naming.Pascal(storage.Key);
}
