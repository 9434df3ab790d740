using System.Runtime.CompilerServices;
using System.Text;
using Regimen.Torch.Loading;

namespace Regimen.Torch;

/// <summary>Calls any of libtorch's operators by name, through its boxed C ABI.</summary>
/// <remarks>
/// An argument is one 64-bit slot, made by an <c>Encode</c> method; results are read with <c>Decode</c> methods. A call consumes
/// what its arguments own, so an encoded value goes into exactly one call. All arguments of the schema must be given,
/// those with defaults too. Arguments of type <c>Scalar</c> cannot pass (libtorch has no encoding for them): choose an
/// overload with tensors.
/// </remarks>
public static unsafe partial class Dispatcher
{
    /// <summary>
    /// The libtorch version whose schemas the calls are written for. A newer libtorch adapts a call where its schema has
    /// grown arguments since; the packing is libtorch's.
    /// </summary>
    private const ulong WrittenFor = (2ul << 56) | (10ul << 48);

    /// <summary>Calls an operator.</summary>
    /// <param name="nullTerminatedName">Namespace and name, ending in a null: <c>"aten::mm\0"u8</c>.</param>
    /// <param name="overload">The overload's name, ending in a null: <c>"out\0"u8</c>, or <c>"\0"u8</c> for the default.</param>
    /// <param name="stack">
    /// The arguments in the schema's order; on return its first slots hold the results. It must have room for the larger
    /// of the two numbers.
    /// </param>
    /// <exception cref="ArgumentException">A name does not end in a null.</exception>
    /// <exception cref="TorchException">There is no such operator, or it failed; the message names it.</exception>
    public static void Call(ReadOnlySpan<byte> nullTerminatedName, ReadOnlySpan<byte> overload, Span<ulong> stack)
    {
        if (nullTerminatedName is not [.., 0] || overload is not [.., 0])
            throw new ArgumentException("An operator's name and overload must end in a null.");
        fixed (byte* name = nullTerminatedName, variant = overload)
        fixed (ulong* slots = stack)
        {
            if (Native.Api->CallDispatcher(name, variant, slots, WrittenFor) != 0)
                Throw(nullTerminatedName, overload);
        }
    }

    /// <summary>Calls an operator with one tensor as its result.</summary>
    internal static Tensor CallForTensor(ReadOnlySpan<byte> name, ReadOnlySpan<byte> overload, Span<ulong> stack)
    {
        Call(name, overload, stack);
        return DecodeTensor(stack[0]);
    }

    /// <summary>Calls an operator that writes into an argument and returns a second handle to it, which is freed.</summary>
    internal static void CallInPlace(ReadOnlySpan<byte> name, ReadOnlySpan<byte> overload, Span<ulong> stack)
    {
        Call(name, overload, stack);
        DecodeTensor(stack[0]).Free();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(ReadOnlySpan<byte> name, ReadOnlySpan<byte> overload)
    {
        var operation = Encoding.UTF8.GetString(name[..^1]);
        if (overload.Length > 1)
            operation += "." + Encoding.UTF8.GetString(overload[..^1]);
        Native.ThrowLast(operation);
    }
}
