using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Scheduling;
using Regimen.Compiler.Text;

namespace Regimen.Compiler.Rendering.Cuda;

/// <summary>A kernel as text. Kernels of the same text differ in what they are given, and are written once.</summary>
/// <param name="Kernel">What it was made of.</param>
/// <param name="Body">The text of the function, in which <see cref="Self"/> stands for its name.</param>
/// <param name="Arguments">What it is given, in order.</param>
/// <param name="Shape">How it is launched.</param>
/// <param name="Joins">The launches that follow.</param>
internal sealed record KernelText(Kernel Kernel, string Body, ImmutableArray<CudaArgument> Arguments, LaunchShape Shape, ImmutableArray<CudaLaunch> Joins)
{
    /// <summary>What stands for the kernel's own name.</summary>
    public const string Self = "«self»";
}

/// <summary>Writes a kernel as a function of CUDA C: what a thread does, scope by scope.</summary>
internal sealed class KernelRenderer
{
    private static readonly IndexDialect Dialect = new(Naming.Camel, CudaTypes.Whole, "op::quotient", "op::remainder", "row");

    private readonly Kernel kernel;
    private readonly KernelNodes nodes;
    private readonly ThreadMapping mapping;
    private readonly NameSource names = ReservedNames.Source();
    private readonly ParameterList parameters;
    private readonly AddressWriter addresses;
    private readonly ExpressionWriter expressions;
    private readonly PartialWriter partials;
    private readonly HashSet<Lowered> invariants = [];
    private readonly HashSet<Lowered> seeds;

    private KernelRenderer(Kernel kernel)
    {
        this.kernel = kernel;
        nodes = new KernelNodes(kernel);
        mapping = new ThreadMapping(kernel);
        parameters = new ParameterList(kernel, names);
        addresses = new AddressWriter(kernel.Nest, Dialect);
        expressions = new ExpressionWriter(parameters, addresses);
        partials = new PartialWriter(kernel, mapping, parameters, addresses, names);

        seeds = [.. kernel.Nodes.OfType<LoweredDraw>().Select(draw => draw.Operands[0])];

        // What a deeper scope reads is computed where it changes last.
        foreach (var node in kernel.Nodes)
            invariants.UnionWith(node.Operands.Where(operand => ScopeOf(operand) < ScopeOf(node) || node is LoweredReduce));
    }

    /// <summary>Where a value is computed.</summary>
    private enum Scope
    {
        Thread,
        Turn,
        Sweep,
    }

    /// <summary>The kernel as text.</summary>
    public static KernelText Render(Kernel kernel) => new KernelRenderer(kernel).Render();

    private KernelText Render()
    {
        var body = new CodeWriter();
        Write(body);
        var joins = partials.Joins().ToImmutableArray();
        var arguments = parameters.All.AddRange(addresses.Sizes.Select(size => new CudaSize(Naming.Camel(size.Name), size.Value)));
        var code = new CodeWriter();
        using (code.Open($"extern \"C\" __global__ void {KernelText.Self}({string.Join(", ", arguments.Select(argument => argument.Type + " " + argument.Name))})"))
            code.Line(body.ToString().TrimEnd('\n'));
        return new KernelText(kernel, code.ToString(), arguments, mapping.Shape, joins);
    }

    private void Write(CodeWriter to)
    {
        if (mapping.IsFlat)
        {
            partials.Begin(to, Clear);
            Hoist(to, Scope.Thread, 0);
            using (to.Open(Strided))
                Turn(to);
        }
        else if (mapping.IsShared)
        {
            partials.Begin(to, Clear);
            Turns(to);
        }
        else
        {
            to.Line("const index_t lane = op::firstLane();");
            partials.Begin(to, Clear);
            using (to.Open($"if ({IsThere})"))
                Turns(to);
        }

        partials.End(to);
    }

    private string Strided => $"for (index_t lane = op::firstLane(); lane < {(mapping.Lane is { } lane ? addresses.Length(lane) : "1")}; lane += op::allLanes())";

