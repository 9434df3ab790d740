using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A bias that the next layer's subtraction of the mean takes away again.</summary>
internal sealed class BiasBeforeBatchNorm() : ModuleRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule(
        "REG6018", DiagnosticSeverity.Warning,
        "Bias before batch normalisation",
        "The bias of {0} has no effect: {1} subtracts the mean of every channel; write '{2}: false'");

    public override bool MayApply(Words words, bool isModule) => Has(words, Words.BatchNorm);

    public override IEnumerable<Diagnostic> Check(ModuleView type, CancellationToken cancellation)
    {
        var found = Useless(type).ToArray();
        return found.Length == 0 || IsOnlyLoaded(type, cancellation) ? [] : found;
    }

    private static IEnumerable<Diagnostic> Useless(ModuleView type)
    {
        var reported = new HashSet<SyntaxNode>();
        foreach (var chain in type.Chains)
        {
            foreach (var (product, norm) in chain.Neighbours)
            {
                // A layer that is used once more, or whose bias is read, keeps it; disposing is no use.
                if (product.IsProduct && norm.Kind == LayerKind.BatchNorm && BiasOf(product.Factory) is { } bias
                    && (product.Member is null || type.Uses(product.Member) == 1)
                    && (product.Kind == LayerKind.Convolution || SameFeatures(product.Factory!, norm.Factory))
                    && reported.Add(product.Factory!.Syntax))
                {
                    yield return At(Descriptor, product.Factory.Syntax, null, product.Display, norm.Display, bias);
                }
            }
        }
    }

    /// <summary>
    /// Whether the type, or the project, loads weights and trains none: a file with the bias does not fit a layer without it, and nothing is left to be gained.
    /// </summary>
    private static bool IsOnlyLoaded(ModuleView type, CancellationToken cancellation)
    {
        var names = NameIndex.Of(type.Compilation, cancellation);
        if (names.Naming("backward").Count == 0 && (names.Naming("load").Count > 0 || names.Naming("load_state_dict").Count > 0))
            return true;

        // One that is loaded and never saved elsewhere was trained by others.
        if (type.IsModule && names.UnitsNaming(type.Type.Name, cancellation).Any(unit => (unit.NamesMember("load") || unit.NamesMember("load_state_dict")) && !unit.NamesMember("save")))
            return true;
        var calls = type.Operations.OfType<IInvocationOperation>().ToArray();
        return calls.Any(call => call.TargetMethod.Name.StartsWith("load", StringComparison.Ordinal) && type.Symbols.IsModule(call.Receiver()?.Type)) && !calls.Any(type.Symbols.IsBackward);
    }

    /// <summary>The parameter that switches the bias off; null where it is off, or not a constant.</summary>
    public static string? BiasOf(IInvocationOperation? factory) => factory?.Arguments
        .FirstOrDefault(argument => argument.Parameter is { Name: "bias" or "hasBias", Type.SpecialType: SpecialType.System_Boolean } && argument.Value.ConstantValue is { HasValue: true, Value: true })
        ?.Parameter?.Name;

    /// <summary>
    /// A linear layer works on the last axis, a batch norm on the second. They are the same for [batch, features] only, which shows in the
    /// number of features.
    /// </summary>
    private static bool SameFeatures(IInvocationOperation linear, IInvocationOperation? norm)
    {
        if (norm is null || linear.Argument("outputSize") is not { } made || norm.Argument("num_features") is not { } read)
            return false;
        (made, read) = (Subject.Unwrapped(made), Subject.Unwrapped(read));
        return made.ConstantValue is { HasValue: true, Value: { } a } && read.ConstantValue is { HasValue: true, Value: { } b }
            ? Convert.ToInt64(a, System.Globalization.CultureInfo.InvariantCulture) == Convert.ToInt64(b, System.Globalization.CultureInfo.InvariantCulture)
            : made.Syntax.ToString() == read.Syntax.ToString();
    }
}
