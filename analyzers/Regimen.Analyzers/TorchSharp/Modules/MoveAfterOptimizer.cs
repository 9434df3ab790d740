using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Analyzers.TorchSharp.Loops;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// Moving a module replaces its <c>Parameter</c> objects and frees the old ones. The optimiser keeps its state by the old objects, so its next
/// step throws.
/// </summary>
internal sealed class MoveAfterOptimizer() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6019", DiagnosticSeverity.Warning,
        "Module moved after its optimiser was made",
        "Moving '{0}' replaces the parameters that '{1}' holds; move it before {2} is made");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Parameters) && Has(words, Words.Move);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        if (!type.Operations.Any(operation => OptimizerCall.From(operation, type.Symbols) is not null))
            yield break;
        foreach (var block in type.Operations.OfType<IBlockOperation>())
        {
            for (var i = 0; i < block.Operations.Length; i++)
            {
                foreach (var (held, optimizer) in MadeBy(block.Operations[i], type))
                {
                    for (var k = i + 1; k < block.Operations.Length; k++)
                    {
                        if (Moved(block.Operations[k], type) is { } call && SymbolEqualityComparer.Default.Equals(Subject.Of(call.Arguments[0].Value), held.Module)
                            && IsUsed(block.Operations.Skip(k + 1), optimizer) && !MayBeThere(type, call, held.Module, block.Operations[i]))
                        {
                            yield return At(Descriptor, call.Syntax, Taken(block, i, held)?.Syntax, held.Module.Name, optimizer.Name, held.List is { } list ? $"'{list.Name}'" : "the optimiser");
                            break;
                        }
                    }
                }
            }
        }
    }

    /// <summary>The statement of the block that takes the parameters, before which the move belongs; null where it stands elsewhere.</summary>
    private static IOperation? Taken(IBlockOperation block, int optimizer, HeldParameters held) => held.List is not { } list
        ? block.Operations[optimizer]
        : block.Operations.Take(optimizer).FirstOrDefault(statement => statement is IVariableDeclarationGroupOperation && Subject.InitialValue(statement, list) is not null);

    /// <summary>Whether these statements use the optimiser and do not make another one.</summary>
    private static bool IsUsed(IEnumerable<IOperation> statements, ISymbol optimizer)
    {
        var uses = statements.SelectMany(statement => statement.DescendantsAndSelf()).Where(use => SymbolEqualityComparer.Default.Equals(Subject.Of(use), optimizer)).ToArray();
        return uses.Length > 0 && !uses.Any(use => use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use);
    }

    /// <summary>
    /// Whether the module may be there already, so that this move changes nothing. One that is made in the same method, and that nothing else gets
    /// before the optimiser, was moved only where that or its own variable says so. Of any other one nobody knows which variables it had before.
    /// </summary>
    private static bool MayBeThere(ModuleView type, IInvocationOperation move, ISymbol module, IOperation optimizer)
    {
        var origin = type.Origin(move.Arguments[0].Value);
        var maker = origin switch
        {
            IObjectCreationOperation creation => creation.Constructor,
            IInvocationOperation call => call.TargetMethod,
            _ => null,
        };
        if (maker is not null && (Mentions.InMethod(maker, "to", "cuda") || origin.Descendants().Any(part => part is IArgumentOperation { Value.Type.Name: "Device" or "DeviceType", ArgumentKind: ArgumentKind.Explicit })))
            return true;
        var isKnown = module is ILocalSymbol && maker is not null
            && !Subject.References(move.Root(), module).Any(use => use.Syntax.SpanStart < optimizer.Syntax.SpanStart && HandsOn(use));
        return type.Operations.OfType<IInvocationOperation>().Any(earlier => IsSameMove(earlier, move)
            && (module is IFieldSymbol or IPropertySymbol ? earlier.Root() != move.Root() || IsBefore(earlier, optimizer) : IsBefore(earlier, optimizer))
            && (!isKnown || type.Origin(earlier.Arguments[0].Value) == origin));
    }

    private static bool IsSameMove(IInvocationOperation earlier, IInvocationOperation move) =>
        earlier.TargetMethod.Name == move.TargetMethod.Name && earlier.TargetMethod.ContainingType?.Name == move.TargetMethod.ContainingType.Name
        && earlier.Arguments.Skip(1).Select(Text).SequenceEqual(move.Arguments.Skip(1).Select(Text));

    private static bool IsBefore(IOperation earlier, IOperation optimizer) =>
        earlier.Syntax.SyntaxTree == optimizer.Syntax.SyntaxTree && earlier.Syntax.SpanStart < optimizer.Syntax.SpanStart;

    /// <summary>Whether something else gets the module: another module, a list, a method of the project.</summary>
    private static bool HandsOn(IOperation use) => Subject.Consumer(use) switch
    {
        IInvocationOperation call => call.Instance is null || Subject.Unwrapped(call.Instance) != use,
        IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.ContainingType.Name != "ModuleExtensionMethods",
        ISimpleAssignmentOperation assignment => Subject.Unwrapped(assignment.Target) != use,
        IMemberReferenceOperation => false,
        _ => true,
    };

    private static string Text(IArgumentOperation argument) => argument.ArgumentKind == ArgumentKind.DefaultValue ? "" : argument.Value.Syntax.ToString();

    /// <summary>The optimisers that a statement makes and keeps, with the modules whose parameters they hold.</summary>
    private static IEnumerable<(HeldParameters Held, ISymbol Optimizer)> MadeBy(IOperation statement, ModuleView type)
    {
        if (statement is ILocalFunctionOperation)
            yield break;
        foreach (var operation in statement.DescendantsAndSelf())
        {
            var (variable, value) = operation switch
            {
                IVariableDeclaratorOperation declarator => (declarator.Symbol, declarator.GetVariableInitializer()?.Value),
                ISimpleAssignmentOperation assignment => (Subject.Of(assignment.Target), assignment.Value),
                _ => (null, null),
            };

            // What a lambda or a local function does happens elsewhere.
            if (variable is null || value is null || OptimizerCall.From(Subject.Unwrapped(value), type.Symbols)?.Parameters is not { } parameters || operation.IsInFunction(statement))
                continue;
            foreach (var held in HeldParameters.In(parameters, type).GroupBy(held => held.Module, SymbolEqualityComparer.Default))
                yield return (held.OrderBy(Position).First(), variable);
        }
    }

    /// <summary>Where the parameters are taken; what is written in the optimiser's own call comes last.</summary>
    private static int Position(HeldParameters held) => held.List?.DeclaringSyntaxReferences[0].Span.Start ?? int.MaxValue;

    /// <summary>The call where the statement moves a module and does nothing else: <c>model.to(device);</c>, <c>model = model.cuda();</c>.</summary>
    private static IInvocationOperation? Moved(IOperation statement, ModuleView type)
    {
        var operation = statement is IExpressionStatementOperation { Operation: var inside } ? inside : null;
        if (operation is ISimpleAssignmentOperation assignment)
            operation = assignment.Value;
        return operation is not null && Subject.Unwrapped(operation) is IInvocationOperation
        {
            TargetMethod: { ContainingType.Name: "ModuleExtensionMethods", Name: "to" or "cuda" or "half" or "bfloat16" or "double" },
        } call && !call.Arguments.Skip(1).Any(argument => IsCpu(type.Origin(Subject.Bare(argument.Value)))) ? call : null;
    }

    /// <summary>Whether it says the CPU, where modules are anyway: <c>torch.CPU</c>, <c>DeviceType.CPU</c>, <c>"cpu"</c>, <c>torch.device("cpu")</c>.</summary>
    private static bool IsCpu(IOperation device) => device switch
    {
        IMemberReferenceOperation { Member.Name: "CPU" } => true,
        IInvocationOperation { TargetMethod.Name: "device" } made => made.Arguments.Any(argument => IsCpu(Subject.Bare(argument.Value))),
        { ConstantValue: { HasValue: true, Value: string name } } => name == "cpu",
        _ => false,
    };
}