    private string IsThere => "lane < " + addresses.Length(mapping.Lane!);

    /// <summary>Runs through a thread's places in the memory of partial results.</summary>
    private void Clear(CodeWriter to, IEnumerable<LoopGroup> groups, bool keepsLanes, string text)
    {
        if (keepsLanes && mapping.IsFlat)
        {
            using (to.Open(Strided))
                to.Line(text);
        }
        else
        {
            var clears = Nested(keepsLanes && mapping.IsShared ? groups.Append(mapping.Lane!) : groups, text);
            to.Line(keepsLanes && !mapping.IsShared ? Guarded([IsThere], clears) : clears);
        }
    }

    private void Turns(CodeWriter to)
    {
        Hoist(to, Scope.Thread, 0);
        if (mapping.Outer.IsEmpty)
        {
            Turn(to);
            return;
        }

        var turns = mapping.Outer.Length == 1 ? addresses.Length(mapping.Outer[0]) : parameters.Size("turns", mapping.Turns);
        var counter = mapping.Outer.Length == 1 ? addresses.Counter(mapping.Outer[0]) : "turn";
        using (to.Open($"for (index_t {counter} = op::turn(); {counter} < {turns}; {counter} += op::allTurns())"))
        {
            if (mapping.Outer.Length > 1)
                Split(to);
            Turn(to);
        }
    }

    private void Split(CodeWriter to)
    {
        to.Line("index_t rest = turn;");
        for (var index = mapping.Outer.Length - 1; index > 0; index--)
        {
            to.Line($"const index_t {addresses.Counter(mapping.Outer[index])} = rest % {addresses.Length(mapping.Outer[index])};");
            to.Line($"rest /= {addresses.Length(mapping.Outer[index])};");
        }

        to.Line($"const index_t {addresses.Counter(mapping.Outer[0])} = rest;");
    }

    private void Turn(CodeWriter to)
    {
        for (var level = 0; level <= nodes.LastLevel; level++)
        {
            Hoist(to, Scope.Turn, level);
            foreach (var sweep in Sweep.Of(kernel, nodes, mapping, level))
                Write(to, sweep);
        }

        // Threads that share a turn have all read a value before one of them writes it anew.
        var stores = kernel.Stores.Where(store => !IsSwept(store.Value.Loops | store.Address.Loops)).ToArray();
        if (mapping.IsShared && stores.Any(store => kernel.Loads.Any(load => load.Source.Key == store.Target.Key)))
            to.Line("op::unitBarrier();");
        foreach (var store in stores)
            to.Line(Guarded(Once(store.Value.Loops | store.Address.Loops), expressions.Store(store)));
        foreach (var partial in kernel.Partials.Where(partial => !IsSwept(partial.Value.Loops | partial.Address.Loops)))
            to.Line(Guarded(Once(partial.Value.Loops | partial.Address.Loops), partials.Accumulate(partial, expressions.Of(partial.Value))));
    }

    /// <summary>One pass over some of a turn's loops, for the reductions over them and for what can be written now.</summary>
    private void Write(CodeWriter to, Sweep sweep)
    {
        var accumulators = sweep.Reductions.Select(reduction =>
            (Reduction: reduction, Accumulator: new Accumulator(reduction, names.Next(reduction.Name ?? Naming.StemOf(reduction)), sweep.HasLanes))).ToArray();
        foreach (var (_, accumulator) in accumulators)
            accumulator.Begin(to);
        var inner = new CodeWriter();
        var declared = Declare(inner, sweep.Roots);
        foreach (var (reduction, accumulator) in accumulators)
            accumulator.Add(inner, expressions.Of(reduction.Operands[0]), addresses.Whole(reduction.Position));
        foreach (var partial in sweep.Partials)
            inner.Line(Guarded(Once(partial.Value.Loops | partial.Address.Loops), partials.Accumulate(partial, expressions.Of(partial.Value))));
        foreach (var store in sweep.Stores)
            inner.Line(Guarded(Once(store.Value.Loops | store.Address.Loops), expressions.Store(store)));
        expressions.Forget(declared);
        to.Line(Nested(sweep.Groups, inner.ToString().TrimEnd('\n')));
        foreach (var (reduction, accumulator) in accumulators)
        {
            accumulator.End(to);
            expressions.Define(reduction, accumulator.Result);
        }
    }

