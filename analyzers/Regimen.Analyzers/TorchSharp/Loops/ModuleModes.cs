using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>What code does with a module.</summary>
[Flags]
internal enum ModuleUse
{
    None = 0,
    Forward = 1,
    Eval = 2,
    Train = 4,
    Backward = 8,
    Unknown = 16,
}

/// <summary>What calls do with a module, themselves or in the methods of the project that they call.</summary>
internal sealed class ModuleModes(TorchSharpSymbols symbols, Compilation compilation)
{
    /// <summary>What a call does with the module.</summary>
    public ModuleUse UseOf(IInvocationOperation call, ISymbol model) => UseOf(call, model, 0);

    private ModuleUse UseOf(IInvocationOperation call, ISymbol model, int depth)
    {
        if (Subject.Same(Subject.Of(call.Receiver()), model))
        {
            return symbols.IsForward(call) ? ModuleUse.Forward
                : symbols.IsEval(call) ? ModuleUse.Eval
                : symbols.IsTrain(call) ? ModuleUse.Train
                : symbols.IsTorchSharp(call.TargetMethod) || symbols.IsModule(call.TargetMethod.ContainingType) ? ModuleUse.None
                : call.Instance is null ? InMethod(call, model, depth) : ModuleUse.Unknown;
        }

        if (symbols.IsTrain(call))
            return Subject.Of(call.Receiver()) is null ? ModuleUse.Unknown : ModuleUse.None;
        if (symbols.IsTorchSharp(call.TargetMethod))
            return call.Arguments.Any(argument => Subject.Same(Subject.Of(argument.Value), model)) ? ModuleUse.Unknown : ModuleUse.None;
        return InMethod(call, model, depth);
    }

    /// <summary>What the method that is called does with the module: as its parameter, or as a field of the same object.</summary>
    private ModuleUse InMethod(IInvocationOperation call, ISymbol model, int depth)
    {
        var given = call.Arguments.FirstOrDefault(argument => Subject.Same(Subject.Of(argument.Value), model))?.Parameter?.OriginalDefinition;
        var isOwn = given is null && model is IFieldSymbol or IPropertySymbol && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, model.ContainingType);
        var isCaptured = given is null && model is ILocalSymbol or IParameterSymbol && call.TargetMethod.MethodKind == MethodKind.LocalFunction;
        if (given is null && !isOwn && !isCaptured)
            return ModuleUse.None;
        if (depth == TrainingMethods.Depth || MethodBodies.Of(call.TargetMethod, compilation) is not { } body)
            return ModuleUse.Unknown;

        var known = (ISymbol?)given ?? model;
        var use = ModuleUse.None;
        var isBack = false;
        foreach (var inner in body.Descendants().OfType<IInvocationOperation>())
        {
            isBack |= symbols.IsBackward(inner);
            if (!SymbolEqualityComparer.Default.Equals(inner.TargetMethod.OriginalDefinition, call.TargetMethod.OriginalDefinition))
                use |= UseOf(inner, known, depth + 1);
        }

        // Given to anything but a call, nobody knows.
        if (Subject.References(body, known).Any(reference => Subject.Consumer(reference) is not (IInvocationOperation or IArgumentOperation { Parent: IInvocationOperation } or IMemberReferenceOperation)))
            use |= ModuleUse.Unknown;
        return isBack && (use & ModuleUse.Forward) != 0 ? use | ModuleUse.Backward : use;
    }
}
