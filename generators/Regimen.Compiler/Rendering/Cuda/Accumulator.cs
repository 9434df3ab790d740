using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>A reduction within a turn: what a thread keeps while a sweep runs, and what the threads that share the turn come to.</summary>
/// <param name="reduction">The reduction.</param>
/// <param name="name">Of its variable, which holds the result after the sweep.</param>
/// <param name="isShared">Whether the threads along x share its elements.</param>
internal sealed class Accumulator(LoweredReduce reduction, string name, bool isShared)
{
    private readonly ElementType element = reduction.Operands[0].Element;

    private bool HasPosition => reduction.Reduction == Reduction.ArgMaximum;

    /// <summary>The variable that holds the result after the sweep.</summary>
    public string Result => HasPosition ? name + "At" : name;

    public void Begin(CodeWriter to)
    {
        to.Line($"{CudaTypes.Of(element)} {name} = {(reduction.Reduction == Reduction.Sum ? "0" : CudaTypes.Lowest(element))};");
        if (HasPosition)
            to.Line($"int {Result} = 2147483647;");
    }

    public void Add(CodeWriter to, string value, string position) => to.Line(reduction.Reduction switch
    {
        Reduction.Sum => $"{name} += {value};",
        Reduction.Maximum => $"{name} = op::maximum({name}, {value});",
        Reduction.ArgMaximum => $"op::prefer({name}, {Result}, {value}, {position});",
        var other => throw new IllegalFormulaException($"{other} within a unit is written out before it is rendered."),
    });

    public void End(CodeWriter to)
    {
        if (!isShared)
            return;
        to.Line(reduction.Reduction switch
        {
            Reduction.Sum => $"{name} = op::unitSum({name});",
            Reduction.Maximum => $"{name} = op::unitMaximum({name});",
            _ => $"{Result} = op::unitPosition({name}, {Result});",
        });
    }
}
