using System.Runtime.Intrinsics;

namespace Regimen.Lanes;

/// <summary>
/// Sixteen values computed side by side. Kernels are written once over this interface; <see cref="Launch"/> instantiates them for the machine's
/// registers. It is always sixteen, however wide a register is, so that no result depends on the machine's registers. Masks are lanes of all
/// ones (true) or zeros (false).
/// </summary>
/// <remarks>
/// Whoever asks for <c>count</c> of the lanes gets them from an implementation over <see cref="Part"/>; one over <see cref="Full"/> takes the
/// count for sixteen without looking, which saves the masks.
/// </remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
public unsafe interface ILanes<TSelf, T>
    where TSelf : unmanaged, ILanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>All zeros; as a mask, false everywhere.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>The same value in every lane, rounded to <typeparamref name="T"/>.</summary>
    static abstract TSelf Of(double value);

    /// <summary>Reads the first <paramref name="count"/> values; the other lanes are 0. No alignment needed.</summary>
    static abstract TSelf Load(T* source, int count);

    /// <summary>Reads the first <paramref name="count"/> values; the other lanes are <paramref name="otherwise"/>.</summary>
    static abstract TSelf LoadOr(T* source, int count, double otherwise);

    /// <summary>Reads values that lie <paramref name="stride"/> elements apart.</summary>
    static abstract TSelf Load(T* source, long stride, int count);

    /// <summary>Reads bytes, as numbers from 0 to 255.</summary>
    static abstract TSelf LoadBytes(byte* source, long stride, int count);

    /// <summary>Reads integers, rounded to <typeparamref name="T"/>.</summary>
    static abstract TSelf LoadInts(int* source, long stride, int count);

    /// <summary>Reads bfloat16 values: the upper halves of float32 ones.</summary>
    static abstract TSelf LoadBFloat16(ushort* source, long stride, int count);

    /// <summary>Writes the first <paramref name="count"/> values and touches nothing behind them.</summary>
    static abstract void Store(TSelf value, T* target, int count);

    /// <summary>Writes values <paramref name="stride"/> elements apart.</summary>
    static abstract void Store(TSelf value, T* target, long stride, int count);

    /// <summary>Writes values as bfloat16, rounded once to the nearest, ties to even; NaN stays NaN.</summary>
    static abstract void StoreBFloat16(TSelf value, ushort* target, int count);

    /// <summary>Sum.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Difference.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Product.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Quotient.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>Negation.</summary>
    static abstract TSelf operator -(TSelf value);

    /// <summary><c>left·right + addend</c>, with one rounding where the machine can.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The larger of each pair; NaN if either is, so that a diverged network is noticed. Of two zeros, either.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller of each pair; NaN if either is. Of two zeros, either.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The values without their sign.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>The largest whole number not above each value.</summary>
    static abstract TSelf Floor(TSelf value);

    /// <summary>Square root.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>e to the power of each value.</summary>
    static abstract TSelf Exp(TSelf value);

    /// <summary>Natural logarithm.</summary>
    static abstract TSelf Log(TSelf value);

    /// <summary>log(1 + x), exact near 0.</summary>
    static abstract TSelf Log1p(TSelf value);

    /// <summary>Sine of radians.</summary>
    static abstract TSelf Sin(TSelf value);

    /// <summary>Cosine of radians.</summary>
    static abstract TSelf Cos(TSelf value);

    /// <summary>Hyperbolic tangent.</summary>
    static abstract TSelf Tanh(TSelf value);

    /// <summary>The error function.</summary>
    static abstract TSelf Erf(TSelf value);

    /// <summary>1/(1 + exp(−x)).</summary>
    static abstract TSelf Sigmoid(TSelf value);

    /// <summary>Where <paramref name="left"/> is smaller.</summary>
    static abstract TSelf Less(TSelf left, TSelf right);

    /// <summary>Where <paramref name="left"/> is not greater, and neither is NaN.</summary>
    static abstract TSelf LessOrEqual(TSelf left, TSelf right);

    /// <summary>Where the values are equal.</summary>
    static abstract TSelf Equal(TSelf left, TSelf right);

    /// <summary>Where both masks are set.</summary>
    static abstract TSelf And(TSelf left, TSelf right);

    /// <summary>Where either mask is set.</summary>
    static abstract TSelf Or(TSelf left, TSelf right);

    /// <summary>Where the mask is not set.</summary>
    static abstract TSelf Not(TSelf mask);

    /// <summary><paramref name="yes"/> where the mask is set, else <paramref name="no"/>.</summary>
    static abstract TSelf Select(TSelf mask, TSelf yes, TSelf no);

    /// <summary>The positions first, first + step, …; exact as far as <typeparamref name="T"/> is.</summary>
    static abstract TSelf Index(long first, long step);

    /// <summary>A mask of the first <paramref name="count"/> lanes.</summary>
    static abstract TSelf First(int count);

    /// <summary>Sum of all sixteen lanes in double precision: lane i and i + 8 first, then i and i + 4, and so on.</summary>
    static abstract double Sum(TSelf value);

    /// <summary>The largest of all sixteen lanes; NaN if any is.</summary>
    static abstract double Largest(TSelf value);

    /// <summary>Lane 0.</summary>
    static abstract double Head(TSelf value);

    /// <summary>Where a random word is at least <paramref name="threshold"/>.</summary>
    static abstract TSelf AtLeast(Vector512<uint> words, uint threshold);

    /// <summary>Random words as uniform numbers, (word + ½)/2³² rounded to <typeparamref name="T"/>: never 0, and 1 only by rounding.</summary>
    static abstract TSelf ToUnit(Vector512<uint> words);
}
