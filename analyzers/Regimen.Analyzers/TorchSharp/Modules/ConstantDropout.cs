using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Regimen.Compiler.Text;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>
/// The functions do not know of <c>eval()</c>. The <c>training</c> of most is true where it is not given; that of the alpha dropouts is false.
/// </summary>
internal sealed class ConstantDropout() : ModuleRule(Descriptor, Never)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6022", DiagnosticSeverity.Warning,
        "Dropout that does not stop for evaluation",
        "{0} drops values in evaluation too, since its 'training' is {1}; {2}");

    private static readonly DiagnosticDescriptor Never = Rule(
        "REG6044", DiagnosticSeverity.Warning,
        "Dropout that never drops",
        "{0} drops nothing, since its 'training' is false by default; pass the module's own 'training'");

    public override bool MayApply(Words words, bool isModule) => isModule && Has(words, Words.Dropout);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        foreach (var body in type.Bodies.Where(body => !body.Owner.IsStatic))
        {
            foreach (var call in body.Calls.Where(call => LayerNames.KindOf(call.TargetMethod.Name) == LayerKind.Dropout))
            {
                // A new module is in training mode, and nobody will ever tell this one otherwise.
                var isMadeInForward = body.IsForward && type.Symbols.IsModuleFactory(call.TargetMethod, call.TargetMethod.Name) && !LayerMadeInForward.IsKept(call);
                if ((isMadeInForward ? Made(call) : Called(call, body)) is { } found && (found.Id == Never.Id || !TrainingGuard.Guards(call, body.Owner, type)))
                    yield return found;
            }
        }
    }

    private static Diagnostic Made(IInvocationOperation call) => Diagnostic.Create(
        Descriptor, call.Syntax.GetLocation(), Quote.Call(call.Syntax.ToString(), call.TargetMethod.Name), "true when it is made", "make it once, in a field");

    private static Diagnostic? Called(IInvocationOperation call, CodeBody body)
    {
        if (!body.Symbols.IsFunctional(call.TargetMethod, call.TargetMethod.Name) || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "training") is not { } training)
            return null;
        var isDefault = training.ArgumentKind == ArgumentKind.DefaultValue;
        if (training.Value.ConstantValue is not { HasValue: true, Value: true })
            return isDefault ? Diagnostic.Create(Never, call.Syntax.GetLocation(), [call.Syntax.GetLocation()], call.TargetMethod.Name) : null;

        // Who writes it in a method of another name samples on purpose (Monte-Carlo dropout). In 'forward' it is doubtful, but no fix may decide it.
        return !isDefault && !body.IsForward ? null : Diagnostic.Create(
            Descriptor, (isDefault ? call.Syntax : training.Syntax).GetLocation(), isDefault ? [call.Syntax.GetLocation()] : [],
            call.TargetMethod.Name, isDefault ? "true by default" : "always true", "pass the module's own 'training'");
    }
}
