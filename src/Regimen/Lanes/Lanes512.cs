using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Regimen.Lanes;

/// <summary>Sixteen floats in one 512-bit register.</summary>
/// <typeparam name="T">float: kernels are generic in their element type, and so must be what they run on.</typeparam>
/// <typeparam name="TExtent"><see cref="Full"/> or <see cref="Part"/>.</typeparam>
public readonly unsafe struct Lanes512<T, TExtent> : ILanes<Lanes512<T, TExtent>, T>, IPowersOfTwo<Lanes512<T, TExtent>>
    where T : unmanaged
    where TExtent : struct, IExtent
{
    private readonly Vector512<float> value;

    // Only broadcasting calls it. Everything else reinterprets a register, which the JIT does without inlining another method: the number of
    // methods and locals that it inlines into one kernel is limited.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes512(Vector512<float> value) => this.value = value;

    /// <inheritdoc/>
    public static Lanes512<T, TExtent> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Of(double value) => new(Vector512.Create((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Load(T* source, int count) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(TExtent.IsFull ? Vector512.Load((float*)source) : Masked.Load((float*)source, count, Vector512<float>.Zero));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> LoadOr(T* source, int count, double otherwise) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(TExtent.IsFull ? Vector512.Load((float*)source) : Masked.Load((float*)source, count, Vector512.Create((float)otherwise)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Load(T* source, long stride, int count)
    {
        if (stride == 1)
            return Load(source, count);
        var values = Sixteen<float>.Gather((float*)source, stride, TExtent.IsFull ? Lane.Count : count);
        return Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.Load((float*)&values));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> LoadBytes(byte* source, long stride, int count) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.ConvertToSingle(Widen.Bytes<TExtent>(source, stride, count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> LoadInts(int* source, long stride, int count) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.ConvertToSingle(Widen.Ints<TExtent>(source, stride, count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> LoadBFloat16(ushort* source, long stride, int count) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Widen.BFloat16<TExtent>(source, stride, count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T, TExtent> value, T* target, int count)
    {
        if (TExtent.IsFull)
            value.value.Store((float*)target);
        else
            Masked.Store(value.value, (float*)target, count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T, TExtent> value, T* target, long stride, int count)
    {
        if (stride == 1)
            Store(value, target, count);
        else
            Sixteen<float>.Scatter(Unsafe.BitCast<Vector512<float>, Sixteen<float>>(value.value), (float*)target, stride, TExtent.IsFull ? Lane.Count : count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBFloat16(Lanes512<T, TExtent> value, ushort* target, int count) => Widen.StoreBFloat16<TExtent>(value.value, target, count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> operator +(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> operator -(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> operator *(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> operator /(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> operator -(Lanes512<T, TExtent> value) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> MultiplyAdd(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right, Lanes512<T, TExtent> addend) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.MultiplyAddEstimate(left.value, right.value, addend.value));

    // The machine's own instruction gives the second value where either is NaN; the portable one, which orders zeros too, costs three times as much.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Max(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.ConditionalSelect(Vector512.Equals(left.value, left.value), Vector512.MaxNative(left.value, right.value), left.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Min(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.ConditionalSelect(Vector512.Equals(left.value, left.value), Vector512.MinNative(left.value, right.value), left.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Abs(Lanes512<T, TExtent> value) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Floor(Lanes512<T, TExtent> value) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.Floor(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Sqrt(Lanes512<T, TExtent> value) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.Sqrt(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Exp(Lanes512<T, TExtent> value) => SingleMath.Exp<Lanes512<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Log(Lanes512<T, TExtent> value) => SingleMath.Log<Lanes512<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Sin(Lanes512<T, TExtent> value) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.Sin(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Cos(Lanes512<T, TExtent> value) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.Cos(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Log1p(Lanes512<T, TExtent> value) => SingleMath.Log1p<Lanes512<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Tanh(Lanes512<T, TExtent> value) => SingleMath.Tanh<Lanes512<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Erf(Lanes512<T, TExtent> value) => SingleMath.Erf<Lanes512<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Sigmoid(Lanes512<T, TExtent> value) => SingleMath.Sigmoid<Lanes512<T, TExtent>, T>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Less(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.LessThan(left.value, right.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> LessOrEqual(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.LessThanOrEqual(left.value, right.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Equal(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.Equals(left.value, right.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> And(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(left.value & right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Or(Lanes512<T, TExtent> left, Lanes512<T, TExtent> right) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(left.value | right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Not(Lanes512<T, TExtent> mask) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(~mask.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Select(Lanes512<T, TExtent> mask, Lanes512<T, TExtent> yes, Lanes512<T, TExtent> no) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.ConditionalSelect(mask.value, yes.value, no.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> Index(long first, long step) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.Narrow(Widen.Positions(first, step), Widen.Positions(first + (8 * step), step)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> First(int count) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Masked.First512(count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes512<T, TExtent> value)
    {
        var (lower, upper) = Vector512.Widen(value.value);
        return Tree.Sum(lower + upper);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Lanes512<T, TExtent> value) => Tree.Largest(Vector256.Max(value.value.GetLower(), value.value.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Head(Lanes512<T, TExtent> value) => value.value.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> AtLeast(Vector512<uint> words, uint threshold) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.GreaterThanOrEqual(words, Vector512.Create(threshold)).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T, TExtent> ToUnit(Vector512<uint> words) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(Vector512.MultiplyAddEstimate(Vector512.ConvertToSingle(words), Vector512.Create(SingleMath.UnitScale), Vector512.Create(SingleMath.UnitOffset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512<T, TExtent> IPowersOfTwo<Lanes512<T, TExtent>>.Scale(Lanes512<T, TExtent> value, Lanes512<T, TExtent> n) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(PowersOfTwo.Scale(value.value, n.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512<T, TExtent> IPowersOfTwo<Lanes512<T, TExtent>>.Exponent(Lanes512<T, TExtent> value) => Unsafe.BitCast<Vector512<float>, Lanes512<T, TExtent>>(PowersOfTwo.Exponent(value.value));
}
