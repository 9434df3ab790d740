using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>The softmax, log-softmax or sigmoid that <c>forward</c> of a class in this project ends with. It is read off the syntax, for the class may stand in another file.</summary>
internal static class ForwardEnd
{
    /// <summary>How many modules inside one another are looked into; more are a circle.</summary>
    private const int MaximumDepth = 4;

    /// <summary><c>softmax</c>, <c>logsoftmax</c> or <c>sigmoid</c> where all that <c>forward</c> returns comes from it; else null.</summary>
    /// <param name="model">The class.</param>
    /// <param name="isMade">Whether an object of just this class is made; else it may be one of a class that derives from it, with another <c>forward</c>.</param>
    /// <param name="project">The project.</param>
    public static string? Of(ITypeSymbol? model, bool isMade, Compilation project) =>
        Of(model, 0) is { } end && (isMade || model is { IsSealed: true } || !NameIndex.Of(project, default).IsBase(model!.Name)) ? end : null;

    private static string? Of(ITypeSymbol? model, int depth)
    {
        string? end = null;
        foreach (var reference in model?.GetMembers("forward").SelectMany(member => member.DeclaringSyntaxReferences) ?? [])
        {
            if (depth == MaximumDepth || reference.GetSyntax() is not MethodDeclarationSyntax forward)
                return null;
            var returned = Returned(forward).Select(value => OfValue(model!, forward, value, depth)).Distinct().ToArray();
            if (returned is not [{ } single] || (end ?? single) != single)
                return null;
            end = single;
        }

        return end;
    }

    /// <summary>Every expression that a method returns. A local that the statement before sets is what it is set to.</summary>
    private static IEnumerable<ExpressionSyntax?> Returned(MethodDeclarationSyntax method) => method.ExpressionBody is { } body
        ? [body.Expression]
        : method.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>()
            .Select(exit => exit.Expression is IdentifierNameSyntax { Identifier.ValueText: var local } && exit.Parent is BlockSyntax block
                ? SetTo(block.Statements.TakeWhile(statement => statement != exit).LastOrDefault(), local) ?? exit.Expression
                : exit.Expression);

    /// <summary>What the statement sets the local to; null where it does not.</summary>
    private static ExpressionSyntax? SetTo(StatementSyntax? statement, string local) => statement switch
    {
        LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } variable] } when variable.Identifier.ValueText == local => value,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name, Right: var value } }
            when name.Identifier.ValueText == local => value,
        _ => null,
    };

    private static string? OfValue(ITypeSymbol model, MethodDeclarationSyntax forward, ExpressionSyntax? value, int depth)
    {
        if (Bare(value) is not InvocationExpressionSyntax call || NameOf(call) is not { } name)
            return null;
        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        return name switch
        {
            "MoveToOuterDisposeScope" or "DetachFromDisposeScope" => OfValue(model, forward, receiver, depth),
            "forward" or "call" => Bare(receiver) switch
            {
                IdentifierNameSyntax { Identifier.ValueText: var part } => Declares(forward, part) ? null : OfPart(model, part, depth),
                MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var part } => OfPart(model, part, depth),
                var made => OfModule(made),
            },
            "softmax" or "log_softmax" or "sigmoid" or "sigmoid_" => LayerNames.Normalise(name),
            _ => null,
        };
    }

    /// <summary>The end of a field or property: that of its class, or of the module that it is set to once and for all.</summary>
    private static string? OfPart(ITypeSymbol model, string name, int depth)
    {
        var (part, isOwn) = model.GetMembers(name) switch
        {
            [IFieldSymbol field] => (field.Type, field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private),
            [IPropertySymbol property] => (property.Type, property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private }),
            _ => (null, false),
        };
        if (part is null || !isOwn)
            return null;
        return Of(part, depth + 1) ?? (SetOnce(model, name) is { } value ? OfModule(value) : null);
    }

    /// <summary>What a member is set to by its initializer or a constructor; null where there is not exactly one such place, or other code may change the module.</summary>
    private static ExpressionSyntax? SetOnce(ITypeSymbol model, string name)
    {
        var sets = new List<ExpressionSyntax>();
        foreach (var node in model.DeclaringNodes().SelectMany(part => part.DescendantNodes()))
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax, Initializer.Value: var value } field when field.Identifier.ValueText == name:
                    sets.Add(value);
                    break;
                case PropertyDeclarationSyntax { Initializer.Value: var value } property when property.Identifier.ValueText == name:
                    sets.Add(value);
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var named } use when named == name:
                    var whole = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : (ExpressionSyntax)use;
                    if (whole.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == whole
                        && assignment.FirstAncestorOrSelf<SyntaxNode>(around => around is BaseMethodDeclarationSyntax or AnonymousFunctionExpressionSyntax) is ConstructorDeclarationSyntax)
                        sets.Add(assignment.Right);
                    else if (!LeavesAlone(whole))
                        return null;
                    break;
            }
        }

        return sets is [var single] ? single : null;
    }

    /// <summary>Whether the use of a module can't change what it computes.</summary>
    private static bool LeavesAlone(ExpressionSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: var name } access =>
            access.Expression == use && (name is "forward" or "call" || LossCall.IsNeutral(name)),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => NameOf(call) is "register_module" or "add_module" or "nameof",
        _ => false,
    };

    /// <summary>The end of a module as it is made: <c>Sigmoid()</c>, or a <c>Sequential</c> with one at its end.</summary>
    private static string? OfModule(ExpressionSyntax? module) => Bare(module) is not InvocationExpressionSyntax made ? null : NameOf(made) switch
    {
        "Softmax" => "softmax",
        "LogSoftmax" => "logsoftmax",
        "Sigmoid" => "sigmoid",
        "Sequential" => OfModule(LastElement(made.ArgumentList.Arguments.LastOrDefault()?.Expression)),
        "to" or "cuda" when made.Expression is MemberAccessExpressionSyntax moved => OfModule(moved.Expression),
        _ => null,
    };

    /// <summary>The last module of what a <c>Sequential</c> is given: of a list, without its name.</summary>
    private static ExpressionSyntax? LastElement(ExpressionSyntax? given) => Bare(given) switch
    {
        TupleExpressionSyntax { Arguments: [_, { Expression: var module }] } => module,
        CollectionExpressionSyntax { Elements: [.., ExpressionElementSyntax { Expression: var last }] } => LastElement(last),
        ArrayCreationExpressionSyntax { Initializer.Expressions: [.., var last] } => LastElement(last),
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: [.., var last] } => LastElement(last),
        var module => module,
    };

    private static bool Declares(MethodDeclarationSyntax forward, string name) => forward.DescendantNodes().Any(node => node switch
    {
        ParameterSyntax parameter => parameter.Identifier.ValueText == name,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText == name,
        ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
        _ => false,
    });

    private static ExpressionSyntax? Bare(ExpressionSyntax? expression) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inside } => Bare(inside),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inside } => Bare(inside),
        _ => expression,
    };

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
