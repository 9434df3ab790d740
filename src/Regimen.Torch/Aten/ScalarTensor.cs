namespace Regimen.Torch;

/// <summary>Tensors of no dimensions that stand in for scalars, which the boxed ABI cannot pass.</summary>
internal static unsafe class ScalarTensor
{
    /// <summary>
    /// Makes the stand-in for a number that meets <paramref name="other"/> in an operator. Its type is such that the result's is
    /// what a plain number would give. It lies in main memory also if the other lies on a GPU: operators allow that and pass
    /// the number to the kernel by value, without a copy to the device.
    /// </summary>
    internal static Tensor For(Tensor other, double value)
    {
        var type = other.ScalarType;
        if (!type.IsFloatingPoint() && !double.IsInteger(value))
            return Create(value, ScalarType.Float64);

        // Two tensors without dimensions would be promoted to the wider type. Otherwise, within one category, the tensor
        // that has dimensions decides the type, so the widest costs no precision and changes nothing.
        if (other.Dimensions == 0)
            return Create(value, type);
        return Create(value, type.IsFloatingPoint() ? ScalarType.Float64 : ScalarType.Int64);
    }

    /// <summary>Makes a tensor of no dimensions in main memory; the caller frees it.</summary>
    internal static Tensor Create(double value, ScalarType type)
    {
        var tensor = Tensor.Empty([], type, Device.Cpu);
        Write(tensor.Data, value, type);
        return tensor;
    }

    /// <summary>Writes one element.</summary>
    internal static void Write(void* target, double value, ScalarType type)
    {
        switch (type)
        {
            case ScalarType.Float64: *(double*)target = value; break;
            case ScalarType.Float32: *(float*)target = (float)value; break;
            case ScalarType.Float16: *(Half*)target = (Half)value; break;
            case ScalarType.BFloat16: *(ushort*)target = ToBFloat16((float)value); break;
            case ScalarType.Int64: *(long*)target = (long)value; break;
            case ScalarType.Int32: *(int*)target = (int)value; break;
            case ScalarType.Int16: *(short*)target = (short)value; break;
            case ScalarType.Int8: *(sbyte*)target = (sbyte)value; break;
            case ScalarType.UInt8: *(byte*)target = (byte)value; break;
            case ScalarType.Bool: *(bool*)target = value != 0; break;
            default: throw new ArgumentOutOfRangeException(nameof(type), type, "not a supported element type");
        }
    }

    /// <summary>Reads one element.</summary>
    internal static double Read(void* source, ScalarType type) => type switch
    {
        ScalarType.Float64 => *(double*)source,
        ScalarType.Float32 => *(float*)source,
        ScalarType.Float16 => (double)*(Half*)source,
        ScalarType.BFloat16 => BitConverter.UInt32BitsToSingle((uint)*(ushort*)source << 16),
        ScalarType.Int64 => *(long*)source,
        ScalarType.Int32 => *(int*)source,
        ScalarType.Int16 => *(short*)source,
        ScalarType.Int8 => *(sbyte*)source,
        ScalarType.UInt8 => *(byte*)source,
        ScalarType.Bool => *(byte*)source != 0 ? 1 : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a supported element type"),
    };

    // Rounds to the nearest, ties to even; a NaN keeps its sign and becomes quiet.
    private static ushort ToBFloat16(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value)
            ? (ushort)((bits >> 16) | 0x40)
            : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
