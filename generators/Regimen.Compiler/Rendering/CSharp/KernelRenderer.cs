using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>Writes a kernel as a struct of pointers and lengths with the text of one turn; the library's drivers do the rest.</summary>
internal sealed class KernelRenderer
{
    /// <summary>Rows of a unit where units are blocks of rows: few enough that a block of lanes stays in the first cache.</summary>
    public const int RowsPerUnit = 32;

    private static readonly IndexDialect Dialect = new(name => "k." + name, Literal.Of, "Indices.Quotient", "Indices.Remainder", "(first + row)");

    private readonly Kernel kernel;
    private readonly LoopNest nest;
    private readonly CodeWriter code = new();
    private readonly AddressWriter addresses;
    private readonly StreamWriter streams;
    private readonly ExpressionWriter expressions;
    private readonly LoopSet innerLoops;
    private readonly KernelNodes nodes;
    private readonly HashSet<Lowered> wholeNumbers = [];
    private readonly PartialSlots slots;
    private NameSource names;

    private KernelRenderer(Kernel kernel)
    {
        this.kernel = kernel;
        nest = kernel.Nest;
        nodes = new KernelNodes(kernel);
        addresses = new AddressWriter(nest, Dialect);
        streams = new StreamWriter(nest, addresses, !kernel.Reductions.Any() && !kernel.Partials.Any(partial => partial.Reduction == Reduction.Moments));
        expressions = new ExpressionWriter(streams, addresses);
        innerLoops = nest.Form switch
        {
            KernelForm.Flat => LoopSet.None,
            KernelForm.Lanes => nest.RowLoops,
            _ => nest.RowLoops | nest.LaneLoops,
        };
        slots = new PartialSlots(kernel);
        names = Names();
        NoteWholeNumbers();
    }

    /// <summary>The kernel as text.</summary>
    public static KernelText Render(Kernel kernel) => new KernelRenderer(kernel).Render();

    /// <summary>What only indices and counters of draws are made of is written where it is used, as C#'s own numbers.</summary>
    private void NoteWholeNumbers()
    {
        var asLanes = new HashSet<Lowered>();
        foreach (var node in kernel.Nodes.Reverse())
        {
            var isRoot = kernel.Stores.Any(store => store.Value == node) || kernel.Partials.Any(partial => partial.Value == node);
            if (isRoot)
                asLanes.Add(node);
            if (node is not (LoweredLoad or LoweredDraw) && (isRoot || asLanes.Contains(node)))
                asLanes.UnionWith(node.Operands);
        }

        wholeNumbers.UnionWith(kernel.Nodes.Where(node => !asLanes.Contains(node)));
    }

    private static NameSource Names() => new(
        ["k", "chunk", "unit", "lane", "count", "row", "rows", "first", "rest", "lanes", "kept", "units", "T", "V",
            .. Enumerable.Range(1, 9).SelectMany(number => new[] { "row", "rows", "unit", "units", "stride" }.Select(stem => stem + Literal.Of(number)))]);

    private KernelText Render()
    {
        var body = Body();
        code.Blank();
        var signature = nest.Form == KernelForm.Units ? "in " + KernelText.Self + " k, in Chunk<T> chunk, long unit" : "in " + KernelText.Self + " k, in Chunk<T> chunk, long unit, int lane, int count";
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        code.Line($"public static void Run<V>({signature})");
        code.Indented("where V : unmanaged, ILanes<V, T>");
        using (code.Open(""))
            code.Line(body);
        var results = new List<KernelMemory>();
        var taken = new NameSource(streams.Memory.Select(item => item.Name));
        foreach (var target in kernel.Partials.SelectMany(partial => partial.Targets))
            results.Add(new KernelMemory(taken.Next(Naming.Pascal(Naming.RoleOf(target))), ElementNames.TypeOf(target.Type.Element), target));
        var own = OwnSizes();
        RenderRun(streams.Memory, results, own);
        return new KernelText(kernel, Fields(streams.Memory) + code, [.. streams.Memory.Concat(results)], [.. expressions.Scalars], [.. expressions.Counts], [.. addresses.Sizes], own);
    }

