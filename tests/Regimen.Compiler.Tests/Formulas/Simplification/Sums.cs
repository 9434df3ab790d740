using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>Counts what a pass over all elements is needed for.</summary>
internal static class Sums
{
    /// <summary>The reductions that run over at least as many elements as a value has.</summary>
    public static Reduce[] Over(Formula full, IEnumerable<Formula> roots) =>
        [.. Traversal.InOrder(roots).OfType<Reduce>().Where(reduce => reduce.Operand.Type.Count.At(1000) >= full.Type.Count.At(1000))];
}
