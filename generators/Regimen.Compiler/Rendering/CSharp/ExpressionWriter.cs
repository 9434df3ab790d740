using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>Writes what a turn of the loops computes, over lanes. Truth values are masks, whole numbers are lanes of the program's own type.</summary>
internal sealed class ExpressionWriter(StreamWriter streams, AddressWriter addresses)
{
    private readonly Dictionary<Lowered, string> variables = [];

    /// <summary>The numbers of the run that occurred.</summary>
    public List<string> Scalars { get; } = [];

    /// <summary>The numbers of elements that occurred.</summary>
    public List<double> Counts { get; } = [];

    /// <summary>Says that a value has a variable.</summary>
    public void Define(Lowered node, string variable) => variables[node] = variable;

    /// <summary>Forgets variables of a scope that is closed.</summary>
    public void Forget(IEnumerable<Lowered> nodes)
    {
        foreach (var node in nodes)
            variables.Remove(node);
    }

    /// <summary>Whether a value has a variable.</summary>
    public bool Has(Lowered node) => variables.ContainsKey(node);

    /// <summary>A value: its variable, or what computes it.</summary>
    public string Of(Lowered node) => variables.TryGetValue(node, out var variable) ? variable : Compute(node);

    /// <summary>What computes a value.</summary>
    public string Compute(Lowered node) => node switch
    {
        LoweredConstant constant => OfConstant(constant),
        LoweredScalar scalar => $"V.Of({Scalar(scalar.Key)})",
        LoweredIndex index => OfIndex(index.Index),
        LoweredLoad load => Guarded(load.Bounds, streams.Load(load, load.Row is { } row ? Integer(row) : null), load.Outside),
        LoweredCast cast => OfCast(cast),
        LoweredGuard guard => Guarded(guard.Bounds, Of(guard.Operands[0]), 0),
        LoweredOperation operation => OfOperation(operation),
        LoweredDraw draw => $"Words.Of({Seed(draw.Operands[0])}, {Integer(draw.Operands[1], "long")}, {string.Join(", ", draw.Operands.Skip(2).Select(operand => Integer(operand)))})",
        _ => throw new IllegalFormulaException($"{node.GetType().Name} has no expression."),
    };

    /// <summary>A number of elements is given to the kernel, so that kernels over other numbers of elements share the text.</summary>
    private string OfConstant(LoweredConstant constant)
    {
        if (constant.Element is not (ElementType.Real or ElementType.Double) || Math.Abs(constant.Value) < 10 || constant.Value != Math.Floor(constant.Value) || double.IsInfinity(constant.Value))
            return OfNumber(constant);
        var known = Counts.FindIndex(count => count == constant.Value);
        if (known < 0)
        {
            known = Counts.Count;
            Counts.Add(constant.Value);
        }

        return $"V.Of(k.Count{Literal.Of(known + 1)})";
    }

    private static string OfNumber(LoweredConstant constant) => constant.Element == ElementType.Boolean
        ? constant.Value != 0 ? "V.Not(V.Zero)" : "V.Zero"
        : constant.Value == 0 && !double.IsNegativeInfinity(1 / constant.Value) ? "V.Zero" : $"V.Of({Number(constant.Value)})";

    private static string Number(double value) => value switch
    {
        double.NegativeInfinity => "double.NegativeInfinity",
        double.PositiveInfinity => "double.PositiveInfinity",
        _ => Literal.Of(value),
    };

    private string Scalar(string key)
    {
        if (!Scalars.Contains(key))
            Scalars.Add(key);
        return "k." + Naming.Pascal(key);
    }

    private string OfIndex(Affine index)
    {
        var step = streams.LaneFactor(index);
        return step == 0 ? $"V.Of({addresses.Whole(index)})" : $"V.Index({addresses.Whole(index)}, {Literal.Of(step)})";
    }

