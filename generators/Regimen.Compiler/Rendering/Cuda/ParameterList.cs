using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>What a kernel's text turns out to need, as its parameters.</summary>
internal sealed class ParameterList(Kernel kernel, NameSource names)
{
    private readonly List<CudaMemory> memory = [];
    private readonly List<CudaNumber> numbers = [];
    private readonly List<CudaCount> counts = [];
    private readonly List<CudaSize> sizes = [];
    private readonly List<CudaPartial> partials = [];

    /// <summary>The pointer to a value.</summary>
    public string Memory(Storage storage)
    {
        var known = memory.FirstOrDefault(item => item.Storage.Key == storage.Key);
        if (known is null)
        {
            var writes = kernel.Stores.Any(store => store.Target.Key == storage.Key);
            var type = (writes ? "" : "const ") + CudaTypes.InMemory(storage.Type.Element) + "*";
            memory.Add(known = new CudaMemory(names.Next(Naming.Pascal(Naming.RoleOf(storage, writes))), type, storage));
        }

        return known.Name;
    }

    /// <summary>A number of the run.</summary>
    public string Number(LoweredScalar scalar)
    {
        if (scalar.Key == Functions.BatchKey)
            return $"{CudaTypes.Of(scalar.Element)}({Size("batch", Extent.Batch)})";
        var known = numbers.FirstOrDefault(item => item.Key == scalar.Key);
        if (known is null)
            numbers.Add(known = new CudaNumber(names.Next(Naming.Pascal(scalar.Key.Split('.')[0])), $"const {CudaTypes.InMemory(scalar.Element)}*", scalar.Key));
        return "*" + known.Name;
    }

    /// <summary>A number of elements, which kernels of the same text may have another one of.</summary>
    public string Count(double value)
    {
        var known = counts.FirstOrDefault(item => item.Value == value);
        if (known is null)
            counts.Add(known = new CudaCount("count" + CudaTypes.Whole(counts.Count + 1), value));
        return known.Name;
    }

    /// <summary>A length.</summary>
    public string Size(string name, Extent value)
    {
        if (sizes.All(item => item.Name != name))
            sizes.Add(new CudaSize(name, value));
        return name;
    }

    /// <summary>Memory for the partial results of a joined value.</summary>
    public CudaPartial Partial(KernelPartial partial, CudaChunks chunks)
    {
        var number = kernel.Partials.IndexOf(partial);
        var known = partials.FirstOrDefault(item => item.Number == number);
        if (known is null)
            partials.Add(known = new CudaPartial("Partial" + CudaTypes.Whole(number + 1), number, PartialWriter.PartsOf(partial), partial.Count, chunks));
        return known;
    }

    /// <summary>Everything, in order.</summary>
    public ImmutableArray<CudaArgument> All => [.. memory, .. numbers, .. counts, .. sizes, .. partials];
}
