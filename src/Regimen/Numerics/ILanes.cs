namespace Regimen.Numerics;

/// <summary>
/// Some float32 values computed side by side. Kernels are written once over this interface and instantiated at the machine's widest
/// register (<see cref="Lanes512"/>, <see cref="Lanes256"/>) and, for the channels that do not fill one, at a single value
/// (<see cref="Lane"/>); the JIT compiles each instantiation to plain vector instructions.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public unsafe interface ILanes<TSelf>
    where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>How many values it holds.</summary>
    static abstract int Count { get; }

    /// <summary>All zeros.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>The same value in every lane.</summary>
    static abstract TSelf Of(float value);

    /// <summary>Reads <see cref="Count"/> values; no alignment needed.</summary>
    static abstract TSelf Load(float* source);

    /// <summary>Writes <see cref="Count"/> values; no alignment needed.</summary>
    static abstract void Store(TSelf value, float* target);

    /// <summary>Sum.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Difference.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Product.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Quotient.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary><c>left·right + addend</c>, fused where the machine can.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The larger of each pair; NaN if either is, so that a diverged network is noticed.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller of each pair; NaN if either is.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The values without their sign.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>e to the power of each value.</summary>
    static abstract TSelf Exp(TSelf value);

    /// <summary>A mask, all ones where <paramref name="left"/> is greater.</summary>
    static abstract TSelf Greater(TSelf left, TSelf right);

    /// <summary>A mask, all ones where the values are equal.</summary>
    static abstract TSelf Equal(TSelf left, TSelf right);

    /// <summary><paramref name="left"/> where not <paramref name="right"/>, of masks.</summary>
    static abstract TSelf AndNot(TSelf left, TSelf right);

    /// <summary>Either mask.</summary>
    static abstract TSelf Or(TSelf left, TSelf right);

    /// <summary><paramref name="yes"/> where the mask is set, else <paramref name="no"/>.</summary>
    static abstract TSelf Select(TSelf mask, TSelf yes, TSelf no);
}
