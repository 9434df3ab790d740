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

    private protected override IEnumerable<Diagnostic> Check(ModuleView type)
    {
        foreach (var block in type.Operations.OfType<IBlockOperation>())
        {
            for (var i = 0; i < block.Operations.Length; i++)
            {
                if (MadeBy(block.Operations[i], type.Symbols) is not ({ } module, { } optimizer))
                    continue;
                for (var k = i + 1; k < block.Operations.Length; k++)
                {
                    if (Moved(block.Operations[k]) is { } call && SymbolEqualityComparer.Default.Equals(ModuleView.VariableOf(call.Arguments[0].Value), module)
                        && block.Operations.Skip(k + 1).Any(later => later.DescendantsAndSelf().Any(use => SymbolEqualityComparer.Default.Equals(ModuleView.VariableOf(use), optimizer))))
                    {
                        yield return At(Descriptor, call.Syntax, block.Operations[i].Syntax, module.Name, optimizer.Name);
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The module and the optimiser where the statement makes one of all parameters of the other.</summary>
    private static (ISymbol? Module, ISymbol? Optimizer) MadeBy(IOperation statement, TorchSharpSymbols symbols)
    {
        foreach (var operation in statement.DescendantsAndSelf())
        {
            var (variable, value) = operation switch
            {
                IVariableDeclaratorOperation declarator => (declarator.Symbol, declarator.GetVariableInitializer()?.Value),
                ISimpleAssignmentOperation assignment => (ModuleView.VariableOf(assignment.Target), assignment.Value),
                _ => (null, null),
            };
            if (variable is not null && value is not null && OptimizerCall.From(ModuleView.Unwrap(value), symbols) is { } optimizer
                && ModuleView.VariableOf(optimizer.Module(symbols)) is { } module)
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
        return operation is not null && ModuleView.Unwrap(operation) is IInvocationOperation
        {
            TargetMethod: { ContainingType.Name: "ModuleExtensionMethods", Name: "to" or "cuda" or "half" or "bfloat16" or "double" or "float" },
        } call && !call.Arguments.Any(argument => argument.Value.Syntax.ToString() is "CPU" or "torch.CPU" or "DeviceType.CPU" or "\"cpu\"") ? call : null;
    }
}
