using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>The call that makes an optimiser: <c>optim.Adam(…)</c> or <c>new Adam(…)</c>.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Name">The optimiser's name.</param>
/// <param name="Place">The name in the call.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record OptimizerCall(IOperation Operation, string Name, SyntaxNode Place, ImmutableArray<IArgumentOperation> Arguments)
{
    /// <summary>The call; null where the operation makes no optimiser of TorchSharp.</summary>
    public static OptimizerCall? From(IOperation operation, TorchSharpSymbols symbols) => operation switch
    {
        IInvocationOperation call when symbols.Optim is { } optim && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, optim) && symbols.IsOptimizer(call.Type) =>
            new(call, call.TargetMethod.Name, ModuleView.NameOf(call), call.Arguments),
        IObjectCreationOperation { Type: { } type } creation when symbols.IsOptimizer(type) && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, symbols.Torch.ContainingAssembly) =>
            new(creation, type.Name, creation.Syntax is ObjectCreationExpressionSyntax written ? written.Type : creation.Syntax, creation.Arguments),
        _ => null,
    };

    /// <summary>The parameters that it is given, in whatever way.</summary>
    public IOperation? Parameters => Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    /// <summary>The module whose parameters, all of them, it is given; null where it is given anything else.</summary>
    public IOperation? Module(TorchSharpSymbols symbols) =>
        Parameters is { } given
        && Subject.Unwrapped(given) is IInvocationOperation { TargetMethod.Name: "parameters" or "named_parameters", Instance: { } module } && symbols.IsModule(module.Type) ? module : null;

    /// <summary>The weight decay where it is a constant other than 0.</summary>
    public IArgumentOperation? WeightDecay => Arguments.FirstOrDefault(argument =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "weight_decay", Value.ConstantValue: { HasValue: true, Value: { } value } } && value is not 0.0);
}
