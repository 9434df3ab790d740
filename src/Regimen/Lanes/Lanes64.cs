using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Regimen.Lanes;

/// <summary>Sixteen doubles in two 512-bit registers.</summary>
/// <typeparam name="T">double: kernels are generic in their element type, and so must be what they run on.</typeparam>
/// <typeparam name="TExtent"><see cref="Full"/> or <see cref="Part"/>.</typeparam>
public unsafe struct Lanes64<T, TExtent> : ILanes<Lanes64<T, TExtent>, T>
    where T : unmanaged
    where TExtent : struct, IExtent
{
    private Vector512<double> lower;
    private Vector512<double> upper;

    /// <inheritdoc/>
    public static Lanes64<T, TExtent> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Of(double value)
    {
        var all = Vector512.Create(value);
        return new() { lower = all, upper = all };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Load(T* source, int count) => TExtent.IsFull
        ? new() { lower = Vector512.Load((double*)source), upper = Vector512.Load((double*)source + 8) }
        : new() { lower = Masked.Load((double*)source, count, Vector512<double>.Zero), upper = Masked.Load((double*)source + 8, count - 8, Vector512<double>.Zero) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> LoadOr(T* source, int count, double otherwise)
    {
        if (TExtent.IsFull)
            return Load(source, count);
        var rest = Vector512.Create(otherwise);
        return new() { lower = Masked.Load((double*)source, count, rest), upper = Masked.Load((double*)source + 8, count - 8, rest) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Load(T* source, long stride, int count)
    {
        if (stride == 1)
            return Load(source, count);
        var values = Sixteen<double>.Gather((double*)source, stride, TExtent.IsFull ? Lane.Count : count);
        return new() { lower = Vector512.Load((double*)&values), upper = Vector512.Load((double*)&values + 8) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> LoadBytes(byte* source, long stride, int count) => Of(Widen.Bytes<TExtent>(source, stride, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> LoadInts(int* source, long stride, int count) => Of(Widen.Ints<TExtent>(source, stride, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> LoadBFloat16(ushort* source, long stride, int count)
    {
        var (lower, upper) = Vector512.Widen(Widen.BFloat16<TExtent>(source, stride, count));
        return new() { lower = lower, upper = upper };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes64<T, TExtent> value, T* target, int count)
    {
        if (TExtent.IsFull)
        {
            value.lower.Store((double*)target);
            value.upper.Store((double*)target + 8);
        }
        else
        {
            Masked.Store(value.lower, (double*)target, count);
            Masked.Store(value.upper, (double*)target + 8, count - 8);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes64<T, TExtent> value, T* target, long stride, int count)
    {
        if (stride == 1)
            Store(value, target, count);
        else
            Sixteen<double>.Scatter(Unsafe.BitCast<Lanes64<T, TExtent>, Sixteen<double>>(value), (double*)target, stride, TExtent.IsFull ? Lane.Count : count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBFloat16(Lanes64<T, TExtent> value, ushort* target, int count) => Widen.StoreBFloat16<TExtent>(Widen.ToOdd(value.lower, value.upper), target, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> operator +(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = left.lower + right.lower, upper = left.upper + right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> operator -(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = left.lower - right.lower, upper = left.upper - right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> operator *(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = left.lower * right.lower, upper = left.upper * right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> operator /(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = left.lower / right.lower, upper = left.upper / right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> operator -(Lanes64<T, TExtent> value) => new() { lower = -value.lower, upper = -value.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> MultiplyAdd(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right, Lanes64<T, TExtent> addend) => new() { lower = Vector512.MultiplyAddEstimate(left.lower, right.lower, addend.lower), upper = Vector512.MultiplyAddEstimate(left.upper, right.upper, addend.upper) };

    // The machine's own instruction gives the second value where either is NaN; the portable one, which orders zeros too, costs three times as much.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Max(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = Vector512.ConditionalSelect(Vector512.Equals(left.lower, left.lower), Vector512.MaxNative(left.lower, right.lower), left.lower), upper = Vector512.ConditionalSelect(Vector512.Equals(left.upper, left.upper), Vector512.MaxNative(left.upper, right.upper), left.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Min(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = Vector512.ConditionalSelect(Vector512.Equals(left.lower, left.lower), Vector512.MinNative(left.lower, right.lower), left.lower), upper = Vector512.ConditionalSelect(Vector512.Equals(left.upper, left.upper), Vector512.MinNative(left.upper, right.upper), left.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Abs(Lanes64<T, TExtent> value) => new() { lower = Vector512.Abs(value.lower), upper = Vector512.Abs(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Floor(Lanes64<T, TExtent> value) => new() { lower = Vector512.Floor(value.lower), upper = Vector512.Floor(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Sqrt(Lanes64<T, TExtent> value) => new() { lower = Vector512.Sqrt(value.lower), upper = Vector512.Sqrt(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Exp(Lanes64<T, TExtent> value) => new() { lower = Vector512.Exp(value.lower), upper = Vector512.Exp(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Log(Lanes64<T, TExtent> value) => new() { lower = Vector512.Log(value.lower), upper = Vector512.Log(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Sin(Lanes64<T, TExtent> value) => new() { lower = Vector512.Sin(value.lower), upper = Vector512.Sin(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Cos(Lanes64<T, TExtent> value) => new() { lower = Vector512.Cos(value.lower), upper = Vector512.Cos(value.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Log1p(Lanes64<T, TExtent> value) => DoubleMath.Log1p<Lanes64<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Tanh(Lanes64<T, TExtent> value) => DoubleMath.Tanh<Lanes64<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Erf(Lanes64<T, TExtent> value) => DoubleMath.Erf<Lanes64<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Sigmoid(Lanes64<T, TExtent> value) => DoubleMath.Sigmoid<Lanes64<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Less(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = Vector512.LessThan(left.lower, right.lower), upper = Vector512.LessThan(left.upper, right.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> LessOrEqual(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = Vector512.LessThanOrEqual(left.lower, right.lower), upper = Vector512.LessThanOrEqual(left.upper, right.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Equal(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = Vector512.Equals(left.lower, right.lower), upper = Vector512.Equals(left.upper, right.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> And(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = left.lower & right.lower, upper = left.upper & right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Or(Lanes64<T, TExtent> left, Lanes64<T, TExtent> right) => new() { lower = left.lower | right.lower, upper = left.upper | right.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Not(Lanes64<T, TExtent> mask) => new() { lower = ~mask.lower, upper = ~mask.upper };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Select(Lanes64<T, TExtent> mask, Lanes64<T, TExtent> yes, Lanes64<T, TExtent> no) => new() { lower = Vector512.ConditionalSelect(mask.lower, yes.lower, no.lower), upper = Vector512.ConditionalSelect(mask.upper, yes.upper, no.upper) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> Index(long first, long step) => new() { lower = Widen.Positions(first, step), upper = Widen.Positions(first + (8 * step), step) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> First(int count) => new() { lower = Masked.First64(count), upper = Masked.First64(count - 8) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes64<T, TExtent> value) => Tree.Sum(value.lower + value.upper);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Lanes64<T, TExtent> value) => Tree.Largest(Vector512.Max(value.lower, value.upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Head(Lanes64<T, TExtent> value) => value.lower.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> AtLeast(Vector512<uint> words, uint threshold)
    {
        var mask = Vector512.GreaterThanOrEqual(words, Vector512.Create(threshold)).AsInt32();
        var (lower, upper) = Vector512.Widen(mask);
        return new() { lower = lower.AsDouble(), upper = upper.AsDouble() };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64<T, TExtent> ToUnit(Vector512<uint> words)
    {
        var (lower, upper) = Vector512.Widen(words);
        var half = Vector512.Create(0.5);
        var scale = Vector512.Create(1 / 4294967296.0);
        return new() { lower = (Vector512.ConvertToDouble(lower) + half) * scale, upper = (Vector512.ConvertToDouble(upper) + half) * scale };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes64<T, TExtent> Of(Vector512<int> values)
    {
        var (lower, upper) = Vector512.Widen(values);
        return new() { lower = Vector512.ConvertToDouble(lower), upper = Vector512.ConvertToDouble(upper) };
    }
}
