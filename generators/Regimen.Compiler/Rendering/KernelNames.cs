using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering;

/// <summary>What kernels are called.</summary>
internal static class KernelNames
{
    /// <summary>What a kernel does, for people: the layers in it, and which part of them.</summary>
    public static string Title(Kernel kernel)
    {
        var what = string.Join(" → ", Titles(kernel));
        return PartOf(kernel) switch
        {
            "Moments" => what + ": mean and variance over the batch",
            "Sums" => what + ": sums for the gradient of parameters",
            "Gradient" => what + ": gradient",
            "Numbers" => what + ": numbers of each channel",
            _ => what,
        };
    }

    /// <summary>What code calls it: the layers in it, and which part of them.</summary>
    public static string Of(Kernel kernel)
    {
        var titles = string.Concat(Titles(kernel).Select(title => string.Concat(title.Where(char.IsLetterOrDigit))).Select(Naming.Pascal));
        return (titles.Length == 0 ? "Kernel" : titles) + PartOf(kernel);
    }

    private static IEnumerable<string> Titles(Kernel kernel) => kernel.Sites.Select(site => site.Title).Distinct();

    private static string PartOf(Kernel kernel)
    {
        if (kernel.Partials.Any(partial => partial.Reduction == Reduction.Moments))
            return "Moments";
        var isBackward = kernel.Sites.Any(site => site.Phase == Phase.Backward);
        if (!kernel.Domain.Count.PerSample && kernel.Sites.All(site => site.Phase is Phase.Forward or Phase.Backward))
            return isBackward ? "GradientNumbers" : "Numbers";
        if (isBackward && kernel.Stores.IsEmpty)
            return "Sums";
        return isBackward ? "Gradient" : "";
    }
}
