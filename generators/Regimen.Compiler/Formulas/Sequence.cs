using Regimen.Compiler.Model;

namespace Regimen.Compiler.Formulas;

/// <summary>Sequences as parts of keys.</summary>
internal static class Sequence
{
    /// <summary>Something that is equal where the elements are.</summary>
    public static object Key<T>(IEnumerable<T> items)
        where T : IEquatable<T> => items.ToEquatableArray();
}