    private Scope ScopeOf(Lowered node) => IsSwept(node.Loops) ? Scope.Sweep
        : node.Loops.Within(mapping.ThreadLoops) && nodes.LevelOf(node) == 0 ? Scope.Thread
        : Scope.Turn;

    private bool IsSwept(LoopSet loops) => loops.Meets(mapping.InnerLoops);

    /// <summary>What keeps all threads but one from writing what doesn't change with some loops.</summary>
    private List<string> Once(LoopSet loops)
    {
        var conditions = mapping.Outer.Where(group => !loops.Meets(group.Loops)).Select(group => addresses.Counter(group) + " == 0").ToList();
        if (mapping.Lane is { } lane && !loops.Meets(lane.Loops))
            conditions.Add(mapping.IsShared ? "threadIdx.x == 0" : "lane == 0");
        return conditions;
    }

    /// <summary>Values of a scope that are known before the sweeps of a level.</summary>
    private void Hoist(CodeWriter to, Scope scope, int level)
    {
        foreach (var node in kernel.Nodes.Where(node => nodes.LevelOf(node) == level && ScopeOf(node) == scope))
        {
            if (node is not LoweredReduce && (invariants.Contains(node) || IsWorthAVariable(node)))
                Declare(to, node);
        }
    }

    /// <summary>Writes the variables that some values need within the loops of a sweep.</summary>
    private List<Lowered> Declare(CodeWriter to, IEnumerable<Lowered> roots)
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

        var declared = new List<Lowered>();
        foreach (var node in kernel.Nodes.Where(node => needed.Contains(node) && ScopeOf(node) == Scope.Sweep && node is not LoweredReduce && IsWorthAVariable(node)))
        {
            Declare(to, node);
            declared.Add(node);
        }

        return declared;
    }

    /// <summary>Loads have variables, so that all of a turn's are done before it writes, maybe to the same memory.</summary>
    private bool IsWorthAVariable(Lowered node) => node is LoweredLoad or LoweredDraw
        || (node is not LoweredConstant && (node.Name is not null || nodes.UsesOf(node) > 1));

    private void Declare(CodeWriter to, Lowered node)
    {
        if (node is LoweredConstant || expressions.Has(node) || seeds.Contains(node))
            return;
        var text = expressions.Compute(node);
        var name = names.Next(node.Name ?? (node is LoweredScalar scalar ? Naming.Camel(scalar.Key) : Naming.StemOf(node)));
        to.Line($"const {CudaTypes.Of(node.Element)} {name} = {text};");
        expressions.Define(node, name);
    }

    private string Nested(IEnumerable<LoopGroup> groups, string text)
    {
        var code = new CodeWriter();
        var open = new Stack<IDisposable>();
        foreach (var group in groups)
        {
            var (counter, length) = (addresses.Counter(group), addresses.Length(group));
            open.Push(code.Open(group == mapping.Lane
                ? $"for (index_t lane = threadIdx.x; lane < {length}; lane += blockDim.x)"
                : $"for (index_t {counter} = 0; {counter} < {length}; {counter}++)"));
        }

        code.Line(text);
        while (open.Count > 0)
            open.Pop().Dispose();
        return code.ToString().TrimEnd('\n');
    }

    private static string Guarded(IReadOnlyCollection<string> conditions, string text)
    {
        if (conditions.Count == 0)
            return text;
        var code = new CodeWriter();
        code.Line($"if ({string.Join(" && ", conditions)})");
        code.Indented(text);
        return code.ToString().TrimEnd('\n');
    }
}
