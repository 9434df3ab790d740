using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

        if (uncalled.Count + others.Count == 0 || (all is null && IsRegisteredByParents(type, cancellation)))
            yield break;
        if (uncalled.Count > 0)
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
        if (IsList(type, field.Type))
            return single || field.Type.DeclaringSyntaxReferences.Length > 0 ? null : $"nobody looks into {field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}; use ModuleList";

        // A module that comes from elsewhere may be kept apart on purpose, such as a teacher.
        if (!HasState(type, field.Type))
            return null;
        var sets = type.Operations.SelectMany(operation => Sets(operation, field, named)).ToArray();
        if (sets.Length == 0 || !sets.All(set => IsMade(type, set.Value)))
            return null;
        if (all is null)
            return NoCall;
        return !single && sets.All(set => set.Assignment is not null && IsAfter(set.Assignment, all)) ? "it is set after RegisterComponents()" : null;
    }

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

    /// <summary>Whether it has weights, or has to know of training and evaluation.</summary>
    private static bool HasState(ModuleView type, ITypeSymbol module)
    {
        if (!type.Symbols.IsModule(module))
            return false;
        if (!type.IsOwnModule(module))
        {
            // A class of the project that keeps nothing, such as a loss, has nothing to be found.
            return !module.Locations.Any(location => location.IsInSource) || !SymbolEqualityComparer.Default.Equals(module.BaseType?.ContainingType, type.Symbols.Nn)
                || module.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && (type.Symbols.IsModule(field.Type) || field.Type is { ContainingNamespace.Name: "Modules", Name: "Parameter" }
                    || type.Symbols.IsTensor(field.Type) || IsList(type, field.Type)));
        }

        return module.Name is "Sequential" or "ModuleList" or "ModuleDict" or "ParameterList" or "ParameterDict" or "Embedding" or "EmbeddingBag" or "LSTM" or "GRU" or "RNN" or "LSTMCell"
                or "GRUCell" or "RNNCell" or "MultiheadAttention" or "Bilinear" or "PReLU" or "LayerNorm" or "GroupNorm" || module.Name.StartsWith("Transformer", StringComparison.Ordinal)
            || LayerNames.KindOf(module.Name) is LayerKind.Linear or LayerKind.Convolution or LayerKind.BatchNorm or LayerKind.Dropout;
    }

    private static bool IsList(ModuleView type, ITypeSymbol field) => field switch
    {
        IArrayTypeSymbol array => HasState(type, array.ElementType),
        INamedTypeSymbol { Name: "List" or "IList" or "IReadOnlyList" or "ImmutableArray", TypeArguments: [var element] } list => !type.Symbols.IsModule(list) && HasState(type, element),
        _ => false,
    };

    /// <summary>
    /// A module registers the parts of those that it registers, so a part of other modules needs no call of its own. What other modules make with
    /// <c>new</c>, outside a <c>Sequential</c>, which does not register, is taken for such a part.
    /// </summary>
    private static bool IsRegisteredByParents(ModuleView type, CancellationToken cancellation)
    {
        var isPart = false;
        var index = NameIndex.Of(type.Compilation, cancellation);

        // Which of several types of this name is made is not known; then those who are no modules may make another one.
        var isOnly = index.UnitsOf(type.Type.Name).Count == type.Type.DeclaringSyntaxReferences.Length;
        foreach (var tree in index.Naming(type.Type.Name))
        {
            foreach (var creation in tree.GetRoot(cancellation).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
            {
                var made = creation is ObjectCreationExpressionSyntax { Type: var written } ? written : creation.FirstAncestorOrSelf<VariableDeclarationSyntax>()?.Type;
                if (made is not SimpleNameSyntax { Identifier.ValueText: var name } || name != type.Type.Name)
                    continue;
                var owner = creation.FirstAncestorOrSelf<TypeDeclarationSyntax>();
                var inSequence = creation.Ancestors().OfType<InvocationExpressionSyntax>().Any(IsSequential);
                var isMadeByModule = !inSequence && owner?.BaseList?.Types.Any(parent => IsModuleOrOwn(parent.Type, index)) == true;
                if (!isMadeByModule && isOnly)
                    return false;
                isPart |= isMadeByModule;
            }
        }

        return isPart;
    }

    /// <summary>Whether a base is a module by its name, or a class of the project, which may be one.</summary>
    private static bool IsModuleOrOwn(TypeSyntax parent, NameIndex index) =>
        parent.ToString().Contains("Module") || (parent is SimpleNameSyntax { Identifier.ValueText: var name } && index.UnitsOf(name).Count > 0);

    private static bool IsSequential(InvocationExpressionSyntax call) =>
        (call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression) is SimpleNameSyntax { Identifier.ValueText: "Sequential" };
}
