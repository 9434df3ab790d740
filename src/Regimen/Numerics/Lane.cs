using System.Runtime.CompilerServices;

namespace Regimen.Numerics;

/// <summary>A single value: the channels left over when a register does not divide them, and the twin that tests hold the registers against.</summary>
public readonly unsafe struct Lane : ILanes<Lane>
{
    private readonly float value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lane(float value) => this.value = value;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public static Lane Zero => default;

    private static Lane True => new(BitConverter.UInt32BitsToSingle(uint.MaxValue));

    private uint Bits => BitConverter.SingleToUInt32Bits(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane Of(float value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane Load(float* source) => new(*source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane value, float* target) => *target = value.value;

    /// <inheritdoc/>
    public static Lane operator +(Lane left, Lane right) => new(left.value + right.value);

    /// <inheritdoc/>
    public static Lane operator -(Lane left, Lane right) => new(left.value - right.value);

    /// <inheritdoc/>
    public static Lane operator *(Lane left, Lane right) => new(left.value * right.value);

    /// <inheritdoc/>
    public static Lane operator /(Lane left, Lane right) => new(left.value / right.value);

    /// <inheritdoc/>
    public static Lane MultiplyAdd(Lane left, Lane right, Lane addend) => new(float.MultiplyAddEstimate(left.value, right.value, addend.value));

    /// <inheritdoc/>
    public static Lane Max(Lane left, Lane right) => new(float.Max(left.value, right.value));

    /// <inheritdoc/>
    public static Lane Min(Lane left, Lane right) => new(float.Min(left.value, right.value));

    /// <inheritdoc/>
    public static Lane Abs(Lane value) => new(float.Abs(value.value));

    /// <inheritdoc/>
    public static Lane Exp(Lane value) => new(float.Exp(value.value));

    /// <inheritdoc/>
    public static Lane Greater(Lane left, Lane right) => left.value > right.value ? True : Zero;

    /// <inheritdoc/>
    public static Lane Equal(Lane left, Lane right) => left.value == right.value ? True : Zero;

    /// <inheritdoc/>
    public static Lane AndNot(Lane left, Lane right) => new(BitConverter.UInt32BitsToSingle(left.Bits & ~right.Bits));

    /// <inheritdoc/>
    public static Lane Or(Lane left, Lane right) => new(BitConverter.UInt32BitsToSingle(left.Bits | right.Bits));

    /// <inheritdoc/>
    public static Lane Select(Lane mask, Lane yes, Lane no) => new(BitConverter.UInt32BitsToSingle((mask.Bits & yes.Bits) | (~mask.Bits & no.Bits)));
}
