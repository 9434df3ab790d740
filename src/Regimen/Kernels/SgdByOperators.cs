using Regimen.Torch;
using Regimen.Training;

namespace Regimen.Kernels;

/// <summary>The twin of the generated SGD: the same operator by operator, on any device and element type.</summary>
public static class SgdByOperators
{
    /// <summary>Updates a range of the flat buffers as <c>torch.optim.SGD</c> does.</summary>
    /// <param name="state">Parameters, gradients and velocities.</param>
    /// <param name="begin">First element.</param>
    /// <param name="count">Elements.</param>
    /// <param name="rate">η of this step.</param>
    /// <param name="momentum">μ.</param>
    /// <param name="decay">λ.</param>
    /// <param name="nesterov">Whether the step looks ahead.</param>
    public static void Step(ModelState state, long begin, long count, double rate, double momentum, double decay, bool nesterov)
    {
        var weights = Aten.AsStrided(state.Values, [count], [1], begin);
        var gradients = Aten.AsStrided(state.Gradients, [count], [1], begin);
        var velocity = Aten.AsStrided(state.Slots[0], [count], [1], begin);
        if (decay != 0)
            Aten.AddInPlace(gradients, weights, decay);
        Aten.MulInPlace(velocity, momentum);
        Aten.AddInPlace(velocity, gradients);
        if (nesterov)
            Aten.AddInPlace(gradients, velocity, momentum);
        Aten.AddInPlace(weights, nesterov ? gradients : velocity, -rate);
        weights.Free();
        gradients.Free();
        velocity.Free();
    }
}
