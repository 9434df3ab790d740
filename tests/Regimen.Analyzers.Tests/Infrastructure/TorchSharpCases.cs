using Microsoft.CodeAnalysis.CSharp;
using Regimen.Analyzers.Tests.TorchSharp;

namespace Regimen.Analyzers.Tests.Infrastructure;

/// <summary>Cases of rules over hand-written TorchSharp code. Sources are declarations of types, without top-level statements.</summary>
public abstract class TorchSharpCases : RuleCases
{
    /// <inheritdoc/>
    public override string Usings => """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        """;

    /// <inheritdoc/>
    public override CSharpCompilation Compile(params string[] sources) => TorchSharpReference.Compile(sources);

    /// <summary>A static method with this body; <c>model</c>, <c>optimizer</c>, <c>x</c>, <c>y</c> and <c>batches</c> are its parameters.</summary>
    protected static string Method(string body) => $$"""
        static class Program
        {
            static void Run(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x, Tensor y, IEnumerable<(Tensor X, Tensor Y)> batches)
            {
                {{body}}
            }
        }
        """;
}
