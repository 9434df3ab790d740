using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>Parameters of a module, all or some, that a list holds.</summary>
/// <param name="Module">The module.</param>
/// <param name="List">The local that they were put into first; null where they are written in place.</param>
internal sealed record HeldParameters(ISymbol Module, ILocalSymbol? List)
{
    /// <summary>How many locals are followed; more are a circle.</summary>
    private const int MaximumDepth = 8;

    /// <summary>The modules whose parameters a value holds: as they are, filtered, joined, in groups, or in a local that nothing else changes.</summary>
    public static IEnumerable<HeldParameters> In(IOperation value, ModuleView view) => In(value, view, null, 0);

    private static IEnumerable<HeldParameters> In(IOperation value, ModuleView view, ILocalSymbol? list, int depth)
    {
        value = Subject.Unwrapped(value);
        if (value is IInvocationOperation { TargetMethod.Name: "parameters" or "named_parameters", Instance: { } module } && view.Symbols.IsModule(module.Type))
            return Subject.Of(module) is { } variable ? [new(variable, list)] : [];
        if (value is ILocalReferenceOperation { Local: var local })
        {
            return depth < MaximumDepth && view.Origin(value) != value && Subject.InitialValue(value.Root(), local) is { } initial && Subject.References(value.Root(), local).All(use => Keeps(use, view))
                ? In(initial, view, local, depth + 1)
                : [];
        }

        return Parts(value).SelectMany(part => In(part, view, list, depth));
    }

    /// <summary>The values that a list, or a group of parameters, is made of.</summary>
    private static IEnumerable<IOperation> Parts(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod: { Name: "Concat" or "Union" } method } call when IsLinq(method) => call.Arguments.Take(2).Select(argument => argument.Value),
        IInvocationOperation { TargetMethod: { Name: "Select" } method, Arguments: [var source, var selector] } when IsLinq(method) && IsPart(selector.Value) => [source.Value],
        IInvocationOperation { TargetMethod: var method, Arguments: [var source, ..] } when IsLinq(method) && method.Name is "Where" or "ToList" or "ToArray" or "ToHashSet" or "AsEnumerable"
            or "Append" or "Prepend" or "Distinct" or "OrderBy" or "OrderByDescending" or "Reverse" or "Skip" or "Take" or "Except" => [source.Value],
        IArrayCreationOperation array => array.Initializer?.ElementValues ?? [],
        ICollectionExpressionOperation collection => collection.Elements.Select(element => element is ISpreadOperation spread ? spread.Operand : element),
        IObjectCreationOperation creation => creation.Arguments.Select(argument => argument.Value).Concat(creation.Initializer?.Initializers.SelectMany(Set) ?? []),
        _ => [],
    };

    private static IEnumerable<IOperation> Set(IOperation initializer) => initializer switch
    {
        ISimpleAssignmentOperation assignment => [assignment.Value],
        IInvocationOperation added => added.Arguments.Select(argument => argument.Value),
        _ => [],
    };

    private static bool IsLinq(IMethodSymbol method) => method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };

    /// <summary>Whether a lambda gives what it is given, or a part of it: <c>named => named.parameter</c>.</summary>
    private static bool IsPart(IOperation selector) =>
        Subject.Unwrapped(selector) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] } }
        && Subject.Unwrapped(value) is IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation;

    /// <summary>Whether a list still holds what it held.</summary>
    private static bool Keeps(IOperation use, ModuleView view) => Subject.Consumer(use) switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => IsLinq(call.TargetMethod) || view.Symbols.IsTorchSharp(call.TargetMethod),
        IArgumentOperation { Parent: IObjectCreationOperation made } => made.Constructor is { } constructor && view.Symbols.IsTorchSharp(constructor),
        IInvocationOperation call => call.TargetMethod.Name is "Add" or "AddRange",
        IPropertyReferenceOperation property => property.Property is { Name: "Count" or "Length" },
        IForEachLoopOperation or ISpreadOperation => true,
        ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } group => group.Value.DescendantsAndSelf().Contains(use),
        _ => false,
    };
}
