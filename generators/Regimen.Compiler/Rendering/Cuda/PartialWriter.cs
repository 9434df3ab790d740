using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>
/// What a kernel joins across turns. A thread keeps it in a register if it has one element for it, and the block joins the registers at the
/// end; otherwise it is kept in the memory of partial results, where no two threads have the same place. Either way each element has one
/// partial result per chunk, which a kernel of the prelude joins in order and in double precision. No atomics: the bits depend on nothing else.
/// </summary>
internal sealed class PartialWriter(Kernel kernel, ThreadMapping mapping, ParameterList parameters, AddressWriter addresses, NameSource names)
{
    private const int ThreadsOfJoin = 128;

    private readonly Dictionary<KernelPartial, string> registers = [];

    /// <summary>Doubles per partial result.</summary>
    public static int PartsOf(KernelPartial partial) => partial.Reduction switch
    {
        Reduction.Sum or Reduction.Maximum => 1,
        Reduction.Moments => 3,
        _ => throw new IllegalFormulaException($"Partial results of {partial.Reduction} can't be joined."),
    };

    /// <summary>Declares registers, and clears memory.</summary>
    /// <param name="to">Where the text goes.</param>
    /// <param name="clear">Writes loops over some groups, and over a thread's lanes if it is told so, with a text in them.</param>
    public void Begin(CodeWriter to, Action<CodeWriter, IEnumerable<LoopGroup>, bool, string> clear)
    {
        foreach (var partial in kernel.Partials)
        {
            if (!IsInRegister(partial))
            {
                clear(to, mapping.Outer.Concat(mapping.Inner).Where(group => partial.Address.Loops.Meets(group.Loops)), KeepsLanes(partial), $"op::clear{KindOf(partial)}({Place(partial)});");
                continue;
            }

            var register = registers[partial] = names.Next(Naming.RoleOf(partial.Targets[0]) + "Partial");
            to.Line(partial.Reduction switch
            {
                Reduction.Moments => $"op::Moments<{CudaTypes.Of(partial.Value.Element)}> {register} = {{0, 0, 0}};",
                Reduction.Sum => $"{CudaTypes.Of(ElementOf(partial))} {register} = 0;",
                _ => $"{CudaTypes.Of(ElementOf(partial))} {register} = {CudaTypes.Lowest(ElementOf(partial))};",
            });
        }
    }

    /// <summary>Joins a turn's value to those before.</summary>
    public string Accumulate(KernelPartial partial, string value) => registers.TryGetValue(partial, out var register)
        ? partial.Reduction switch
        {
            Reduction.Moments => $"{register}.add({value});",
            Reduction.Sum => $"{register} += {value};",
            _ => $"{register} = op::maximum({register}, {value});",
        }
        : $"op::add{KindOf(partial)}({Place(partial)}, {value});";

    /// <summary>Joins the block's registers, and stores what they come to.</summary>
    public void End(CodeWriter to)
    {
        foreach (var partial in kernel.Partials.Where(registers.ContainsKey))
            to.Line($"op::store{(KeepsLanes(partial) ? "Column" : "Block")}{KindOf(partial)}({Place(partial)}, {registers[partial]}{(KeepsLanes(partial) ? ", lane < " + LanesOf() : "")});");
    }

    /// <summary>The launches that join the chunks' results.</summary>
    public IEnumerable<CudaLaunch> Joins()
    {
        foreach (var partial in kernel.Partials)
        {
            var buffer = Buffer(partial);
            var results = partial.Targets.Select((target, part) => new CudaMemory(part == 0 ? "result" : "variance", CudaTypes.InMemory(target.Type.Element) + "*", target));
            yield return new CudaLaunch(
                "join" + KindOf(partial) + (partial.Targets[0].Type.Element == ElementType.Double ? "ToDouble" : ""),
                [buffer with { Name = "partial" }, new CudaChunkCount("chunks", buffer.Chunks), new CudaSize("count", partial.Count), .. results],
                new LaunchShape(new GridAxis(partial.Count, ThreadsOfJoin, int.MaxValue), GridAxis.One, ThreadsOfJoin, 1, 0));
        }
    }

    private static string KindOf(KernelPartial partial) => partial.Reduction.ToString();

    private static ElementType ElementOf(KernelPartial partial) =>
        partial.Targets[0].Type.Element is ElementType.Real or ElementType.Double && partial.Value.Element is ElementType.Real or ElementType.Double
            ? partial.Targets[0].Type.Element == ElementType.Double ? ElementType.Double : partial.Value.Element
            : throw new IllegalFormulaException($"Joining {partial.Value.Element} into {partial.Targets[0].Type} needs another kind of partial results.");

    private bool IsInRegister(KernelPartial partial) => partial.Address.Loops.Within(mapping.ThreadLoops);

    private bool KeepsLanes(KernelPartial partial) => mapping.Lane is { } lane && partial.Address.Loops.Meets(lane.Loops);

    private string LanesOf() => addresses.Length(mapping.Lane!);

    /// <summary>Which threads have partial results of their own for the same element.</summary>
    private ChunkAxes AxesOf(KernelPartial partial) => (IsInRegister(partial), KeepsLanes(partial)) switch
    {
        (true, true) => ChunkAxes.GridY,
        (true, false) => ChunkAxes.GridX | ChunkAxes.GridY,
        (false, true) => ChunkAxes.GridY | ChunkAxes.BlockY,
        (false, false) => ChunkAxes.GridX | ChunkAxes.GridY | ChunkAxes.BlockX | ChunkAxes.BlockY,
    };

    private CudaPartial Buffer(KernelPartial partial) => parameters.Partial(partial, new CudaChunks(mapping.Shape, AxesOf(partial)));

    /// <summary>A thread's place in the memory of partial results, and the distance from one part to the next.</summary>
    private string Place(KernelPartial partial)
    {
        var buffer = Buffer(partial);
        var elements = parameters.Size("elements" + CudaTypes.Whole(buffer.Number + 1), partial.Count);
        var chunk = AxesOf(partial) switch
        {
            ChunkAxes.GridY => "blockIdx.y",
            ChunkAxes.GridX | ChunkAxes.GridY => "op::block()",
            ChunkAxes.GridY | ChunkAxes.BlockY => "op::turn()",
            _ => "op::thread()",
        };
        var stride = buffer.Parts == 1 ? elements : $"{CudaTypes.Whole(buffer.Parts)} * {elements}";
        var at = $"{buffer.Name} + (long long){chunk} * {stride} + {addresses.Whole(partial.Address)}";
        return buffer.Parts == 1 ? at : $"{at}, {elements}";
    }
}
