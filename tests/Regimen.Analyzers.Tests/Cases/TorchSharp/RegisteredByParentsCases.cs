namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A child without a call of its own, which those who register it complete.</summary>
public sealed class RegisteredByParentsCases : ModuleCases
{
    private const string Message = "'fc' is no registered part of 'Pair', so it is not trained, moved or saved: no constructor calls RegisterComponents()";

    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        // Made by who is no module; in a Sequential, which does not register; by nobody.
        ("REG6016", Parts(marked: true) + "static class Program { static Tensor Run(Tensor x) => new Parts.Pair().call(x); }", Message),
        ("REG6016", Parts(marked: true) + "static class Program { static Parts.Pair Make() { Parts.Pair pair = new(); return pair; } static Tensor Run(Tensor x) => Make().call(x); }", Message),
        ("REG6016", Parts(marked: true) + Net("readonly Sequential all = Sequential(new Parts.Pair());", "return all.call(x);"), Message),
        ("REG6016", Parts(marked: true) + Net("readonly Module<Tensor, Tensor> pair = new Parts.Pair();", "return pair.call(x);") + "static class Program { static Tensor Run(Tensor x) => new global::Parts.Pair().call(x); }", Message),
        ("REG6016", Parts(marked: true), Message),
    ];

    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6016", Parts() + Net("readonly Parts.Pair pair = new Parts.Pair();", "return pair.call(x);")),
        ("REG6016", Parts() + Net("readonly Parts.Pair pair = new global::Parts.Pair();", "return pair.call(x);")),
        ("REG6016", Parts() + Net("readonly Parts.Pair pair = new();", "return pair.call(x);")),
        ("REG6016", Parts() + Net("Parts.Pair Pair { get; } = new();", "return Pair.call(x);")),
        ("REG6016", Parts() + Net("readonly ModuleList<Parts.Pair> pairs = new(new Parts.Pair(), new Parts.Pair());", "return pairs[0].call(x);")),
        ("REG6016", Parts() + Net("readonly ModuleList<Parts.Pair> pairs = new(new(), new());", "return pairs[0].call(x);")),
        ("REG6016", Parts() + "class Net : Module<Tensor, Tensor> { public Net() : base(\"Net\") { register_module(\"pair\", new Parts.Pair()); } public override Tensor forward(Tensor x) => x; }"),
        ("REG6016", Parts() + "class Net : Module<Tensor, Tensor> { readonly Parts.Pair? pair; public Net() : base(\"Net\") { pair = new(); RegisterComponents(); } public override Tensor forward(Tensor x) => pair!.call(x); }"),
        ("REG6016", "using Two = global::Parts.Pair;\n" + Parts() + Net("readonly Two pair = new Two();", "return pair.call(x);")),
        ("REG6016", Parts() + "static class Factory { public static Parts.Pair Make() => new Parts.Pair(); }\n" + Net("readonly Parts.Pair pair = Factory.Make();", "return pair.call(x);")),
        ("REG6016", "class Outer : Module<Tensor, Tensor> { public class Pair<T> : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 4); public Pair() : base(\"Pair\") { } public override Tensor forward(Tensor x) => fc.call(x); } readonly Pair<int> pair = new Outer.Pair<int>(); public Outer() : base(\"Outer\") { RegisterComponents(); } public override Tensor forward(Tensor x) => pair.call(x); }"),
        ("REG6016", Parts() + "class Net : torch.nn.Module<Tensor, Tensor> { readonly Parts.Pair pair = new Parts.Pair(); public Net() : base(\"Net\") { RegisterComponents(); } public override Tensor forward(Tensor x) => pair.call(x); }"),
    ];

    private static string Parts(bool marked = false) =>
        $"namespace Parts {{ class Pair : Module<Tensor, Tensor> {{ readonly Linear {(marked ? "[|fc|]" : "fc")} = Linear(4, 4); public Pair() : base(\"Pair\") {{ }} public override Tensor forward(Tensor x) => fc.call(x); }} }}\n";
}
