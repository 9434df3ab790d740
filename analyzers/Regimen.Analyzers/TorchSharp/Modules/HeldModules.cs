using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>What is put into a list, a dictionary or a tuple of modules.</summary>
internal static class HeldModules
{
    /// <summary>
    /// Whether all that it holds are parts of the type by other names, which are registered or told of there: <c>layers = [fc1, fc2]</c>.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="list">The field or property.</param>
    /// <param name="values">What it is set to.</param>
    public static bool AreOwn(ModuleView type, ISymbol list, IEnumerable<IOperation> values)
    {
        var put = values.Concat(type.Operations.SelectMany(operation => Put(operation, list))).SelectMany(value => Leaves(value, type)).ToArray();
        return put.Length > 0 && put.All(module => IsPart(module, type, list));
    }

    /// <summary>What an operation puts into it: the arguments of <c>Add</c> and its kin, the value of an element.</summary>
    private static IEnumerable<IOperation> Put(IOperation operation, ISymbol list) => operation switch
    {
        IInvocationOperation { Instance: { } instance } call when Subject.Same(Subject.Of(instance), list) => call.Arguments.Select(argument => argument.Value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance }, Value: var value } when Subject.Same(Subject.Of(instance), list) => [value],
        ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: var array }, Value: var value } when Subject.Same(Subject.Of(array), list) => [value],
        _ => [],
    };

    /// <summary>The modules, and the values that hold some, of which an expression is made.</summary>
    private static IEnumerable<IOperation> Leaves(IOperation value, ModuleView type)
    {
        var written = Subject.Unwrapped(value);
        if (type.Symbols.IsModule(written.Type) || written is IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation or ILocalReferenceOperation)
            return ModuleState.Has(written.Type!, type.Symbols) || ModuleState.HasContents(written.Type!, type.Symbols) || type.Symbols.IsModule(written.Type) ? [written] : [];
        return written.ChildOperations.SelectMany(part => Leaves(part, type));
    }

    /// <summary>Whether it is a field or property of the module, or a local that one is set to as well.</summary>
    private static bool IsPart(IOperation module, ModuleView type, ISymbol list) => module switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } holder } => IsPart(Subject.Unwrapped(holder), type, list),
        IFieldReferenceOperation or IPropertyReferenceOperation => Subject.Of(module) is { IsStatic: false } part && !Subject.Same(part, list),
        ILocalReferenceOperation local => type.Operations.OfType<ISimpleAssignmentOperation>().Any(assignment =>
            Subject.Same(Subject.Of(assignment.Value), local.Local) && Subject.Of(assignment.Target) is IFieldSymbol or IPropertySymbol && type.Symbols.IsModule(assignment.Target.Type)),
        _ => false,
    };
}
