using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A type with all its code: what its fields and locals were set to, and the layers that values pass through.</summary>
internal sealed class ModuleView
{
    /// <summary>How many references from variable to variable are followed; more are a circle.</summary>
    private const int MaximumDepth = 8;

    private readonly Dictionary<ISymbol, IOperation?> assigned = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> reads = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> idleReads = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ValueFlow[]> flows;
    private readonly Lazy<LayerChain[]> chains;

    public ModuleView(INamedTypeSymbol type, TorchSharpSymbols symbols, Compilation compilation, IEnumerable<CodeBody> bodies)
    {
        Type = type;
        Symbols = symbols;
        Compilation = compilation;
        Bodies = [.. bodies.OrderBy(body => body.Root.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(body => body.Root.Syntax.SpanStart)];
        Operations = [.. Bodies.SelectMany(body => body.Operations)];
        foreach (var body in Bodies)
        {
            var disposes = body.Owner is IMethodSymbol { Name: "Dispose" or "DisposeAsync" };
            foreach (var operation in body.Operations)
                Collect(operation, disposes);
        }

        flows = new(() => [.. Bodies.Select(body => ValueFlow.Of(this, body.Root))]);
        chains = new(() => [.. Sequences().Select(sequence => new LayerChain(StepsOf(sequence, 0), inFlow: false)), .. flows.Value.SelectMany(flow => flow.Chains())]);
    }

    /// <summary>The type.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>TorchSharp's types.</summary>
    public TorchSharpSymbols Symbols { get; }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>Whether the type is a module.</summary>
    public bool IsModule => Symbols.IsModule(Type);

    /// <summary>The bodies and initialisers of its members, in the order of the source.</summary>
    public ImmutableArray<CodeBody> Bodies { get; }

    /// <summary>Every operation.</summary>
    public ImmutableArray<IOperation> Operations { get; }

    /// <summary>How values move in each of the blocks.</summary>
    public IReadOnlyList<ValueFlow> Flows => flows.Value;

    /// <summary>The chains of layers, of every <c>Sequential</c> and along the statements of the methods.</summary>
    public IReadOnlyList<LayerChain> Chains => chains.Value;

    /// <summary>How often a field, property or local is read in this type.</summary>
    public int Reads(ISymbol symbol) => reads.TryGetValue(symbol, out var count) ? count : 0;

    /// <summary>How often it is read for what it computes or holds: disposing, registering, moving it or switching its mode is no use.</summary>
    public int Uses(ISymbol symbol) => Reads(symbol) - (idleReads.TryGetValue(symbol, out var count) ? count : 0);

    /// <summary>The expression that made the object: through variables that are set once, and through moves to a device.</summary>
    public IOperation Origin(IOperation operation)
    {
        for (var depth = 0; depth < MaximumDepth; depth++)
        {
            operation = Subject.Unwrapped(operation);
            if (operation is IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingType.Name: "ModuleExtensionMethods" }, Arguments: [var moved, ..] })
                operation = moved.Value;
            else if (Subject.Of(operation) is { } variable && assigned.TryGetValue(variable, out var value) && value is not null)
                operation = value;
            else
                break;
        }