    /// <summary>What the driver must know and the text of a turn does not.</summary>
    private ImmutableArray<KernelSize> OwnSizes()
    {
        var own = ImmutableArray.CreateBuilder<KernelSize>();
        if (nest.Lane is { } lane && addresses.Sizes.All(size => size.Name != "Lanes"))
            own.Add(new KernelSize("Lanes", lane.Size));
        if (nest.Form != KernelForm.Flat && !nest.BlocksRows)
            own.Add(new KernelSize("Units", TensorType.Product(nest.Units.Select(group => group.Size))));
        return own.ToImmutable();
    }

    private IEnumerable<string> CountNames => Enumerable.Range(1, expressions.Counts.Count).Select(number => "Count" + Literal.Of(number));

    private string Fields(IReadOnlyList<KernelMemory> memory)
    {
        var fields = new CodeWriter();
        foreach (var group in memory.GroupBy(item => item.Type))
            fields.Line($"public {group.Key}* {string.Join(", ", group.Select(item => item.Name))};");
        var numbers = expressions.Scalars.Select(Naming.Pascal).Concat(CountNames).ToArray();
        if (numbers.Length > 0)
            fields.Line($"public double {string.Join(", ", numbers)};");
        if (addresses.Sizes.Count > 0)
            fields.Line($"public int {string.Join(", ", addresses.Sizes.Select(size => size.Name))};");
        return fields.ToString();
    }

    /// <summary>The text of one call: a unit, or a block of its lanes.</summary>
    private string Body()
    {
        // Pointers are known once everything that uses them is written, so they are put before it.
        var inside = new CodeWriter();
        streams.Use(names);
        var last = nodes.LastLevel;
        BeginPartials(inside);
        for (var level = 0; level <= last; level++)
        {
            Hoisted(inside, level);
            Sweep(inside, level);
        }

        foreach (var store in kernel.Stores.Where(store => !innerLoops.IsEmpty && !IsInner(store.Value) && !IsInner(store)))
            inside.Line(streams.Store(store, expressions.Of(store.Value)));
        EndPartials(inside);

        var whole = new CodeWriter();
        if (nest.Units.Length > 1)
            SplitUnit(whole);
        if (nest.BlocksRows)
        {
            whole.Line($"var first = unit * {Literal.Of(RowsPerUnit)};");
            whole.Line($"var rows = (int)Math.Min({Literal.Of(RowsPerUnit)}, {addresses.Length(nest.Rows[0])} - first);");
        }

        var text = inside.ToString().TrimEnd('\n');
        foreach (var (name, value, moves) in streams.Pointers)
        {
            if (!moves && Words.Count(text, name) == 1)
                text = Words.Replace(text, name, value);
            else
                whole.Line($"var {name} = {value};");
        }

        whole.Line(text);
        return WithLocals(whole.ToString().TrimEnd('\n'));
    }

    /// <summary>Lengths are read once, before any loop: a store may alias a field, so that each turn would read it again.</summary>
    private string WithLocals(string text)
    {
        var whole = new CodeWriter();
        foreach (var size in addresses.Sizes)
        {
            if (nest.BlocksRows && size.Name == "Rows")
                continue;
            var field = "k." + size.Name;
            if (Words.Count(text, field) == 0)
                continue;
            whole.Line($"long {Naming.Camel(size.Name)} = {field};");
            text = Words.Replace(text, field, Naming.Camel(size.Name));
        }

        whole.Line(text);
        return whole.ToString().TrimEnd('\n');
    }

    private void SplitUnit(CodeWriter to)
    {
        to.Line("var rest = unit;");
        for (var index = nest.Units.Length - 1; index >= 0; index--)
        {
            var counter = addresses.Counter(nest.Units[index]);
            if (index == 0)
            {
                to.Line($"var {counter} = rest;");
                break;
            }

            to.Line($"var {counter} = rest % {addresses.Length(nest.Units[index])};");
            to.Line($"rest /= {addresses.Length(nest.Units[index])};");
        }
    }

