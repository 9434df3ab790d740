using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>Writes what a thread computes in a turn of the loops, each value in its own type.</summary>
internal sealed class ExpressionWriter(ParameterList parameters, AddressWriter addresses)
{
    private readonly Dictionary<Lowered, string> variables = [];

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
        LoweredScalar scalar => parameters.Number(scalar),
        LoweredIndex index => $"{CudaTypes.Of(index.Element)}({addresses.Whole(index.Index)})",
        LoweredLoad load => Guarded(load.Bounds, OfLoad(load), CudaTypes.Constant(load.Outside, load.Element)),
        LoweredCast cast => OfCast(cast),
        LoweredGuard guard => Guarded(guard.Bounds, Of(guard.Operands[0]), CudaTypes.Constant(0, guard.Element)),
        LoweredOperation operation => OfOperation(operation),
        LoweredDraw draw => OfDraw(draw),
        _ => throw new IllegalFormulaException($"{node.GetType().Name} has no expression."),
    };

    /// <summary>What stores a value.</summary>
    public string Store(KernelStore store)
    {
        var value = Of(store.Value);
        var stored = store.Target.Type.Element switch
        {
            ElementType.BFloat16 => $"op::toBFloat16({value})",
            ElementType.Boolean => $"{Infix.Atom(value)} ? 1 : 0",
            _ => value,
        };
        return $"{parameters.Memory(store.Target)}[{addresses.Whole(store.Address)}] = {stored};";
    }

    /// <summary>A number of elements is given to the kernel, so that kernels over other numbers of elements share the text.</summary>
    private string OfConstant(LoweredConstant constant)
    {
        var isCount = constant.Element is ElementType.Real or ElementType.Double && Math.Abs(constant.Value) >= 10
            && constant.Value == Math.Floor(constant.Value) && !double.IsInfinity(constant.Value);
        return isCount ? $"{CudaTypes.Of(constant.Element)}({parameters.Count(constant.Value)})" : CudaTypes.Constant(constant.Value, constant.Element);
    }

    private string OfLoad(LoweredLoad load)
    {
        var address = addresses.Whole(load.Address);
        if (load.Row is { } row)
            address = $"(long long){Infix.Atom(Of(row))} * {addresses.Step(load.RowStride)}" + (address == "0" ? "" : " + " + address);
        var element = $"{parameters.Memory(load.Source)}[{address}]";
        return load.Element switch
        {
            ElementType.BFloat16 => $"op::fromBFloat16({element})",
            ElementType.Boolean => $"{element} != 0",
            _ => element,
        };
    }

    private string OfCast(LoweredCast cast)
    {
        var operand = cast.Operands[0];
        var value = Of(operand);
        return (operand.Element, cast.Element) switch
        {
            (_, ElementType.Boolean) => $"{Infix.Atom(value)} != 0",
            (_, ElementType.BFloat16) => $"op::fromBFloat16(op::toBFloat16({value}))",
            (ElementType.Real or ElementType.Double or ElementType.BFloat16, ElementType.UInt32 or ElementType.UInt8) => $"{Parenthesised(cast.Element)}(long long){Infix.Atom(value)}",
            _ => $"{Parenthesised(cast.Element)}{Infix.Atom(value)}",
        };

        static string Parenthesised(ElementType element) => $"({CudaTypes.Of(element)})";
    }

    private string OfOperation(LoweredOperation node)
    {
        var x = node.Operands.Select(operand => Of(operand)).ToArray();
        return node.Operator switch
        {
            Operator.Negate => $"-{Infix.Atom(x[0])}",
            Operator.Add => Between("+"),
            Operator.Subtract => Between("-"),
            Operator.Multiply => Between("*"),
            Operator.Divide => Between("/"),
            Operator.Less => Between("<"),
            Operator.LessOrEqual => Between("<="),
            Operator.Equal => Between("=="),
            Operator.And => Between("&&"),
            Operator.Or => Between("||"),
            Operator.Not => $"!{Infix.Atom(x[0])}",
            Operator.Select => $"({Infix.Atom(x[0])} ? {x[1]} : {x[2]})",
            var op => $"op::{Naming.Camel(op.ToString())}({string.Join(", ", x)})",
        };

        string Between(string sign) => $"{Infix.Atom(x[0])} {sign} {Infix.Atom(x[1])}";
    }

    private string OfDraw(LoweredDraw draw)
    {
        if (draw.Operands[0] is not LoweredLoad seed)
            throw new IllegalFormulaException("A seed must lie in memory.");
        return $"op::draw({parameters.Memory(seed.Source)}, {string.Join(", ", draw.Operands.Skip(1).Select(Of))})";
    }

    private string Guarded(IReadOnlyList<Bound> bounds, string inside, string outside) => bounds.Count == 0
        ? inside
        : $"({string.Join(" && ", bounds.Select(bound => $"op::isIn({addresses.Whole(bound.Index)}, {CudaTypes.Whole(bound.Length)})"))} ? {inside} : {outside})";
}