    private string OfCast(LoweredCast cast)
    {
        var operand = cast.Operands[0];
        return (operand.Element, cast.Element) switch
        {
            (ElementType.Boolean, _) => $"V.Select({Of(operand)}, V.Of(1.0), V.Zero)",
            (ElementType.UInt32, ElementType.Real or ElementType.Double) when operand is LoweredDraw => throw new IllegalFormulaException("Random words become numbers by comparison only."),
            (ElementType.Real or ElementType.Double, ElementType.Int32) => $"V.Select(V.Less({Of(operand)}, V.Zero), -V.Floor(-{Of(operand)}), V.Floor({Of(operand)}))",
            _ => Of(operand),
        };
    }

    private string OfOperation(LoweredOperation node)
    {
        // A random word is compared as what it is, 32 bits.
        if (node is { Operator: Operator.LessOrEqual, Operands: [LoweredConstant threshold, var words] } && words.Element == ElementType.UInt32)
            return $"V.AtLeast({Of(words)}, {Literal.Of((long)threshold.Value)}u)";
        if (node.Operator == Operator.LessOrEqual && node.Operands[1].Element == ElementType.UInt32)
            return $"V.AtLeast({Of(node.Operands[1])}, {Integer(node.Operands[0])})";
        var x = node.Operands.Select(Of).ToArray();
        return node.Operator switch
        {
            Operator.Negate => $"-{Infix.Atom(x[0])}",
            Operator.Add => $"{Infix.Atom(x[0])} + {Infix.Atom(x[1])}",
            Operator.Subtract => $"{Infix.Atom(x[0])} - {Infix.Atom(x[1])}",
            Operator.Multiply => $"{Infix.Atom(x[0])} * {Infix.Atom(x[1])}",
            Operator.Divide when node.Element is ElementType.Int32 => $"V.Floor({Infix.Atom(x[0])} / {Infix.Atom(x[1])})",
            Operator.Divide => $"{Infix.Atom(x[0])} / {Infix.Atom(x[1])}",
            Operator.Maximum => $"V.Max({x[0]}, {x[1]})",
            Operator.Minimum => $"V.Min({x[0]}, {x[1]})",
            Operator.Absolute => $"V.Abs({x[0]})",
            var op => $"V.{op}({string.Join(", ", x)})",
        };
    }

    private string Guarded(IReadOnlyList<Bound> bounds, string inside, double outside) => bounds.Count == 0
        ? inside
        : $"({string.Join(" && ", bounds.Select(bound => $"Indices.IsIn({addresses.Whole(bound.Index)}, {Literal.Of(bound.Length)})"))} ? {inside} : {OfConstant(new LoweredConstant(outside, ElementType.Real))})";

    private string Seed(Lowered seed) => seed is LoweredLoad load
        ? $"{streams.Pointer(load)}[0], {streams.Pointer(load)}[1]"
        : throw new IllegalFormulaException("A seed must lie in memory.");

    /// <summary>A whole number that is the same for all lanes (the first lane's, where it counts the lanes), as C#'s own.</summary>
    private string Integer(Lowered node, string type = "uint") => node switch
    {
        LoweredConstant constant => Literal.Of((long)constant.Value) + (type == "uint" ? "u" : ""),
        LoweredScalar scalar => $"({type}){Scalar(scalar.Key)}",
        LoweredCast cast => Integer(cast.Operands[0], type),
        LoweredIndex index => $"({type})({addresses.Whole(index.Index)})",
        LoweredLoad load => $"({type})*({streams.Address(load, load.Row is { } row ? Integer(row) : null)})",
        LoweredOperation { Operator: Operator.Add or Operator.Subtract or Operator.Multiply } operation =>
            $"({Integer(operation.Operands[0], type)} {(operation.Operator == Operator.Add ? "+" : operation.Operator == Operator.Subtract ? "-" : "*")} {Integer(operation.Operands[1], type)})",
        _ => throw new IllegalFormulaException($"{node.GetType().Name} is no whole number that all lanes share."),
    };
}
