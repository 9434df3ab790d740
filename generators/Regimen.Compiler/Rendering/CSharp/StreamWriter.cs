using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>
/// A kernel's accesses to memory. Accesses that differ only by a constant share a pointer, which is set before the rows and moved with them.
/// </summary>
internal sealed class StreamWriter(LoopNest nest, AddressWriter addresses, bool sweepsOnce)
{
    private readonly List<KernelMemory> memory = [];
    private readonly List<Stream> streams = [];
    private readonly NameSource fields = new([]);
    private NameSource locals = new([]);

    /// <summary>The pointers that the kernel is given.</summary>
    public IReadOnlyList<KernelMemory> Memory => memory;

    /// <summary>Whether pointers move with the rows; otherwise the row is part of every access.</summary>
    public bool Moves => sweepsOnce && nest.Form == KernelForm.Lanes && nest.Rows.Length == 1;

    /// <summary>Where names of locals come from.</summary>
    public void Use(NameSource names) => locals = names;

    /// <summary>The factor of the lanes' counter.</summary>
    public long LaneFactor(Affine index) => nest.Lane is { } lane ? index.FactorOf(lane.Inner) : 0;

    /// <summary>The field that points to a value.</summary>
    public string Field(Storage storage, bool writes = false)
    {
        var known = memory.FirstOrDefault(item => item.Storage.Key == storage.Key);
        if (known is null)
            memory.Add(known = new KernelMemory(fields.Next(Naming.Pascal(Naming.RoleOf(storage, writes))), ElementNames.TypeOf(storage.Type.Element), storage));
        return "k." + known.Name;
    }

    /// <summary>Reads.</summary>
    /// <param name="load">What.</param>
    /// <param name="row">The row of a table that is looked up.</param>
    public string Load(LoweredLoad load, string? row)
    {
        var address = Address(load, row);
        var step = LaneFactor(load.Address);
        return (load.Element, step) switch
        {
            (ElementType.Real, 0) => $"V.Of(double.CreateTruncating(*({address})))",
            (ElementType.Real, 1) => $"V.Load({address}, count)",
            (ElementType.Real, _) => $"V.Load({address}, {addresses.Step(step)}, count)",
            (ElementType.Double or ElementType.Int32 or ElementType.UInt8 or ElementType.UInt32, 0) => $"V.Of(*({address}))",
            (ElementType.UInt8, _) => $"V.LoadBytes({address}, {addresses.Step(step)}, count)",
            (ElementType.Int32, _) => $"V.LoadInts({address}, {addresses.Step(step)}, count)",
            (ElementType.BFloat16, _) => $"V.LoadBFloat16({address}, {addresses.Step(step)}, count)",
            _ => throw new IllegalFormulaException($"Lanes of {load.Element} can't be read."),
        };
    }

    /// <summary>Writes.</summary>
    public string Store(KernelStore store, string value)
    {
        Field(store.Target, writes: true);
        var address = Address(store.Target, store.Address);
        var step = LaneFactor(store.Address);
        return (store.Target.Type.Element, step) switch
        {
            (ElementType.Real, 0) => $"*({address}) = T.CreateTruncating(V.Head({value}));",
            (ElementType.Real, 1) => $"V.Store({value}, {address}, count);",
            (ElementType.Real, _) => $"V.Store({value}, {address}, {addresses.Step(step)}, count);",
            (ElementType.Double or ElementType.Int32, 0) => $"*({address}) = ({ElementNames.TypeOf(store.Target.Type.Element)})V.Head({value});",
            (ElementType.Int32, 1) => $"V.StoreInts({value}, {address}, count);",
            (ElementType.BFloat16, 1) => $"V.StoreBFloat16({value}, {address}, count);",
            var (element, _) => throw new IllegalFormulaException($"Lanes of {element} can't be written {step} apart."),
        };
    }

    /// <summary>The address of a load.</summary>
    /// <param name="load">The load.</param>
    /// <param name="row">The row of a table that is looked up; or none.</param>
    public string Address(LoweredLoad load, string? row) => Address(load.Source, load.Address) + (row is null ? "" : load.RowStride == 1 ? $" + {row}" : $" + ((long){row} * {addresses.Step(load.RowStride)})");

    /// <summary>The pointer to the first element of what a load reads.</summary>
    public string Pointer(LoweredLoad load) => Field(load.Source);

    /// <summary>The pointers that are set at the beginning: names and values.</summary>
    public IEnumerable<(string Name, string Value, bool Moves)> Pointers => streams.Select(stream =>
    {
        var parts = new List<string> { Field(stream.Storage) };
        var unit = addresses.Part(stream.Index, nest.Units);
        if (unit.Length > 0)
            parts.Add(unit);
        if (nest.BlocksRows && stream.Index.FactorOf(nest.Rows[0].Inner) is var factor and not 0)
            parts.Add(factor == 1 ? "first" : $"(first * {addresses.Step(factor)})");
        if (nest.Form != KernelForm.Units && nest.Lane is { } lane && stream.Index.FactorOf(lane.Inner) is var step and not 0)
            parts.Add(step == 1 ? "lane" : $"(lane * {addresses.Step(step)})");
        return (stream.Name, string.Join(" + ", parts), Moves && stream.Index.FactorOf(nest.Rows[0].Inner) != 0);
    });

    /// <summary>What moves the pointers to the next row.</summary>
    public IEnumerable<string> Increments => Moves
        ? streams.Select(stream => (stream.Name, Factor: stream.Index.FactorOf(nest.Rows[0].Inner))).Where(stream => stream.Factor != 0)
            .Select(stream => $"{stream.Name} += {addresses.Step(stream.Factor)}")
        : [];

    private string Address(Storage storage, Affine index)
    {
        if (index.Terms.Any(term => term.Variable is Division))
            return $"{Field(storage)} + {addresses.Whole(index)}";
        var stream = streams.FirstOrDefault(candidate => candidate.Storage.Key == storage.Key && (candidate.Index + (index * -1)).IsConstant);
        if (stream is null)
            streams.Add(stream = new Stream(storage, index + -index.Offset, locals.Next(Naming.Camel(Field(storage).Substring(2)) + "At")));
        var parts = new List<string> { stream.Name };
        if (nest.Form == KernelForm.Units)
        {
            var inner = addresses.Part(index, nest.Rows.Append(nest.Lane!));
            if (inner.Length > 0)
                parts.Add(inner);
        }
        else if (!Moves)
        {
            foreach (var group in nest.Rows.Where(group => index.FactorOf(group.Inner) != 0))
                parts.Add($"({(nest.BlocksRows ? "row" : addresses.Counter(group))} * {addresses.Step(index.FactorOf(group.Inner))})");
        }

        if (index.Offset != 0)
            parts.Add(addresses.Offset(index.Offset));
        return string.Join(" + ", parts);
    }

    private sealed record Stream(Storage Storage, Affine Index, string Name);
}
