using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Loops;

/// <summary>A module switched to evaluation in a loop that goes on training it and never switches it back.</summary>
internal sealed class TrainingInEvalMode() : BodyRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6015", DiagnosticSeverity.Warning,
        "Training goes on in evaluation mode",
        "'{0}' leaves '{1}' in evaluation mode for the next pass of this loop; call '{1}.train()' before it is trained");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.Training);

    public override IEnumerable<Diagnostic> Check(CodeBody body, CancellationToken cancellation)
    {
        // Inner loops first: the smallest that holds both is the one that goes on.
        var reported = new HashSet<IOperation>();
        var loops = body.Operations.Select(Repetition.Of).OfType<Repetition>().OrderBy(loop => loop.Whole.Syntax.Span.Length);
        return loops.SelectMany(loop => Check(body, loop, reported, cancellation)).ToArray();
    }

    private static IEnumerable<Diagnostic> Check(CodeBody body, Repetition loop, HashSet<IOperation> reported, CancellationToken cancellation)
    {
        var symbols = body.Symbols;
        var calls = loop.Body.Descendants().OfType<IInvocationOperation>().Where(call => !call.IsInFunction(loop.Body)).OrderBy(call => call.Syntax.SpanStart).ToArray();
        var models = calls.Where(call => symbols.IsForward(call) || symbols.IsEval(call)).Select(call => Subject.Of(call.Receiver()))
            .Concat(calls.SelectMany(call => call.Arguments).Where(argument => symbols.IsModule(argument.Value.Type)).Select(argument => Subject.Of(argument.Value)))
            .Concat(calls.SelectMany(call => OwnModules(call, body)))
            .OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>();
        var modes = new ModuleModes(symbols, body.Compilation);
        foreach (var model in models.Where(model => !Subject.IsDeclaredIn(model, loop.Whole)))
        {
            // A part that is switched before it is trained is meant to stay as it is: frozen statistics, a teacher.
            var uses = calls.Select(call => (Call: call, Use: modes.UseOf(call, model))).Where(pair => pair.Use != ModuleUse.None).ToArray();
            if (uses.Any(pair => (pair.Use & (ModuleUse.Train | ModuleUse.Unknown)) != 0)
                || uses.FirstOrDefault(pair => (pair.Use & ModuleUse.Eval) != 0).Call is not { } eval
                || reported.Contains(eval)
                || uses.TakeWhile(pair => pair.Call != eval).Select(pair => TrainingSite(symbols, pair.Call, pair.Use, loop)).OfType<SyntaxNode>().FirstOrDefault() is not { } site
                || !ModeDependence.Matters(body.Compilation, symbols, body.Root, model, cancellation))
            {
                continue;
            }

            reported.Add(eval);
            var isLoop = site == loop.Whole.Syntax;
            yield return Diagnostic.Create(
                Descriptor, eval.Syntax.GetLocation(), [(isLoop ? loop.Body.Syntax : site).GetLocation()],
                FixHints.Statement($"{model.Name}.train();", first: isLoop),
                eval.Syntax.ToString(), model.Name);
        }
    }

    /// <summary>The modules that a method which is called may use without being given them: in fields of this type, and in variables around a local function.</summary>
    private static IEnumerable<ISymbol> OwnModules(IInvocationOperation call, CodeBody body) => call.TargetMethod.MethodKind == MethodKind.LocalFunction
        ? body.Operations.Where(operation => operation is ILocalReferenceOperation or IParameterReferenceOperation && body.Symbols.IsModule(operation.Type)).Select(operation => Subject.Of(operation)!)
        : SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, body.Owner.ContainingType) && !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
            ? body.Owner.ContainingType.GetMembers().Where(member => member is IFieldSymbol { AssociatedSymbol: null } field ? body.Symbols.IsModule(field.Type) : member is IPropertySymbol property && body.Symbols.IsModule(property.Type))
            : [];

    /// <summary>The loop inside this one, or the statement, in which the call trains the module.</summary>
    private static SyntaxNode? TrainingSite(TorchSharpSymbols symbols, IInvocationOperation call, ModuleUse use, Repetition within)
    {
        if ((use & ModuleUse.Backward) != 0)
            return call.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        if ((use & ModuleUse.Forward) == 0)
            return null;
        for (var at = Repetition.Around(call); at is not null; at = Repetition.Around(at.Whole))
        {
            if (at.Whole.Descendants().OfType<IInvocationOperation>().Any(other => symbols.IsBackward(other) && Repetition.Around(other) == at))
                return at.Whole.Syntax;
            if (at.Whole == within.Whole)
                return null;
        }

        return null;
    }
}
