namespace Regimen.Torch;

/// <summary>libtorch's operators as typed methods, one file per subject.</summary>
/// <remarks>
/// <para>
/// A method that returns a tensor returns a new handle, which the caller frees. One whose name ends in <c>Out</c> or
/// <c>InPlace</c> writes into a tensor that the caller gives. Gradients have the shape of what they are the gradient of. Every
/// method throws <see cref="TorchException"/> with libtorch's message if shapes, types or devices don't fit.
/// </para>
/// <para>
/// <b>Scalar arguments.</b> libtorch's boxed C ABI has no encoding for arguments of type <c>Scalar</c> (seen in 2.10's
/// <c>shim_common.cpp</c>: such a call fails). Where an operator has one, this class takes the first of these that exists,
/// on every version of libtorch alike: an overload with a tensor of no dimensions in the scalar's place (<c>mul.Tensor</c>); a
/// typed C function (<c>aoti_torch_cpu_add_Tensor</c>, <c>aoti_torch_cpu_addmm_out</c>); an equal composition of other
/// operators (<see cref="ThresholdBackward"/>).
/// </para>
/// </remarks>
public static unsafe partial class Aten
{
}