        return operation;
    }

    /// <summary>The layers of a module, those of a <c>Sequential</c> one by one.</summary>
    public IReadOnlyList<LayerStep> StepsOf(IOperation module) => StepsOf(module, 0);

    /// <summary>The layers written in the <c>Sequential</c> that the expression makes; null where it makes none.</summary>
    public IReadOnlyList<LayerStep>? SequenceOf(IOperation module) =>
        Origin(module) is IInvocationOperation made && Symbols.IsModuleFactory(made.TargetMethod, "Sequential") ? StepsOf(made, 0) : null;

    /// <summary>The name in a call: <c>relu</c> of <c>functional.relu(x)</c>.</summary>
    public static SyntaxNode NameOf(IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        var other => other,
    };

    private IReadOnlyList<LayerStep> StepsOf(IOperation module, int depth)
    {
        var written = Subject.Unwrapped(module);
        var origin = Origin(written);
        if (origin is IInvocationOperation made && Symbols.IsModuleFactory(made.TargetMethod, "Sequential") && depth < MaximumDepth)
            return [.. Elements(made).SelectMany(element => Symbols.IsModule(element.Type) ? StepsOf(element, depth + 1).Select(step => step with { Container = step.Container ?? made }) : [Unknown(element)])];

        var factory = origin is IInvocationOperation call && Symbols.IsModuleFactory(call.TargetMethod, call.TargetMethod.Name) ? call : null;
        var type = origin.Type ?? written.Type;
        var name = factory?.TargetMethod.Name ?? type?.Name ?? "";
        var kind = factory is not null || Symbols.IsOwnModule(type) ? LayerNames.KindOf(name) : LayerKind.Other;
        var member = Subject.Of(written);
        return [new LayerStep(kind, name, member?.Name ?? Quote.Call(written.Syntax.ToString(), name), written.Syntax, factory, member, null)];
    }

    private static LayerStep Unknown(IOperation element) => new(LayerKind.Other, "", Quote.Call(element.Syntax.ToString(), ""), element.Syntax, null, null, null);

    /// <summary>What is written in a <c>Sequential</c>: modules, named or not; anything else stands as it is.</summary>
    private IEnumerable<IOperation> Elements(IInvocationOperation sequential)
    {
        foreach (var argument in sequential.Arguments)
        {
            foreach (var element in List(Written(argument.Value)))
                yield return Named(Subject.Unwrapped(element));
        }

        IEnumerable<IOperation> List(IOperation value) => value switch
        {
            IArrayCreationOperation array => array.Initializer?.ElementValues ?? [],
            ICollectionExpressionOperation collection => collection.Elements,
            IObjectCreationOperation { Initializer: { } initializer } when !Symbols.IsModule(value.Type) =>
                initializer.Initializers.Select(added => added is IInvocationOperation { Arguments: [var single] } ? single.Value : added),
            _ => [value],
        };

        // A list that is written out and only read here.
        IOperation Written(IOperation value) => Subject.Of(value) is { } variable && !Symbols.IsModule(Subject.Unwrapped(value).Type) && Reads(variable) == 1 ? Origin(value) : Subject.Unwrapped(value);

        static IOperation Named(IOperation element) => element switch
        {
            ITupleOperation { Elements: [_, var module] } => Subject.Unwrapped(module),
            IObjectCreationOperation { Type.Name: "Tuple" or "ValueTuple", Arguments: [_, var module] } => Subject.Unwrapped(module.Value),
            IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "Tuple" or "ValueTuple" }, Arguments: [_, var module] } => Subject.Unwrapped(module.Value),
            _ => element,
        };
    }

    /// <summary>Every <c>Sequential</c> that is no element of another one.</summary>
    private IEnumerable<IOperation> Sequences()
    {
        var made = Operations.OfType<IInvocationOperation>().Where(call => Symbols.IsModuleFactory(call.TargetMethod, "Sequential")).ToArray();
        var nested = new HashSet<IOperation>(made.SelectMany(Elements));
        return made.Where(call => !nested.Contains(call));
    }

    private void Collect(IOperation operation, bool disposes)
    {
        switch (operation)
        {
            case IFieldInitializerOperation initializer:
                foreach (var field in initializer.InitializedFields)
                    Assign(field, initializer.Value);
                break;
            case IPropertyInitializerOperation initializer:
                foreach (var property in initializer.InitializedProperties)
                    Assign(property, initializer.Value);
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Assign(declarator.Symbol, initializer.Value);
                break;
            case ISimpleAssignmentOperation assignment when Subject.Of(assignment.Target) is { } variable:
                Assign(variable, assignment.Value);
                break;
            case IAssignmentOperation assignment:
                foreach (var target in assignment.Target.DescendantsAndSelf())
                {
                    if (Subject.Of(target) is { } changed)
                        assigned[changed] = null;
                }

                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when Subject.Of(argument.Value) is { } changed:
                assigned[changed] = null;
                break;
        }

        if (operation is (IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation) && !IsTarget(operation) && Subject.Of(operation) is { } read)
        {
            reads[read] = Reads(read) + 1;
            if (disposes || IsIdle(operation))
                idleReads[read] = (idleReads.TryGetValue(read, out var count) ? count : 0) + 1;
        }
    }

    /// <summary>Whether nothing that the module computes or holds matters to who reads the variable here.</summary>
    private static bool IsIdle(IOperation read) => Subject.Consumer(read) switch
    {
        IInvocationOperation call => LossCall.LeavesAlone(call.TargetMethod.Name),
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } => LossCall.LeavesAlone(call.TargetMethod.Name),
        IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod is { Name: "register_module" or "add_module" } or { ContainingType.Name: "ModuleExtensionMethods" },
        IPropertyReferenceOperation property => property.Property.Name == "weight",
        IIsPatternOperation or IUsingOperation or INameOfOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
        _ => false,
    };

    private static bool IsTarget(IOperation operation) => operation.Parent is IAssignmentOperation assignment && assignment.Target == operation;

    /// <summary>
    /// A variable that is set to itself moved (<c>model = model.to(device)</c>), or to nothing when it is disposed, keeps its origin; one that is set
    /// twice has none.
    /// </summary>
    private void Assign(ISymbol variable, IOperation value)
    {
        if (Subject.Unwrapped(value) is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation)
            return;
        if (Subject.Unwrapped(value) is IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingType.Name: "ModuleExtensionMethods" }, Arguments: [var moved, ..] }
            && SymbolEqualityComparer.Default.Equals(Subject.Of(moved.Value), variable))
        {
            return;
        }

        assigned[variable] = assigned.ContainsKey(variable) || variable is IParameterSymbol ? null : value;
    }
}
