using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Regimen.Lanes;

/// <summary>Sixteen floats in two 256-bit registers.</summary>
/// <typeparam name="T">float: kernels are generic in their element type, and so must be what they run on.</typeparam>
/// <typeparam name="TExtent"><see cref="Full"/> or <see cref="Part"/>.</typeparam>
public unsafe struct Lanes256<T, TExtent> : ILanes<Lanes256<T, TExtent>, T>, IPowersOfTwo<Lanes256<T, TExtent>>
    where T : unmanaged
    where TExtent : struct, IExtent
{
    private Vector256<float> lower;
    private Vector256<float> upper;

    /// <inheritdoc/>
    public static Lanes256<T, TExtent> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Of(double value)
    {
        var all = Vector256.Create((float)value);
        return new() { lower = all, upper = all };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Load(T* source, int count) => TExtent.IsFull
        ? new() { lower = Vector256.Load((float*)source), upper = Vector256.Load((float*)source + 8) }
        : new() { lower = Masked.Load((float*)source, count, Vector256<float>.Zero), upper = Masked.Load((float*)source + 8, count - 8, Vector256<float>.Zero) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> LoadOr(T* source, int count, double otherwise)
    {
        if (TExtent.IsFull)
            return Load(source, count);
        var rest = Vector256.Create((float)otherwise);
        return new() { lower = Masked.Load((float*)source, count, rest), upper = Masked.Load((float*)source + 8, count - 8, rest) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Load(T* source, long stride, int count)
    {
        if (stride == 1)
            return Load(source, count);
        var values = Sixteen<float>.Gather((float*)source, stride, TExtent.IsFull ? Lane.Count : count);
        return new() { lower = Vector256.Load((float*)&values), upper = Vector256.Load((float*)&values + 8) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> LoadBytes(byte* source, long stride, int count) => Of(Widen.Bytes<TExtent>(source, stride, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> LoadInts(int* source, long stride, int count) => Of(Widen.Ints<TExtent>(source, stride, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> LoadBFloat16(ushort* source, long stride, int count)
    {
        var wide = Widen.BFloat16<TExtent>(source, stride, count);
        return new() { lower = wide.GetLower(), upper = wide.GetUpper() };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T, TExtent> value, T* target, int count)
    {
        if (TExtent.IsFull)
        {
            value.lower.Store((float*)target);
            value.upper.Store((float*)target + 8);
        }
        else
        {
            Masked.Store(value.lower, (float*)target, count);
            Masked.Store(value.upper, (float*)target + 8, count - 8);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T, TExtent> value, T* target, long stride, int count)
    {
        if (stride == 1)
            Store(value, target, count);
        else
            Sixteen<float>.Scatter(Unsafe.BitCast<Vector512<float>, Sixteen<float>>(Vector512.Create(value.lower, value.upper)), (float*)target, stride, TExtent.IsFull ? Lane.Count : count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBFloat16(Lanes256<T, TExtent> value, ushort* target, int count) => Widen.StoreBFloat16<TExtent>(Vector512.Create(value.lower, value.upper), target, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> operator +(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = left.lower + right.lower, upper = left.upper + right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> operator -(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = left.lower - right.lower, upper = left.upper - right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> operator *(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = left.lower * right.lower, upper = left.upper * right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> operator /(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = left.lower / right.lower, upper = left.upper / right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> operator -(Lanes256<T, TExtent> value) => new() { lower = -value.lower, upper = -value.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> MultiplyAdd(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right, Lanes256<T, TExtent> addend) => new() { lower = Vector256.MultiplyAddEstimate(left.lower, right.lower, addend.lower), upper = Vector256.MultiplyAddEstimate(left.upper, right.upper, addend.upper) };

    // The machine's own instruction gives the second value where either is NaN; the portable one, which orders zeros too, costs three times as much.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Max(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = Vector256.ConditionalSelect(Vector256.Equals(left.lower, left.lower), Vector256.MaxNative(left.lower, right.lower), left.lower), upper = Vector256.ConditionalSelect(Vector256.Equals(left.upper, left.upper), Vector256.MaxNative(left.upper, right.upper), left.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Min(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = Vector256.ConditionalSelect(Vector256.Equals(left.lower, left.lower), Vector256.MinNative(left.lower, right.lower), left.lower), upper = Vector256.ConditionalSelect(Vector256.Equals(left.upper, left.upper), Vector256.MinNative(left.upper, right.upper), left.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Abs(Lanes256<T, TExtent> value) => new() { lower = Vector256.Abs(value.lower), upper = Vector256.Abs(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Floor(Lanes256<T, TExtent> value) => new() { lower = Vector256.Floor(value.lower), upper = Vector256.Floor(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Sqrt(Lanes256<T, TExtent> value) => new() { lower = Vector256.Sqrt(value.lower), upper = Vector256.Sqrt(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Exp(Lanes256<T, TExtent> value) => SingleMath.Exp<Lanes256<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Log(Lanes256<T, TExtent> value) => SingleMath.Log<Lanes256<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Sin(Lanes256<T, TExtent> value) => new() { lower = Vector256.Sin(value.lower), upper = Vector256.Sin(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Cos(Lanes256<T, TExtent> value) => new() { lower = Vector256.Cos(value.lower), upper = Vector256.Cos(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Log1p(Lanes256<T, TExtent> value) => SingleMath.Log1p<Lanes256<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Tanh(Lanes256<T, TExtent> value) => SingleMath.Tanh<Lanes256<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Erf(Lanes256<T, TExtent> value) => SingleMath.Erf<Lanes256<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Sigmoid(Lanes256<T, TExtent> value) => SingleMath.Sigmoid<Lanes256<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Less(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = Vector256.LessThan(left.lower, right.lower), upper = Vector256.LessThan(left.upper, right.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> LessOrEqual(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = Vector256.LessThanOrEqual(left.lower, right.lower), upper = Vector256.LessThanOrEqual(left.upper, right.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Equal(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = Vector256.Equals(left.lower, right.lower), upper = Vector256.Equals(left.upper, right.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> And(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = left.lower & right.lower, upper = left.upper & right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Or(Lanes256<T, TExtent> left, Lanes256<T, TExtent> right) => new() { lower = left.lower | right.lower, upper = left.upper | right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Not(Lanes256<T, TExtent> mask) => new() { lower = ~mask.lower, upper = ~mask.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Select(Lanes256<T, TExtent> mask, Lanes256<T, TExtent> yes, Lanes256<T, TExtent> no) => new() { lower = Vector256.ConditionalSelect(mask.lower, yes.lower, no.lower), upper = Vector256.ConditionalSelect(mask.upper, yes.upper, no.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> Index(long first, long step) => new() { lower = Vector512.Narrow(Widen.Positions(first, step), Widen.Positions(first + (8 * step), step)).GetLower(), upper = Vector512.Narrow(Widen.Positions(first, step), Widen.Positions(first + (8 * step), step)).GetUpper() };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> First(int count) => new() { lower = Masked.First256(count), upper = Masked.First256(count - 8) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes256<T, TExtent> value)
    {
        var (first, second) = Vector256.Widen(value.lower);
        var (third, fourth) = Vector256.Widen(value.upper);
        return Tree.Sum(Vector512.Create(first + third, second + fourth));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Lanes256<T, TExtent> value) => Tree.Largest(Vector256.Max(value.lower, value.upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Head(Lanes256<T, TExtent> value) => value.lower.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> AtLeast(Vector512<uint> words, uint threshold)
    {
        var all = Vector256.Create(threshold);
        return new() { lower = Vector256.GreaterThanOrEqual(words.GetLower(), all).AsSingle(), upper = Vector256.GreaterThanOrEqual(words.GetUpper(), all).AsSingle() };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T, TExtent> ToUnit(Vector512<uint> words)
    {
        var scale = Vector256.Create(SingleMath.UnitScale);
        var offset = Vector256.Create(SingleMath.UnitOffset);
        return new() { lower = Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(words.GetLower()), scale, offset), upper = Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(words.GetUpper()), scale, offset) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes256<T, TExtent> Of(Vector512<int> values) => new() { lower = Vector256.ConvertToSingle(values.GetLower()), upper = Vector256.ConvertToSingle(values.GetUpper()) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256<T, TExtent> IPowersOfTwo<Lanes256<T, TExtent>>.Scale(Lanes256<T, TExtent> value, Lanes256<T, TExtent> n) => new() { lower = PowersOfTwo.Scale(value.lower, n.lower), upper = PowersOfTwo.Scale(value.upper, n.upper) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256<T, TExtent> IPowersOfTwo<Lanes256<T, TExtent>>.Exponent(Lanes256<T, TExtent> value) => new() { lower = PowersOfTwo.Exponent(value.lower), upper = PowersOfTwo.Exponent(value.upper) };
}
