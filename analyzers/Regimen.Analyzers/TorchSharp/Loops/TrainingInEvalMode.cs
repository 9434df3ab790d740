using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A module switched to evaluation in a loop that goes on training it and never switches it back.</summary>
internal sealed class TrainingInEvalMode() : OperationRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6015", DiagnosticSeverity.Warning,
        "Training goes on in evaluation mode",
        "'{0}' leaves '{1}' in evaluation mode for the next pass of this loop; call '{1}.train()' before it is trained");

    public override void Register(CompilationStartAnalysisContext context, TorchSharpSymbols symbols) =>
        context.RegisterOperationBlockAction(block =>
        {
            var reported = new HashSet<IOperation>();
            foreach (var root in block.OperationBlocks)
            {
                // Inner loops first: the smallest that holds both is the one that goes on.
                foreach (var loop in root.Descendants().OfType<ILoopOperation>().OrderBy(loop => loop.Syntax.Span.Length))
                    Check(block, symbols, root, loop, reported);
            }
        });

    private static void Check(OperationBlockAnalysisContext block, TorchSharpSymbols symbols, IOperation root, ILoopOperation loop, HashSet<IOperation> reported)
    {
        var calls = loop.Descendants().OfType<IInvocationOperation>().Where(call => !call.IsInFunction(loop)).OrderBy(call => call.Syntax.SpanStart).ToArray();
        var models = calls.Where(call => symbols.IsForward(call) || symbols.IsEval(call)).Select(call => Subject.Of(call.Receiver()))
            .Concat(calls.SelectMany(call => call.Arguments).Where(argument => symbols.IsModule(argument.Value.Type)).Select(argument => Subject.Of(argument.Value)))
            .OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>();
        foreach (var model in models.Where(model => !Subject.IsDeclaredIn(model, loop)))
        {
            // A part that is switched before it is trained is meant to stay as it is: frozen statistics, a teacher.
            var uses = calls.Select(call => (Call: call, Use: UseOf(symbols, call, model))).Where(pair => pair.Use != Use.None).ToArray();
            if (uses.Any(pair => (pair.Use & (Use.Train | Use.Unknown)) != 0)
                || uses.FirstOrDefault(pair => (pair.Use & Use.Eval) != 0).Call is not { } eval
                || reported.Contains(eval)
                || uses.TakeWhile(pair => pair.Call != eval).Select(pair => TrainingSite(symbols, pair.Call, pair.Use, loop)).OfType<SyntaxNode>().FirstOrDefault() is not { } site
                || !ModeDependence.Matters(block.Compilation, symbols, root, model, block.CancellationToken))
            {
                continue;
            }

            reported.Add(eval);
            var isLoop = site == loop.Syntax;
            block.ReportDiagnostic(Diagnostic.Create(
                Descriptor, eval.Syntax.GetLocation(), [(isLoop ? loop.Body.Syntax : site).GetLocation()],
                FixHints.Statement($"{model.Name}.train();", first: isLoop),
                eval.Syntax.ToString(), model.Name));
        }
    }

    /// <summary>The loop inside this one, or the statement, in which the call trains the module.</summary>
    private static SyntaxNode? TrainingSite(TorchSharpSymbols symbols, IInvocationOperation call, Use use, ILoopOperation within)
    {
        if ((use & Use.Backward) != 0)
            return call.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        if ((use & Use.Forward) == 0)
            return null;
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILoopOperation inner && inner.Descendants().OfType<IInvocationOperation>().Any(other => symbols.IsBackward(other) && other.NearestLoop() == inner))
                return inner.Syntax;
            if (parent == within)
                return null;
        }

        return null;
    }

    /// <summary>What a call does with the module, itself or in the method that it calls.</summary>
    private static Use UseOf(TorchSharpSymbols symbols, IInvocationOperation call, ISymbol model)
    {
        if (Subject.Same(Subject.Of(call.Receiver()), model))
            return symbols.IsForward(call) ? Use.Forward : symbols.IsEval(call) ? Use.Eval : symbols.IsTrain(call) ? Use.Train : symbols.IsTorchSharp(call.TargetMethod) || symbols.IsModule(call.TargetMethod.ContainingType) ? Use.None : Use.Unknown;
        if (symbols.IsTrain(call))
            return Subject.Of(call.Receiver()) is null ? Use.Unknown : Use.None;
        if (call.Arguments.FirstOrDefault(argument => Subject.Same(Subject.Of(argument.Value), model)) is { Parameter: { } parameter })
            return InMethod(call.TargetMethod, parameter.Name);
        return model is IFieldSymbol or IPropertySymbol && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, model.ContainingType)
            ? InMethod(call.TargetMethod, model.Name)
            : Use.None;
    }

    /// <summary>What a method does with the module that it knows by this name.</summary>
    private static Use InMethod(IMethodSymbol method, string name)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty)
            return Use.Unknown;
        var use = Use.None;
        foreach (var syntax in method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()))
        {
            foreach (var node in syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Where(node => node.Identifier.ValueText == name))
            {
                use |= node.Parent switch
                {
                    MemberAccessExpressionSyntax { Name.Identifier.ValueText: "eval" } access when access.Expression == node => Use.Eval,
                    MemberAccessExpressionSyntax { Name.Identifier.ValueText: "train" } access when access.Expression == node => Use.Train,
                    MemberAccessExpressionSyntax { Name.Identifier.ValueText: "forward" or "call" } access when access.Expression == node => Use.Forward,
                    MemberAccessExpressionSyntax access when access.Expression == node => Use.None,
                    _ => Use.Unknown,
                };
            }

            if ((use & Use.Forward) != 0 && Mentions.Names(syntax).Contains("backward"))
                use |= Use.Backward;
        }

        return use;
    }

    [Flags]
    private enum Use
    {
        None = 0,
        Forward = 1,
        Eval = 2,
        Train = 4,
        Backward = 8,
        Unknown = 16,
    }
}
