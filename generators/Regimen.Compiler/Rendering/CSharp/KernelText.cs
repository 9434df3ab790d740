using System.Collections.Immutable;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Scheduling;

namespace Regimen.Compiler.Rendering.CSharp;

/// <summary>A pointer that a kernel is given.</summary>
internal sealed record KernelMemory(string Name, string Type, Storage Storage);

/// <summary>A kernel as text. Kernels of the same text differ in what they are given, and are written once.</summary>
/// <param name="Kernel">What it was made of.</param>
/// <param name="Body">The text of its members, in which <see cref="Self"/> stands for its own name.</param>
/// <param name="Memory">The pointers that it is given, in order: first those of a turn, then those of what is joined at the end.</param>
/// <param name="Scalars">The numbers of the run that it is given, in order.</param>
/// <param name="Counts">The numbers of elements that it computes with, in order.</param>
/// <param name="Sizes">The lengths that it is given, in order.</param>
/// <param name="Own">Lengths that only the driver is given, after those.</param>
internal sealed record KernelText(Kernel Kernel, string Body, ImmutableArray<KernelMemory> Memory, ImmutableArray<string> Scalars, ImmutableArray<double> Counts, ImmutableArray<KernelSize> Sizes, ImmutableArray<KernelSize> Own)
{
    /// <summary>What stands for the kernel's own name.</summary>
    public const string Self = "«self»";
}
