namespace Regimen.Lanes;

/// <summary>A kernel that keeps the lanes: every lane of every unit by itself. It is a struct of pointers and numbers.</summary>
/// <remarks>
/// <c>Run</c> carries <c>AggressiveOptimization</c>: it is compiled at once with all operations inlined, and by itself, since what the JIT inlines
/// into one method is limited (512 locals; about 250 operations, of which an exponential counts as 15 and an error function as 35). A longer one
/// must be split. It reads the kernel's fields into locals before its loops: stores might change them, for all the JIT knows, so it reads them
/// again in every turn otherwise.
/// </remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
public interface ILaneKernel<TSelf, T>
    where TSelf : unmanaged, ILaneKernel<TSelf, T>
    where T : unmanaged
{
    /// <summary>Runs one block of lanes of one unit.</summary>
    /// <typeparam name="V">The lanes.</typeparam>
    /// <param name="k">The kernel.</param>
    /// <param name="chunk">What is joined over units.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="lane">First lane of the block.</param>
    /// <param name="count">Lanes in the block; <see cref="Lane.Count"/> but in the last one.</param>
    static abstract void Run<V>(in TSelf k, in Chunk<T> chunk, long unit, int lane, int count)
        where V : unmanaged, ILanes<V, T>;
}

/// <summary>A kernel that sweeps over the lanes of a unit itself, such as a softmax over a row.</summary>
/// <inheritdoc cref="ILaneKernel{TSelf, T}" path="/remarks"/>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
public interface IUnitKernel<TSelf, T>
    where TSelf : unmanaged, IUnitKernel<TSelf, T>
    where T : unmanaged
{
    /// <summary>Runs one unit. Its full blocks should give <see cref="Lane.Count"/> as a constant: then no mask is made for them.</summary>
    /// <typeparam name="V">Lanes over <see cref="Part"/>.</typeparam>
    /// <param name="k">The kernel.</param>
    /// <param name="chunk">What is joined over units.</param>
    /// <param name="unit">The unit.</param>
    static abstract void Run<V>(in TSelf k, in Chunk<T> chunk, long unit)
        where V : unmanaged, ILanes<V, T>;
}
