using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// Moving a module replaces its <c>Parameter</c> objects and frees the old ones. The optimiser keeps its state by the old objects, so its next
/// step throws.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MoveAfterOptimizer() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6019", DiagnosticSeverity.Warning,
        "Module moved after its optimiser was made",
        "Moving '{0}' replaces the parameters that '{1}' holds; move it before the optimiser is made");

    private protected override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        foreach (var block in type.Operations.OfType<IBlockOperation>())
        {
            for (var i = 0; i < block.Operations.Length; i++)
            {
                if (MadeBy(block.Operations[i], type.Symbols) is not ({ } module, { } optimizer))
                    continue;
                for (var k = i + 1; k < block.Operations.Length; k++)
                {
                    if (Moved(block.Operations[k]) is { } call && SymbolEqualityComparer.Default.Equals(Subject.Of(call.Arguments[0].Value), module)
                        && IsUsed(block.Operations.Skip(k + 1), optimizer) && !IsThereAlready(type, call, block.Operations[i]))
                    {
                        yield return At(Descriptor, call.Syntax, block.Operations[i].Syntax, module.Name, optimizer.Name);
                        break;
                    }
                }
            }
        }
    }

    /// <summary>Whether these statements use the optimiser and do not make another one.</summary>
    private static bool IsUsed(IEnumerable<IOperation> statements, ISymbol optimizer)
    {
        var uses = statements.SelectMany(statement => statement.DescendantsAndSelf()).Where(use => SymbolEqualityComparer.Default.Equals(Subject.Of(use), optimizer)).ToArray();
        return uses.Length > 0 && !uses.Any(use => use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use);
    }

    /// <summary>Whether the same move stands before the optimiser, so that this one changes nothing.</summary>
    private static bool IsThereAlready(ModuleView type, IInvocationOperation move, IOperation optimizer) => type.Operations.OfType<IInvocationOperation>().Any(earlier =>
        earlier.TargetMethod.Name == move.TargetMethod.Name && earlier.TargetMethod.ContainingType?.Name == move.TargetMethod.ContainingType.Name
        && earlier.Syntax.SyntaxTree == optimizer.Syntax.SyntaxTree && earlier.Syntax.SpanStart < optimizer.Syntax.SpanStart
        && earlier.Arguments.Skip(1).Select(Text).SequenceEqual(move.Arguments.Skip(1).Select(Text)));

    private static string Text(IArgumentOperation argument) => argument.ArgumentKind == ArgumentKind.DefaultValue ? "" : argument.Value.Syntax.ToString();

    /// <summary>The module and the optimiser where the statement makes one of all parameters of the other.</summary>
    private static (ISymbol? Module, ISymbol? Optimizer) MadeBy(IOperation statement, TorchSharpSymbols symbols)
    {
        foreach (var operation in statement.DescendantsAndSelf())
        {
            var (variable, value) = operation switch
            {
                IVariableDeclaratorOperation declarator => (declarator.Symbol, declarator.GetVariableInitializer()?.Value),
                ISimpleAssignmentOperation assignment => (Subject.Of(assignment.Target), assignment.Value),
                _ => (null, null),
            };
            if (variable is not null && value is not null && OptimizerCall.From(Subject.Unwrapped(value), symbols) is { } optimizer
                && Subject.Of(optimizer.Module(symbols)) is { } module)
            {
                return (module, variable);
            }
        }

        return (null, null);
    }

    /// <summary>The call where the statement moves a module and does nothing else: <c>model.to(device);</c>, <c>model = model.cuda();</c>.</summary>
    private static IInvocationOperation? Moved(IOperation statement)
    {
        var operation = statement is IExpressionStatementOperation { Operation: var inside } ? inside : null;
        if (operation is ISimpleAssignmentOperation assignment)
            operation = assignment.Value;
        return operation is not null && Subject.Unwrapped(operation) is IInvocationOperation
        {
            TargetMethod: { ContainingType.Name: "ModuleExtensionMethods", Name: "to" or "cuda" or "half" or "bfloat16" or "double" or "float" },
        } call && !call.Arguments.Any(argument => argument.Value.Syntax.ToString() is "CPU" or "torch.CPU" or "DeviceType.CPU" or "\"cpu\"") ? call : null;
    }
}
