using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Regimen.Lanes;

/// <summary>Reads and writes the first values of a register, and never touches memory behind them.</summary>
internal static unsafe class Masked
{
    /// <summary>All ones in the first <paramref name="count"/> lanes, which may be negative or more than there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> First512(int count) => Vector512.GreaterThan(Vector512.Create(count), Vector512<int>.Indices).AsSingle();

    /// <inheritdoc cref="First512"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> First256(int count) => Vector256.GreaterThan(Vector256.Create(count), Vector256<int>.Indices).AsSingle();

    /// <inheritdoc cref="First512"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> First64(int count) => Vector512.GreaterThan(Vector512.Create((long)count), Vector512<long>.Indices).AsDouble();

    /// <summary>Reads the first values; the other lanes are those of <paramref name="otherwise"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* source, int count, Vector512<float> otherwise)
    {
        if (count >= Vector512<float>.Count)
            return Vector512.Load(source);
        var mask = First512(count);
        if (Avx512F.IsSupported)
            return Avx512F.MaskLoad(source, mask, otherwise);
        var values = Sixteen<float>.Gather(source, 1, count);
        return Vector512.ConditionalSelect(mask, Vector512.Load((float*)&values), otherwise);
    }

    /// <inheritdoc cref="Load(float*, int, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(float* source, int count, Vector256<float> otherwise)
    {
        if (count >= Vector256<float>.Count)
            return Vector256.Load(source);
        var mask = First256(count);
        if (Avx.IsSupported)
            return Vector256.ConditionalSelect(mask, Avx.MaskLoad(source, mask), otherwise);
        var values = Sixteen<float>.Gather(source, 1, count);
        return Vector256.ConditionalSelect(mask, Vector256.Load((float*)&values), otherwise);
    }

    /// <inheritdoc cref="Load(float*, int, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(double* source, int count, Vector512<double> otherwise)
    {
        if (count >= Vector512<double>.Count)
            return Vector512.Load(source);
        var mask = First64(count);
        if (Avx512F.IsSupported)
            return Avx512F.MaskLoad(source, mask, otherwise);
        var values = Sixteen<double>.Gather(source, 1, count);
        return Vector512.ConditionalSelect(mask, Vector512.Load((double*)&values), otherwise);
    }

    /// <summary>Writes the first values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, float* target, int count)
    {
        if (count >= Vector512<float>.Count)
            value.Store(target);
        else if (Avx512F.IsSupported)
            Avx512F.MaskStore(target, First512(count), value);
        else
            Copy(&value, target, count);
    }

    /// <inheritdoc cref="Store(Vector512{float}, float*, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, float* target, int count)
    {
        if (count >= Vector256<float>.Count)
            value.Store(target);
        else if (Avx.IsSupported)
            Avx.MaskStore(target, First256(count), value);
        else
            Copy(&value, target, count);
    }

    /// <inheritdoc cref="Store(Vector512{float}, float*, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> value, double* target, int count)
    {
        if (count >= Vector512<double>.Count)
            value.Store(target);
        else if (Avx512F.IsSupported)
            Avx512F.MaskStore(target, First64(count), value);
        else
            Copy(&value, target, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Copy<T>(void* values, T* target, int count)
        where T : unmanaged
    {
        for (var lane = 0; lane < count; lane++)
            target[lane] = ((T*)values)[lane];
    }
}