    private bool IsInner(Lowered node) => node.Loops.Meets(innerLoops);

    private bool IsInner(KernelStore store) => store.Address.Loops.Meets(innerLoops);

    /// <summary>Values that don't change within a unit and are known before the sweep of a level.</summary>
    private void Hoisted(CodeWriter to, int level)
    {
        foreach (var node in kernel.Nodes)
        {
            if (nodes.LevelOf(node) == level && !IsInner(node) && node is not (LoweredConstant or LoweredReduce) && IsWorthAVariable(node, hoists: true))
                Declare(to, node);
        }
    }

    /// <summary>One pass over rows and lanes, for the reductions of a level and for what can be written after it.</summary>
    private void Sweep(CodeWriter to, int level)
    {
        var reductions = kernel.Reductions.Where(reduction => nodes.LevelOf(reduction.Operands[0]) == level).ToArray();
        var stores = kernel.Stores.Where(store => (IsInner(store.Value) || IsInner(store)) && nodes.LevelOf(store.Value) == level).ToArray();
        var partials = kernel.Partials.Where(partial => nodes.LevelOf(partial.Value) == level && (IsInner(partial.Value) || (nest.Form == KernelForm.Lanes && !kernel.Reductions.Any()))).ToArray();
        if (innerLoops.IsEmpty)
        {
            foreach (var store in kernel.Stores.Where(store => nodes.LevelOf(store.Value) == level))
                to.Line(streams.Store(store, expressions.Of(store.Value)));
            foreach (var partial in kernel.Partials.Where(partial => nodes.LevelOf(partial.Value) == level))
                slots.Accumulate(to, partial, expressions.Of(partial.Value), this);
            return;
        }

        if (reductions.Length == 0 && stores.Length == 0 && partials.Length == 0)
            return;
        var accumulators = reductions.ToDictionary(reduction => reduction, reduction => new Accumulator(reduction, names.Next(reduction.Name ?? Naming.StemOf(reduction)), nest));
        foreach (var accumulator in accumulators.Values)
            accumulator.Begin(to);
        var moments = partials.Where(partial => partial.Reduction == Reduction.Moments).ToArray();
        foreach (var partial in moments)
            MomentsOf(to, partial);
        if (reductions.Length > 0 || stores.Length > 0 || partials.Length > moments.Length)
        {
            Loops(to, () =>
            {
                var inner = new CodeWriter();
                var declared = Inner(inner, reductions.Select(reduction => reduction.Operands[0]).Concat(stores.Select(store => store.Value)).Concat(partials.Except(moments).Select(partial => partial.Value)));
                foreach (var reduction in reductions)
                    accumulators[reduction].Add(inner, expressions.Of(reduction.Operands[0]), index => addresses.Whole(index), streams.LaneFactor(reduction.Position));
                foreach (var partial in partials.Except(moments))
                    slots.Accumulate(inner, partial, expressions.Of(partial.Value), this);
                foreach (var store in stores)
                    inner.Line(streams.Store(store, expressions.Of(store.Value)));
                expressions.Forget(declared);
                return inner.ToString().TrimEnd('\n');
            });
        }

        foreach (var reduction in reductions)
        {
            var accumulator = accumulators[reduction];
            accumulator.End(to, names);
            expressions.Define(reduction, accumulator.Result);
        }
    }

    /// <summary>Writes the variables that some values need within the loops.</summary>
    private List<Lowered> Inner(CodeWriter to, IEnumerable<Lowered> roots)
    {
        var needed = new HashSet<Lowered>();
        var open = new Stack<Lowered>(roots);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (expressions.Has(node) || !needed.Add(node))
                continue;
            foreach (var operand in node.Operands)
                open.Push(operand);
        }

