using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// A module finds its parts only through <c>RegisterComponents()</c>, which reads the fields as they are then, or through
/// <c>register_module</c>. What it does not find is neither trained, nor moved, nor saved, nor told of training and evaluation.
/// </summary>
internal sealed class UnregisteredModule() : ModuleRule(Descriptor)
{
    private const string NoCall = "no constructor calls RegisterComponents()";

    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6016", DiagnosticSeverity.Warning,
        "Module that is not registered",
        "{0} of '{1}', so {2} not trained, moved or saved: {3}");

    public override bool MayApply(Words words, bool isModule) => isModule;

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        // A base class of the user's may register, and so may a class that derives from an abstract one.
        if (!type.IsModule || type.Type.IsAbstract || !SymbolEqualityComparer.Default.Equals(type.Type.BaseType?.ContainingType, type.Symbols.Nn)
            || type.Type.GetMembers().Any(member => member.IsOverride && member.Name is "RegisterComponents" or "named_parameters" or "parameters"))
        {
            yield break;
        }

        var calls = type.Operations.OfType<IInvocationOperation>().Where(call => call.Instance is IInstanceReferenceOperation).ToArray();
        var all = calls.FirstOrDefault(call => call.TargetMethod.Name == "RegisterComponents");
        var single = calls.Any(call => call.TargetMethod.Name is "register_module" or "add_module" or "register_parameter");
        if (single && all is null)
            yield break;

        // One call is missing for all of them.
        var uncalled = new List<ISymbol>();
        var others = new List<Diagnostic>();
        foreach (var field in type.Type.GetMembers().OfType<IFieldSymbol>())
        {
            var named = (ISymbol?)field.AssociatedSymbol ?? field;
            if (field.IsStatic || named.Locations is not [{ IsInSource: true }, ..] || ReasonFor(type, field, named, all, single) is not { } reason)
                continue;
            if (reason == NoCall)
                uncalled.Add(named);
            else
                others.Add(Report(type, [named], reason));
        }

        if (uncalled.Count > 0 && !RegisteredByParents.Are(type, cancellation))
            yield return Report(type, uncalled, NoCall);
        foreach (var diagnostic in others)
            yield return diagnostic;
    }

    /// <summary>A diagnostic of these fields or properties, at the first.</summary>
    private static Diagnostic Report(ModuleView type, IReadOnlyList<ISymbol> parts, string reason)
    {
        var names = parts.Select(part => $"'{part.Name}'").ToArray();
        var subject = names is [var single] ? $"{single} is no registered part" : $"{string.Join(", ", names.Take(names.Length - 1))} and {names[names.Length - 1]} are no registered parts";
        return Diagnostic.Create(Descriptor, parts[0].Locations[0], subject, type.Type.Name, names.Length == 1 ? "it is" : "they are", reason);
    }

    private static string? ReasonFor(ModuleView type, IFieldSymbol field, ISymbol named, IInvocationOperation? all, bool single)
    {
        if (!type.Symbols.IsModule(field.Type))
            return single || !ModuleState.HasContents(field.Type, type.Symbols) ? null : ReasonForContents(type, field, named);

        // A module that comes from elsewhere may be kept apart on purpose, such as a teacher.
        if (!ModuleState.Has(field.Type, type.Symbols))
            return null;
        var sets = SetsOf(type, field, named);
        if (sets.Length == 0 || !sets.All(set => IsMade(type, set.Value)))
            return null;
        if (all is null)
            return NoCall;
        return !single && sets.All(set => set.Assignment is not null && IsAfter(set.Assignment, all)) ? "it is set after RegisterComponents()" : null;
    }

    /// <summary>Why the modules in a field that holds some are not found; null where they are parts by other names, or may be kept apart on purpose.</summary>
    private static string? ReasonForContents(ModuleView type, IFieldSymbol field, ISymbol named)
    {
        var sets = SetsOf(type, field, named);
        var isOfProject = field.Type is INamedTypeSymbol { IsTupleType: false } && !field.Type.DeclaringSyntaxReferences.IsEmpty;
        if (isOfProject && (sets.Length == 0 || !sets.All(set => IsMade(type, set.Value)) || NamesRegistration(field.Type)))
            return null;
        if (HeldModules.AreOwn(type, named, sets.Select(set => set.Value)))
            return null;
        return $"nobody looks into {field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}; {Advice(field.Type)}";
    }

    /// <summary>What registers the contents of such a type.</summary>
    private static string Advice(ITypeSymbol type)
    {
        var interfaces = type.AllInterfaces.Concat(type is INamedTypeSymbol own ? [own] : []).ToArray();
        if (interfaces.Any(face => face is { Name: "IDictionary" or "IReadOnlyDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] }))
            return "use ModuleDict";
        return type is IArrayTypeSymbol || interfaces.Any(face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T && face.TypeArguments[0].Name != "KeyValuePair")
            ? "use ModuleList"
            : "call register_module for what it holds";
    }

    /// <summary>Whether a class of the project registers what it holds, on whatever module.</summary>
    private static bool NamesRegistration(ITypeSymbol type) => type.DeclaringNodes()
        .Any(part => FileWords.Of(part.SyntaxTree, default).PositionsOf("register_module").Any(part.Span.Contains));

    private static (IOperation Value, ISimpleAssignmentOperation? Assignment)[] SetsOf(ModuleView type, IFieldSymbol field, ISymbol named) =>
        [.. type.Operations.SelectMany(operation => Sets(operation, field, named))];

    /// <summary>What an operation sets the field to, and the assignment where it is no initialiser.</summary>
    private static (IOperation Value, ISimpleAssignmentOperation? Assignment)[] Sets(IOperation operation, IFieldSymbol field, ISymbol named) => operation switch
    {
        IFieldInitializerOperation initializer when initializer.InitializedFields.Contains(field, SymbolEqualityComparer.Default) => [(initializer.Value, null)],
        IPropertyInitializerOperation initializer when initializer.InitializedProperties.Contains(named, SymbolEqualityComparer.Default) => [(initializer.Value, null)],
        ISimpleAssignmentOperation assignment when SymbolEqualityComparer.Default.Equals(Subject.Of(assignment.Target), named) => [(assignment.Value, assignment)],
        _ => [],
    };

    /// <summary>Whether it is made in place: by <c>torch.nn</c> or with <c>new</c>.</summary>
    private static bool IsMade(ModuleView type, IOperation value) => Subject.Unwrapped(value) switch
    {
        IObjectCreationOperation => true,
        IInvocationOperation call => type.Symbols.IsModuleFactory(call.TargetMethod, call.TargetMethod.Name),
        _ => false,
    };

    /// <summary>Statement by statement in the same block; what stands in a branch is left alone.</summary>
    private static bool IsAfter(ISimpleAssignmentOperation assignment, IInvocationOperation all) =>
        assignment.Parent is IExpressionStatementOperation { Parent: IBlockOperation block } && all.Parent is IExpressionStatementOperation { Parent: IBlockOperation other }
        && block == other && assignment.Syntax.SpanStart > all.Syntax.SpanStart;
}
