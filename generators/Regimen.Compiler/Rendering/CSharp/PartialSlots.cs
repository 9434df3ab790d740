using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>What a kernel joins across units: rows of partial results per lane, and sums over the lanes too.</summary>
internal sealed class PartialSlots(Kernel kernel)
{
    private readonly LoopNest nest = kernel.Nest;
    private readonly Dictionary<KernelPartial, string> registers = [];

    private bool KeepsLanes(KernelPartial partial) => nest.Lane is { } lane && partial.Address.FactorOf(lane.Inner) != 0;

    /// <summary>The row of partial results of one that has an element per lane.</summary>
    public int LaneSlot(KernelPartial partial) =>
        kernel.Partials.TakeWhile(other => other != partial).Where(KeepsLanes).Sum(other => other.Reduction == Reduction.Moments ? 2 : 1);

    private int SumSlot(KernelPartial partial) => kernel.Partials.TakeWhile(other => other != partial).Count(other => !KeepsLanes(other));

    /// <summary>How the partial results of a chunk are declared.</summary>
    public static string Kinds(Kernel kernel)
    {
        var slots = new PartialSlots(kernel);
        return $"[{string.Join(", ", kernel.Partials.Where(slots.KeepsLanes).Select(Kind))}], [{string.Join(", ", kernel.Partials.Where(partial => !slots.KeepsLanes(partial)).Select(Kind))}]";

        static string Kind(KernelPartial partial) => "PartialKind." + (partial.Reduction == Reduction.Maximum ? "Max" : partial.Reduction.ToString());
    }

    /// <summary>Elements of a row of partial results: the most that any result has.</summary>
    public static Extent Kept(Kernel kernel) => kernel.Partials.Where(new PartialSlots(kernel).KeepsLanes).Select(partial => partial.Count).DefaultIfEmpty(0).OrderBy(extent => extent.Count).Last();

    /// <summary>The partial results of a block of lanes.</summary>
    public string LanePointer(KernelPartial partial, KernelRenderer renderer, int part = 0)
    {
        var slot = LaneSlot(partial) + part;
        var inner = "chunk.Lanes + " + (slot == 0 ? "" : slot == 1 ? renderer.Kept + " + " : $"({Literal.Of(slot)} * {renderer.Kept}) + ");
        return inner + renderer.Whole(partial.Address);
    }

    /// <summary>Whether a result stays in a register while the rows of a unit run: it is the same one for all of them.</summary>
    private bool IsInRegister(KernelPartial partial) => partial.Reduction != Reduction.Moments && !partial.Address.Loops.Meets(nest.RowLoops);

    /// <summary>Loads what a block of lanes has so far.</summary>
    public void BeginLanes(CodeWriter to, KernelRenderer renderer)
    {
        foreach (var partial in kernel.Partials.Where(IsInRegister))
        {
            var register = registers[partial] = renderer.NextName(Naming.RoleOf(partial.Targets[0]) + "Partial");
            to.Line(KeepsLanes(partial)
                ? $"var {register} = V.Load({LanePointer(partial, renderer)}, count);"
                : $"var {register} = {Identity(partial)};");
        }
    }

    public void EndLanes(CodeWriter to, KernelRenderer renderer)
    {
        foreach (var partial in kernel.Partials.Where(IsInRegister))
        {
            if (KeepsLanes(partial))
                to.Line($"V.Store({registers[partial]}, {LanePointer(partial, renderer)}, count);");
            else
                to.Line(JoinSum(partial, registers[partial]));
        }
    }

    /// <summary>Registers for what is joined over the lanes of a unit.</summary>
    public void BeginUnit(CodeWriter to, IEnumerable<KernelPartial> inner, KernelRenderer renderer)
    {
        foreach (var partial in inner.Where(partial => !KeepsLanes(partial)))
        {
            registers[partial] = renderer.NextName(Naming.RoleOf(partial.Targets[0]) + "Partial");
            to.Line($"var {registers[partial]} = {Identity(partial)};");
        }
    }

    public void EndUnit(CodeWriter to, KernelRenderer renderer)
    {
        foreach (var partial in kernel.Partials.Where(registers.ContainsKey))
            to.Line(JoinSum(partial, registers[partial]));
    }

    /// <summary>Adds a value in the innermost scope.</summary>
    public void Accumulate(CodeWriter to, KernelPartial partial, string value, KernelRenderer renderer)
    {
        if (registers.TryGetValue(partial, out var register))
        {
            var masked = KeepsLanes(partial) || nest.Lane is null ? value : $"V.Select(V.First(count), {value}, {Identity(partial)})";
            to.Line(partial.Reduction == Reduction.Sum ? $"{register} += {masked};" : $"{register} = V.Max({register}, {masked});");
        }
        else if (KeepsLanes(partial))
        {
            var pointer = LanePointer(partial, renderer);
            to.Line(partial.Reduction == Reduction.Sum
                ? $"V.Store(V.Load({pointer}, count) + {Parenthesised(value)}, {pointer}, count);"
                : $"V.Store(V.Max(V.Load({pointer}, count), {value}), {pointer}, count);");
        }
        else
        {
            to.Line(JoinSum(partial, nest.Lane is null ? value : $"V.Select(V.First(count), {value}, {Identity(partial)})", nest.Lane is null));
        }
    }

    /// <summary>Adds a value that a unit has once.</summary>
    public void AccumulateUnit(CodeWriter to, KernelPartial partial, string value) => to.Line(JoinSum(partial, value, isOne: true));

    /// <summary>Joins the chunks' results.</summary>
    /// <param name="to">Where the text goes.</param>
    /// <param name="targets">The names of the results.</param>
    public void Join(CodeWriter to, IReadOnlyDictionary<string, string> targets)
    {
        foreach (var partial in kernel.Partials)
        {
            var results = partial.Targets.Select(target => targets[target.Key]).ToArray();
            var joins = partial.Reduction == Reduction.Sum ? "Sum" : "Max";
            if (!KeepsLanes(partial))
                to.Line($"*{results[0]} = {(partial.Targets[0].Type.Element == ElementType.Double ? "" : "T.CreateTruncating")}(partials.{joins}({Literal.Of(SumSlot(partial))}));");
            else if (partial.Reduction == Reduction.Moments)
                to.Line($"partials.JoinMoments({Literal.Of(LaneSlot(partial))}, {(nest.BlocksRows ? $"rows, {Literal.Of(KernelRenderer.RowsPerUnit)}" : "units * rows, rows")}, {results[0]}, {results[1]});");
            else
                to.Line($"partials.Join{joins}({Literal.Of(LaneSlot(partial))}, {results[0]});");
        }
    }

    private string JoinSum(KernelPartial partial, string value, bool isOne = false)
    {
        var slot = Literal.Of(SumSlot(partial));
        return partial.Reduction == Reduction.Sum
            ? $"chunk.Sums[{slot}] += V.{(isOne ? "Head" : "Sum")}({value});"
            : $"chunk.Sums[{slot}] = Math.Max(chunk.Sums[{slot}], V.{(isOne ? "Head" : "Largest")}({value}));";
    }

    private static string Identity(KernelPartial partial) => partial.Reduction == Reduction.Sum ? "V.Zero" : "V.Of(double.NegativeInfinity)";

    private static string Parenthesised(string value) => value.IndexOf(' ') >= 0 ? "(" + value + ")" : value;
}
