using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Regimen.Lanes;

/// <summary>Sixteen values of narrower types, read and widened, and bfloat16 written.</summary>
internal static unsafe class Widen
{
    /// <summary>Sixteen bytes as integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Bytes<TExtent>(byte* source, long stride, int count)
        where TExtent : struct, IExtent
    {
        var bytes = Read128<TExtent, byte>(source, stride, count);
        if (Avx512F.IsSupported)
            return Avx512F.ConvertToVector512Int32(bytes);
        var (low, high) = Vector128.Widen(bytes);
        return Vector512.Create(Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low)), Vector256.Create(Vector128.WidenLower(high), Vector128.WidenUpper(high))).AsInt32();
    }

    /// <summary>Sixteen integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Ints<TExtent>(int* source, long stride, int count)
        where TExtent : struct, IExtent
    {
        if (stride == 1 && (TExtent.IsFull || count >= Lane.Count))
            return Vector512.Load(source);
        var values = Sixteen<int>.Gather(source, stride, TExtent.IsFull ? Lane.Count : count);
        return Vector512.Load((int*)&values);
    }

    /// <summary>Sixteen bfloat16 values as float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> BFloat16<TExtent>(ushort* source, long stride, int count)
        where TExtent : struct, IExtent
    {
        Vector256<ushort> halves;
        if (stride == 1 && (TExtent.IsFull || count >= Lane.Count))
        {
            halves = Vector256.Load(source);
        }
        else
        {
            var values = Sixteen<ushort>.Gather(source, stride, TExtent.IsFull ? Lane.Count : count);
            halves = Vector256.Load((ushort*)&values);
        }

        var words = Avx512F.IsSupported
            ? Avx512F.ConvertToVector512UInt32(halves)
            : Vector512.Create(Vector256.WidenLower(halves), Vector256.WidenUpper(halves));
        return (words << 16).AsSingle();
    }

    /// <summary>Sixteen float32 values, rounded to the nearest bfloat16, ties to even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBFloat16<TExtent>(Vector512<float> value, ushort* target, int count)
        where TExtent : struct, IExtent
    {
        var words = value.AsUInt32();
        var rounded = (words + Vector512.Create(0x7FFFu) + ((words >> 16) & Vector512<uint>.One)) >> 16;
        rounded = Vector512.ConditionalSelect(Vector512.Equals(value, value).AsUInt32(), rounded, Vector512.Create(0x7FC0u));
        var halves = Avx512F.IsSupported
            ? Avx512F.ConvertToVector256UInt16(rounded)
            : Vector256.Narrow(rounded.GetLower(), rounded.GetUpper());
        if (TExtent.IsFull || count >= Lane.Count)
            halves.Store(target);
        else
            Sixteen<ushort>.Scatter(Unsafe.BitCast<Vector256<ushort>, Sixteen<ushort>>(halves), target, 1, count);
    }

    /// <summary>
    /// float32 values that round to the same bfloat16 as the given doubles: rounded to odd, so that the second rounding does not see a tie
    /// where there was none (Boldo and Melquiond 2008, "Emulation of FMA and correctly rounded sums").
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector512<float> ToOdd(Vector512<double> lower, Vector512<double> upper)
    {
        Sixteen<float> odd = default;
        for (var lane = 0; lane < Lane.Count; lane++)
        {
            var value = lane < Lane.Count / 2 ? lower[lane] : upper[lane - (Lane.Count / 2)];
            var near = (float)value;
            if (near != value && !double.IsNaN(value) && (BitConverter.SingleToUInt32Bits(near) & 1) == 0)
                near = near < value ? MathF.BitIncrement(near) : MathF.BitDecrement(near);
            odd[lane] = near;
        }

        return Vector512.Load((float*)&odd);
    }

    /// <summary>Eight positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Positions(long first, long step) => Vector512.ConvertToDouble(Vector512.Create(first) + (Vector512<long>.Indices * Vector512.Create(step)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Read128<TExtent, T>(T* source, long stride, int count)
        where TExtent : struct, IExtent
        where T : unmanaged
    {
        if (stride == 1 && (TExtent.IsFull || count >= Lane.Count))
            return Vector128.Load(source);
        var values = Sixteen<T>.Gather(source, stride, TExtent.IsFull ? Lane.Count : count);
        return Vector128.Load((T*)&values);
    }
}
