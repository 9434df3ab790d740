using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>A reduction within a unit: what is kept while a sweep runs, and what it comes to.</summary>
internal sealed class Accumulator(LoweredReduce reduction, string register, LoopNest nest)
{
    private readonly string name = register;
    private readonly bool overLanes = reduction.Over.Meets(nest.LaneLoops);

    /// <summary>The variable that holds the result after the sweep.</summary>
    public string Result { get; private set; } = "";

    private string Position => name + "At";

    public void Begin(CodeWriter to)
    {
        to.Line($"var {name} = {(reduction.Reduction == Reduction.Sum ? "V.Zero" : "V.Of(double.NegativeInfinity)")};");
        if (reduction.Reduction == Reduction.ArgMaximum)
            to.Line($"var {Position} = V.Zero;");
    }

    public void Add(CodeWriter to, string value, Func<Affine, string> index, long laneFactor)
    {
        var masked = overLanes ? $"V.Select(V.First(count), {value}, {(reduction.Reduction == Reduction.Sum ? "V.Zero" : "V.Of(double.NegativeInfinity)")})" : value;
        switch (reduction.Reduction)
        {
            case Reduction.Sum:
                to.Line($"{name} += {masked};");
                break;
            case Reduction.Maximum:
                to.Line($"{name} = V.Max({name}, {masked});");
                break;
            default:
                var position = laneFactor == 0 ? $"V.Of({index(reduction.Position)})" : $"V.Index({index(reduction.Position)}, {Literal.Of(laneFactor)})";
                to.Line($"{Position} = V.Select(V.Less({name}, {masked}), {position}, {Position});");
                to.Line($"{name} = V.Max({name}, {masked});");
                break;
        }
    }

    public void End(CodeWriter to, NameSource names)
    {
        if (!overLanes)
        {
            Result = reduction.Reduction == Reduction.ArgMaximum ? Position : name;
            return;
        }

        var joined = names.Next(name + "OfAll");
        switch (reduction.Reduction)
        {
            case Reduction.Sum:
                to.Line($"var {joined} = V.Of(V.Sum({name}));");
                break;
            case Reduction.Maximum:
                to.Line($"var {joined} = V.Of(V.Largest({name}));");
                break;
            default:
                to.Line($"var {joined} = V.Of(-V.Largest(V.Select(V.Equal({name}, V.Of(V.Largest({name}))), -{Position}, V.Of(double.NegativeInfinity))));");
                break;
        }

        Result = joined;
    }
}
