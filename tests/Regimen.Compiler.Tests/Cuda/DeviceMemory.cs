using System.Runtime.InteropServices;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Tests.Formulas;

namespace Regimen.Compiler.Tests.Cuda;

/// <summary>Memory as kernels see it, with a margin on either side that nobody may write to. What nobody has written is not a number.</summary>
internal sealed unsafe class DeviceMemory(bool isSingle) : IDisposable
{
    private const int Margin = 256;
    private const byte Untouched = 0xff; // Floats of this are not numbers.

    private readonly Dictionary<string, (nint Address, long Bytes)> buffers = [];

    /// <summary>The first byte of a buffer, which is made if there is none.</summary>
    public void* Buffer(string key, long bytes)
    {
        if (!buffers.TryGetValue(key, out var buffer))
        {
            buffer = ((nint)NativeMemory.AlignedAlloc((nuint)(bytes + (2 * Margin)), 64), bytes);
            NativeMemory.Fill((void*)buffer.Address, (nuint)(bytes + (2 * Margin)), Untouched);
            buffers.Add(key, buffer);
        }

        Assert.True(buffer.Bytes >= bytes, $"'{key}' has {buffer.Bytes} bytes, not {bytes}.");
        return (void*)(buffer.Address + Margin);
    }

    /// <summary>The first byte of a value.</summary>
    public void* Of(string key, TensorType type, long samples) => Buffer(key, type.Count.At(samples) * SizeOf(type.Element));

    public void Put(string key, NdArray value)
    {
        var at = Buffer(key, value.Elements.Length * (long)SizeOf(value.Element));
        for (var index = 0; index < value.Elements.Length; index++)
            Write(at, value.Element, index, value.Elements[index]);
    }

    public NdArray Get(string key, TensorType type, long samples)
    {
        var value = new NdArray(type.Element, NdArray.ShapeOf(type, samples));
        var at = Of(key, type, samples);
        for (var index = 0; index < value.Elements.Length; index++)
            value.Elements[index] = Read(at, type.Element, index);
        return value;
    }

    /// <summary>Nothing was written beyond the ends of a buffer.</summary>
    public void CheckMargins()
    {
        foreach (var (key, (address, bytes)) in buffers)
        {
            var isWhole = new Span<byte>((void*)address, Margin).IndexOfAnyExcept(Untouched) < 0
                && new Span<byte>((void*)(address + Margin + (nint)bytes), Margin).IndexOfAnyExcept(Untouched) < 0;
            Assert.True(isWhole, $"'{key}' was written beyond its ends.");
        }
    }

    public void Dispose()
    {
        foreach (var (address, _) in buffers.Values)
            NativeMemory.AlignedFree((void*)address);
        buffers.Clear();
    }

    private int SizeOf(ElementType element) => element switch
    {
        ElementType.Real => isSingle ? 4 : 8,
        ElementType.Double => 8,
        ElementType.Int32 or ElementType.UInt32 => 4,
        ElementType.UInt8 or ElementType.Boolean => 1,
        _ => throw new NotSupportedException($"{element} in memory."),
    };

    private void Write(void* at, ElementType element, int index, double value)
    {
        switch (element)
        {
            case ElementType.Real when isSingle:
                ((float*)at)[index] = (float)value;
                break;
            case ElementType.Real or ElementType.Double:
                ((double*)at)[index] = value;
                break;
            case ElementType.Int32:
                ((int*)at)[index] = (int)value;
                break;
            case ElementType.UInt32:
                ((uint*)at)[index] = (uint)value;
                break;
            default:
                ((byte*)at)[index] = (byte)value;
                break;
        }
    }

    private double Read(void* at, ElementType element, int index) => element switch
    {
        ElementType.Real when isSingle => ((float*)at)[index],
        ElementType.Real or ElementType.Double => ((double*)at)[index],
        ElementType.Int32 => ((int*)at)[index],
        ElementType.UInt32 => ((uint*)at)[index],
        _ => ((byte*)at)[index],
    };
}
