// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections.Generic;

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class autograd
        {
#nullable disable
            public static class functional
            {
                public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs) => throw null!;
                public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) => throw null!;
                public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) => throw null!;
                public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) => throw null!;
            }
        }
    }
}
