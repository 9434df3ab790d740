using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>Cases about modules: a <c>Sequential</c>, or a class with fields and <c>forward</c>.</summary>
public abstract class ModuleCases : TorchSharpCases
{
    /// <summary>A <c>Sequential</c> of these.</summary>
    protected static string Seq(string modules) => $"static class Net {{ static readonly Module<Tensor, Tensor> Model = Sequential({modules}); }}";

    /// <summary>A registered module with these fields and this body of <c>forward(Tensor x)</c>.</summary>
    protected static string Net(string fields, string forward) => $$"""
        class Net : Module<Tensor, Tensor>
        {
            {{fields}}
            public Net() : base("Net") { RegisterComponents(); }
            public override Tensor forward(Tensor x) { {{forward}} }
        }
        """;

    /// <summary>A registered module with these fields and this <c>forward</c> of <c>x</c>, and a loss of it: an expression of <c>model</c>, <c>x</c> and <c>y</c>.</summary>
    protected static string Loss(string fields, string forward, string loss, string constructor = "") => $$"""
        class Net : Module<Tensor, Tensor>
        {
            {{fields}}
            public Net() : base("Net") { {{constructor}} RegisterComponents(); }
            public override Tensor forward(Tensor x) {{forward}}
        }
        static class Program { static Tensor Loss(Net model, Tensor x, Tensor y) => {{loss}}; }
        """;
}