        var outer = names;
        var declared = new List<Lowered>();
        foreach (var node in kernel.Nodes.Where(node => needed.Contains(node) && IsInner(node) && node is not LoweredReduce))
        {
            if (!IsWorthAVariable(node, hoists: false))
                continue;
            Declare(to, node);
            declared.Add(node);
        }

        names = outer;
        return declared;
    }

    private bool IsWorthAVariable(Lowered node, bool hoists) =>
        !wholeNumbers.Contains(node) && node is not (LoweredConstant or LoweredIndex { Index.IsConstant: true })
        && (node is LoweredLoad || node.Name is not null || nodes.UsesOf(node) > 1 || (hoists && node is not LoweredScalar)
            || (node is LoweredScalar && hoists) || node is LoweredDraw);

    private void Declare(CodeWriter to, Lowered node)
    {
        if (expressions.Has(node))
            return;
        var text = expressions.Compute(node);
        var name = names.Next(node.Name ?? Naming.StemOf(node));
        to.Line($"var {name} = {text};");
        expressions.Define(node, name);
    }

    private void Loops(CodeWriter to, Func<string> body)
    {
        var text = body();
        var open = new Stack<IDisposable>();
        if (nest.Form == KernelForm.Lanes)
        {
            foreach (var group in nest.Rows)
            {
                var counter = nest.BlocksRows ? "row" : addresses.Counter(group);
                var increments = string.Join("", streams.Increments.Select(increment => ", " + increment));
                open.Push(to.Open($"for (var {counter} = 0; {counter} < {(nest.BlocksRows ? "rows" : addresses.Length(group))}; {counter}++{increments})"));
            }
        }
        else
        {
            foreach (var group in nest.Rows)
            {
                var counter = addresses.Counter(group);
                open.Push(to.Open($"for (var {counter} = 0; {counter} < {addresses.Length(group)}; {counter}++)"));
            }

            open.Push(to.Open($"for (var lane = 0; lane < {addresses.Length(nest.Lane!)}; lane += Lane.Count)"));
            to.Line($"var count = (int)Math.Min(Lane.Count, {addresses.Length(nest.Lane!)} - lane);");
        }

        to.Line(text);
        while (open.Count > 0)
            open.Pop().Dispose();
    }

    private void BeginPartials(CodeWriter to)
    {
        if (nest.Form == KernelForm.Units)
            slots.BeginUnit(to, kernel.Partials.Where(partial => IsInner(partial.Value)), this);
        else if (nest.Form == KernelForm.Lanes)
            slots.BeginLanes(to, this);
    }

    private void EndPartials(CodeWriter to)
    {
        if (nest.Form == KernelForm.Units)
        {
            slots.EndUnit(to, this);
            foreach (var partial in kernel.Partials.Where(partial => !IsInner(partial.Value)))
                slots.AccumulateUnit(to, partial, expressions.Of(partial.Value));
        }
        else if (nest.Form == KernelForm.Lanes)
        {
            foreach (var partial in kernel.Partials.Where(partial => kernel.Reductions.Any() && !IsInner(partial.Value)))
                slots.Accumulate(to, partial, expressions.Of(partial.Value), this);
            slots.EndLanes(to, this);
        }
    }

    /// <summary>Mean and squared deviations of a block of rows, merged into those of the rows before it.</summary>
    private void MomentsOf(CodeWriter to, KernelPartial partial)
    {
        var rows = nest.BlocksRows ? "rows" : addresses.Length(nest.Rows[0]);
        var mean = names.Next("blockMean");
        var squares = names.Next("blockSquares");
        to.Line($"var {mean} = V.Zero;");
        Loops(to, () => Text($"{mean} += {{0}};"));
        to.Line($"{mean} = {mean} / V.Of({rows});");
        to.Line($"var {squares} = V.Zero;");
        var deviation = names.Next("deviation");
        Loops(to, () => Text($"var {deviation} = {{0}} - {mean};\n{squares} = V.MultiplyAdd({deviation}, {deviation}, {squares});"));
        to.Line($"Moments.Merge<V, T>({slots.LanePointer(partial, this)}, {slots.LanePointer(partial, this, part: 1)}, count, (unit - chunk.FirstUnit) * {(nest.BlocksRows ? Literal.Of(RowsPerUnit) : rows)}, {(nest.BlocksRows ? rows : "(int)" + rows)}, {mean}, {squares});");

        string Text(string format)
        {
            var inner = new CodeWriter();
            var declared = Inner(inner, [partial.Value]);
            inner.Line(format.Replace("{0}", expressions.Of(partial.Value)));
            expressions.Forget(declared);
            return inner.ToString().TrimEnd('\n');
        }
    }

    /// <summary>Elements of a row of partial results, as a field.</summary>
    public string Kept => PartialSlots.Kept(kernel) == nest.Lane!.Size ? addresses.Length(nest.Lane) : addresses.Field("Kept", PartialSlots.Kept(kernel));

    /// <summary>An index as text.</summary>
    public string Whole(Affine index) => addresses.Whole(index);

    /// <summary>A name that no variable has.</summary>
    public string NextName(string stem) => names.Next(stem);

    private void RenderRun(IReadOnlyList<KernelMemory> memory, IReadOnlyList<KernelMemory> results, IReadOnlyList<KernelSize> own)
    {
        var work = Work();
        var parameters = memory.Concat(results).Select(item => $"{item.Type}* {Local(item.Name)}")
            .Concat(expressions.Scalars.Concat(CountNames).Select(scalar => "double " + Naming.Camel(scalar)))
            .Concat(addresses.Sizes.Select(size => "int " + Naming.Camel(size.Name)))
            .Concat(own.Select(size => (size.Name == "Lanes" && nest.Form != KernelForm.Flat ? "int " : "long ") + Naming.Camel(size.Name)))
            .Concat(kernel.Partials.IsEmpty ? [] : ["Partials<T> partials"]);
        code.Blank();
        using (code.Open($"public static void Run({string.Join(", ", parameters)})"))
        {
            var fields = memory.Select(item => $"{item.Name} = {Local(item.Name)}")
                .Concat(expressions.Scalars.Concat(CountNames).Select(scalar => $"{Naming.Pascal(scalar)} = {Naming.Camel(scalar)}"))
                .Concat(addresses.Sizes.Select(size => $"{size.Name} = {Naming.Camel(size.Name)}"));
            code.Line($"var kernel = new {KernelText.Self} {{ {string.Join(", ", fields)} }};");
            var last = kernel.Partials.IsEmpty ? "" : ", partials";
            code.Line(nest.Form switch
            {
                KernelForm.Flat => $"Launch.Flat<{KernelText.Self}, T>(kernel, {(nest.Lane is null ? "1" : "lanes")}{last});",
                KernelForm.Lanes => $"Launch.Lanes<{KernelText.Self}, T>(kernel, {(nest.BlocksRows ? $"(rows + {Literal.Of(RowsPerUnit - 1)}L) / {Literal.Of(RowsPerUnit)}" : "units")}, lanes, {work}{last});",
                _ => $"Launch.Units<{KernelText.Self}, T>(kernel, units, {work}{last});",
            });
            slots.Join(code, results.ToDictionary(item => item.Storage.Key, item => Local(item.Name)));
        }
    }

    private static string Local(string field) => "@" + Naming.Camel(field) is var escaped && field is "In" or "Out" or "Params" or "Base" ? escaped : Naming.Camel(field);

    /// <summary>Elements per unit, which decide how many chunks there are.</summary>
    private string Work()
    {
        if (nest.BlocksRows)
            return $"{Literal.Of(RowsPerUnit)}L * lanes";
        var rows = nest.Rows.Select(group => Naming.Camel(addresses.Length(group).Substring(2))).ToArray();
        return rows.Length == 0 ? "lanes" : $"(long){string.Join(" * ", rows)} * lanes";
    }
}
