using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Compiler.Parsing.Evaluation;

// Calls: of Layers, of the user's methods, lambdas and local functions, and of the few library methods that are known.
internal sealed partial class Evaluator
{
    private object? Invoke(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        if (RegimenSymbols.Is(method.ContainingType, "Layers"))
            return MakeLayer(call, frame);

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            var target = Evaluate(call.Instance!, frame) as FunctionValue ?? throw new NotEvaluableException(call, "calls a delegate that is not known");
            return CallFunction(target, Arguments(call, frame), call);
        }

        if (method.MethodKind == MethodKind.LocalFunction)
            return CallFunction(LocalFunction(method, frame, call), Arguments(call, frame), call);

        if (IsInSource(method))
        {
            var self = call.Instance is null ? null : Evaluate(call.Instance, frame);
            if (method.IsVirtual || method.IsAbstract || method.IsOverride || (!method.IsStatic && self is not ThisValue))
                throw new NotEvaluableException(call, "calls a method of an object, which may be overridden; make it static");
            if (method.TypeParameters.Length > 0 || method.ContainingType.IsGenericType)
                throw new NotEvaluableException(call, "calls a generic method; write it for the type you need");

            var arguments = Arguments(call, frame);
            return Labelled(RunMethod(method, arguments, call.Syntax), () => CallText(call, arguments));
        }

