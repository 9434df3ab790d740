using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Graph;

/// <summary>What a program computes a network for.</summary>
internal enum Mode
{
    /// <summary>Draws masks, uses the batch's statistics and updates the running ones.</summary>
    Training,

    /// <summary>Everything random is the identity; running statistics are read.</summary>
    Evaluation,
}

/// <summary>A layer as it was written.</summary>
/// <param name="Site">Which one.</param>
/// <param name="Type">What it makes.</param>
/// <param name="ParameterCount">Values that it trains.</param>
internal sealed record LayerRecord(Site Site, TensorType Type, long ParameterCount);

/// <summary>Collects what layers and tricks declare while they write their formulas: state, given values, and assignments.</summary>
internal sealed class StepBuilder(Mode mode)
{
    private readonly Dictionary<string, Storage> storages = new()
    {
        [Functions.BatchKey] = new Storage(Functions.BatchKey, TensorType.Scalar(ElementType.Real), Home.Given),
    };
    private readonly Dictionary<string, Input> inputs = [];
    private readonly List<Assignment> assignments = [];
    private readonly List<Parameter> parameters = [];
    private readonly List<Formula> weights = [];
    private readonly List<Statistic> statistics = [];
    private readonly Dictionary<string, int> sites = [];
    private readonly Dictionary<string, int> names = [];
    private readonly Dictionary<string, Formula> hostNumbers = [];

    /// <summary>What the formulas are for.</summary>
    public Mode Mode { get; } = mode;

    /// <summary>What is being written: new values belong to it.</summary>
    public Site? Site { get; set; }

    /// <summary>The layers that were written, in order; those that only hold others are not among them.</summary>
    public List<LayerRecord> Layers { get; } = [];

    /// <summary>The parameters, in network order.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>The values of <see cref="Parameters"/>, which gradients are with respect to.</summary>
    public IReadOnlyList<Formula> Weights => weights;

    /// <summary>The running statistics, in network order.</summary>
    public IReadOnlyList<Statistic> Statistics => statistics;

    /// <summary>
    /// Numbers of the run that the host computes before each step, in double precision, and hands in rounded, by key. They are made of numbers
    /// of the run themselves: Double inputs without axes.
    /// </summary>
    public IReadOnlyDictionary<string, Formula> HostNumbers => hostNumbers;

    /// <summary>What it has collected.</summary>
    public StepGraph Graph => new([.. storages.Values], [.. assignments]);

    /// <summary>A trained parameter, in PyTorch's order of axes; its key is its name.</summary>
    public Formula Parameter(Parameter parameter)
    {
        parameters.Add(parameter);
        var value = State(parameter.Name, TensorType.Of(ElementType.Real, [.. parameter.Shape.Select(length => (Extent)length)]));
        weights.Add(value);
        return value;
    }

    /// <summary>A running statistic, one axis; its key is its name.</summary>
    public Formula Statistic(Statistic statistic)
    {
        statistics.Add(statistic);
        return State(statistic.Name, TensorType.Of(ElementType.Real, statistic.Count));
    }

    /// <summary>The old value of a state.</summary>
    public Formula State(string key, TensorType type) => Declare(new Storage(key, type, Home.State));

    /// <summary>A value that is handed in: a column, a table of draws; without axes, a number of the run.</summary>
    public Formula Given(string key, TensorType type) => Declare(new Storage(key, type, Home.Given));

    /// <summary>A number that the host computes before each step and hands in, a Real.</summary>
    /// <param name="key">Its key. Whoever asks twice must mean the same.</param>
    /// <param name="value">Double, without axes, made of Double inputs without axes.</param>
    public Formula OnHost(string key, Formula value)
    {
        if (value.Type != TensorType.Scalar(ElementType.Double))
            throw new IllegalFormulaException($"'{key}' is {value.Type}; the host computes numbers, in double precision.");
        if (!hostNumbers.TryGetValue(key, out var known))
            hostNumbers.Add(key, value);
        else if (Simplifier.Simplify([known, value]) is [var first, var second] && first != second)
            throw new IllegalFormulaException($"'{key}' is computed on the host in two ways.");
        return Given(key, TensorType.Scalar(ElementType.Real));
    }

    /// <summary>Makes a value the new one of a state, or a result under a key of its own.</summary>
    public void Assign(string key, Formula value, Home home = Home.State)
    {
        if (!storages.TryGetValue(key, out var target))
            storages.Add(key, target = new Storage(key, value.Type, home));
        if (target.Type != value.Type)
            throw new IllegalFormulaException($"'{key}' holds {target.Type}, not {value.Type}.");
        if (assignments.Any(assignment => assignment.Target == target))
            throw new IllegalFormulaException($"'{key}' is assigned twice.");
        assignments.Add(new Assignment(target, Site is null ? value : value.At(Site)));
    }

    /// <summary>The next name of a kind: <c>conv1</c>, <c>conv2</c>, …</summary>
    public string Name(string stem)
    {
        names.TryGetValue(stem, out var count);
        names[stem] = count + 1;
        return FormattableString.Invariant($"{stem}{count + 1}");
    }

    /// <summary>How many draws of a purpose there were: the site of the next one, which its random key contains.</summary>
    public int NextSite(string purpose)
    {
        sites.TryGetValue(purpose, out var count);
        sites[purpose] = count + 1;
        return count;
    }

    private Input Declare(Storage storage)
    {
        if (!storages.TryGetValue(storage.Key, out var known))
            storages.Add(storage.Key, storage);
        else if (known != storage)
            throw new IllegalFormulaException($"'{storage.Key}' is declared as {known} and as {storage}.");
        if (!inputs.TryGetValue(storage.Key, out var input))
            inputs.Add(storage.Key, input = new Input(storage.Key, storage.Type));
        return input;
    }
}