        return KnownCall(call, frame);
    }

    /// <summary>The arguments' values by parameter, evaluated in the order in which they are written.</summary>
    private object?[] Arguments(IInvocationOperation call, Frame frame)
    {
        var values = new object?[call.TargetMethod.Parameters.Length];
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter } parameter)
                throw new NotEvaluableException(argument, "is passed by reference; return the value instead");
            values[parameter.Ordinal] = Evaluate(argument.Value, frame);
        }

        return values;
    }

    private object? RunMethod(IMethodSymbol method, object?[] arguments, SyntaxNode caller)
    {
        if (BodyOf(method) is not { } body)
            throw new NotEvaluableException(caller, "has no body in this project, so its value is not known");
        if (method.IsAsync)
            throw new NotEvaluableException(caller, "is async; return the layer itself");
        return RunBody(method, body, new Frame(method, parent: null), arguments, caller);
    }

    private object? RunBody(IMethodSymbol method, IBlockOperation body, Frame frame, object?[] arguments, SyntaxNode caller)
    {
        if (calls >= DeepestCall)
            throw new NotEvaluableException(caller, FormattableString.Invariant($"is call number {DeepestCall} inside each other; does the recursion never end?"));

        // The body speaks of the parameters of the definition, a call of a generic method of those of its instance.
        var parameters = method.OriginalDefinition.Parameters;
        if (method.OriginalDefinition.PartialImplementationPart is { } implementation)
            parameters = implementation.Parameters;
        for (var i = 0; i < parameters.Length && i < arguments.Length; i++)
            frame.Declare(parameters[i], arguments[i]);

        calls++;
        var completion = Execute(body, frame);
        calls--;
        return completion == Completion.Return || method.ReturnsVoid
            ? frame.Result
            : throw new NotEvaluableException(caller, "ends without returning a value");
    }

    private object? CallFunction(FunctionValue function, object?[] arguments, IOperation call) => function.Body is { } body
        ? RunBody(function.Method, body, new Frame(function.Method, function.Captured), arguments, call.Syntax)
        : RunMethod(function.Method, arguments, call.Syntax);

    private FunctionValue LocalFunction(IMethodSymbol function, Frame frame, IOperation operation)
    {
        var body = function.DeclaringSyntaxReferences is [var reference]
            ? (Model(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellation), cancellation) as ILocalFunctionOperation)?.Body
            : null;

        // It sees the variables of the method around it as they are now.
        var owner = frame;
        while (owner.Parent is not null && !SymbolEqualityComparer.Default.Equals(owner.Method, function.ContainingSymbol))
            owner = owner.Parent;
        if (body is null || function.IsAsync || function.TypeParameters.Length > 0)
            throw new NotEvaluableException(operation, "calls a function that is async, generic or without a body");
        return new FunctionValue(function, body, owner);
    }

    private FunctionValue Reference(IMethodReferenceOperation reference, Frame frame)
    {
        var method = reference.Method;
        if (method.MethodKind == MethodKind.LocalFunction)
            return LocalFunction(method, frame, reference);
        if (IsInSource(method) && method.IsStatic && method.TypeParameters.Length == 0 && !RegimenSymbols.Is(method.ContainingType, "Layers"))
            return new FunctionValue(method, body: null, captured: null);
        throw new NotEvaluableException(reference, "is not a static method of yours; write a lambda that calls it");
    }

    /// <summary>Whether the method can be read here; one of another project is only known by its signature.</summary>
    private bool IsInSource(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (compilation.ContainsSyntaxTree(reference.SyntaxTree))
                return true;
        }

        return false;
    }

    private IBlockOperation? BodyOf(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        foreach (var reference in (definition.PartialImplementationPart ?? definition).DeclaringSyntaxReferences)
        {
            if (!compilation.ContainsSyntaxTree(reference.SyntaxTree))
                continue;
            switch (Model(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellation), cancellation))
            {
                case IMethodBodyOperation body:
                    return body.BlockBody ?? body.ExpressionBody;
                case IBlockOperation block:
                    return block;
            }
        }

        return null;
    }

    private object? Property(IPropertyReferenceOperation reference, Frame frame)
    {
        var property = reference.Property;
        if (!IsInSource(property) || property.IsIndexer)
            return KnownProperty(reference, frame);
        if (RegimenSymbols.IsRegimen(property.ContainingNamespace))
            throw new NotEvaluableException(reference, "reads a property of a layer, which is known only once the network is complete");

        var self = reference.Instance is null ? null : Evaluate(reference.Instance, frame);
        if (property.IsVirtual || property.IsAbstract || property.IsOverride || (!property.IsStatic && self is not ThisValue) || property.ContainingType.IsGenericType)
            throw new NotEvaluableException(reference, "reads a property of an object; make it static");

        if (property.GetMethod is { } getter && BodyOf(getter) is not null)
            return Labelled(RunMethod(getter, [], reference.Syntax), () => MemberName(property));

        // Without a body it is what its initialiser says, if nothing can replace that.
        if (!property.IsStatic || property.SetMethod is not null)
            throw new NotEvaluableException(reference, "can be set while running; make it static and give it an expression body");
        return Labelled(Initial(property, reference), () => MemberName(property));
    }

    /// <summary>A layer that a member of the user's returned carries that call as its label, unless a call inside it already left one.</summary>
    private static object? Labelled(object? value, Func<string> label) =>
        value is LayerValue { Label: "" } layer ? layer.WithLabel(label()) : value;

    private string CallText(IInvocationOperation call, object?[] values)
    {
        List<string> parts = [];
        var written = new HashSet<int>();
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter)
                written.Add(parameter.Ordinal);
        }

        var skipped = false;
        foreach (var parameter in call.TargetMethod.Parameters)
        {
            if (!written.Contains(parameter.Ordinal))
            {
                skipped = true;
                continue;
            }

            var value = values[parameter.Ordinal];
            if (parameter.IsParams && value is ArrayValue { Items: var items } && !skipped)
                parts.AddRange(items.Select(item => ValueText.Of(item, ElementType(parameter.Type))));
            else
                parts.Add((skipped ? parameter.Name + ": " : "") + ValueText.Of(value, parameter.Type));
        }

        return MemberName(call.TargetMethod) + "(" + string.Join(", ", parts) + ")";
    }

    /// <summary>The member as it is called from the experiment.</summary>
    private string MemberName(ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, experiment) ? member.Name : member.ContainingType.Name + "." + member.Name;
}
