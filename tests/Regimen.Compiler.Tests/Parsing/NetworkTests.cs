using Regimen.Testing;

namespace Regimen.Compiler.Tests.Parsing;

/// <summary>What Network() may contain, and that evaluating it is running it.</summary>
public sealed class NetworkTests
{
    [Theory]
    [InlineData("static Layer Network() => Linear(10);")]
    [InlineData("Layer Network() => Linear(10);")]
    [InlineData("static Layer Network() => Linear(features: 5 * 2, bias: 3 > 4);")]
    [InlineData("static Layer Network() => Sequential(Flatten(), Linear(10), Dropout(1));")]
    [InlineData("static Layer Network() => Residual(ReLU());")]
    [InlineData("static Layer Network() => Residual(shortcut: Tanh(), body: ReLU());")]
    [InlineData("static Layer Network() => Residual(ReLU(), null);")]
    [InlineData("static Layer Network() => Sequential();")]
    [InlineData("static Layer Network() => Sequential([ReLU(), .. Pair, .. new[] { Tanh() }]); static Layer[] Pair => [Sigmoid(), GELU()];")]
    [InlineData("const int Width = 3; static readonly int Twice = Width * 2; static Layer Network() => Linear(Twice + Width);")]
    [InlineData("static int Width { get; } = 7; static Layer Network() => Linear(Width);")]
    [InlineData("static Layer Network() { var list = new List<Layer> { ReLU() }; for (var i = 1; i <= 3; i++) list.Add(Linear(i)); return Sequential(list.ToArray()); }")]
    [InlineData("static Layer Network() { var list = new List<Layer>(); foreach (var n in (int[])[4, 5]) { if (n == 5) continue; list.Add(Linear(n)); } return Sequential([.. list]); }")]
    [InlineData("static Layer Network() { var n = 1; while (true) { n <<= 1; if (n > 100) break; } return Linear(n); }")]
    [InlineData("static Layer Network() { var n = 1; do { n *= 3; } while (n < 50); return Linear(n); }")]
    [InlineData("static Layer Network() => Sequential(Enumerable.Range(1, 3).Select(n => Linear(n)).ToArray());")]
    [InlineData("static Layer Network() => Sequential([.. Enumerable.Range(1, 5).Where(n => n % 2 == 1).Select((n, i) => Linear(n + i)).Reverse()]);")]
    [InlineData("static Layer Network() => Sequential([.. from n in Enumerable.Range(1, 3) select Linear(n)]);")]
    [InlineData("static Layer Network() { var k = 2; var q = Enumerable.Range(1, 2).Select(n => Linear(n * k)); k = 5; return Sequential(q.ToArray()); }")]
    [InlineData("static Layer Network() { Func<int, Layer> make = n => Linear(n); return make(4); }")]
    [InlineData("static Layer Network() { var all = new List<Func<int>>(); for (var i = 0; i < 2; i++) { var j = i; all.Add(() => i * 10 + j); } return Sequential(Linear(all[0]() + 1), Linear(all[1]())); }")]
    [InlineData("static Layer Network() { int Fib(int n) => n < 2 ? 1 : Fib(n - 1) + Fib(n - 2); return Linear(Fib(7)); }")]
    [InlineData("static Layer Network() { var total = 0; void Add(int n) => total += n; Add(3); Add(4); return Linear(total); }")]
    [InlineData("static Layer Network() => Linear(3 switch { 1 => 10, > 2 and < 5 => 20, _ => 30 });")]
    [InlineData("static Layer Network() => Make(Kind.Deep, 2); enum Kind { Flat, Deep } static Layer Make(Kind kind, int n) { switch (kind) { case Kind.Flat: return ReLU(); case Kind.Deep when n > 1: return Linear(n); default: return Tanh(); } }")]
    [InlineData("static Layer Network() => (1, 2) switch { (1, var b) => Linear(b), _ => ReLU() };")]
    [InlineData("static Layer Network() { var (a, b) = (1, 2); (a, b) = (b, a); return Sequential(Linear(a), Linear(b)); }")]
    [InlineData("static Layer Network() { var list = new List<Layer>(); foreach (var (c, d) in new[] { (1, 0.5), (2, 0.25) }) { list.Add(Linear(c)); list.Add(Dropout(d)); } return Sequential([.. list]); }")]
    [InlineData("static Layer Network() { var t = (Width: 3, Rate: 0.1); return Sequential(Linear(t.Width), Dropout(t.Item2)); }")]
    [InlineData("static Layer Network() { int[] n = [1, 2, 3]; n[^1] += 4; n[0]++; return Sequential(Linear(n[0]), Linear(n[1..][1]), Linear(n.Length)); }")]
    [InlineData("static Layer Network() { var n = new int[2]; n[1] = 5; return Linear(n[0] + n[1]); }")]
    [InlineData("static Layer Network() { int? n = null; n ??= 6; return Linear(n.Value + (n.HasValue ? 1 : 0)); }")]
    [InlineData("static Layer Network() { int? n = 3; double d = n ?? 0.5; return Dropout(d / 2); }")]
    [InlineData("static Layer Network() { Func<int>? f = null; void Loop() { for (var i = 0; i < 3; i++) { var j = i; if (i == 1) f = () => j; } } Loop(); return Linear(f!()); }")]
    [InlineData("static Layer Network() { var a = new object[1]; a[0] = a; return Make(a); } static Layer Make(object[] a) => ReLU();")]
    [InlineData("static Layer Network() { Layer? x = null; return x ?? ReLU(); }")]
    [InlineData("static Layer Network() { Layer? x = null; return x is null ? ReLU() : Tanh(); }")]
    [InlineData("static Layer Network() { var max = int.MaxValue; return Linear(max + 1 < 0 ? 1 : 2); }")]
    [InlineData("static Layer Network() { var n = 300; return Linear((byte)n); }")]
    [InlineData("static Layer Network() { var n = -7; return Sequential(Linear(n / 2 + 10), Linear(n % 3 + 10), Linear(n >> 1), Linear(n >>> 28)); }")]
    [InlineData("static Layer Network() { long n = 1L << 40; return Linear((int)(n >> 38)); }")]
    [InlineData("static Layer Network() { byte b = 250; b += 10; b++; return Linear(b); }")]
    [InlineData("static Layer Network() { double sum = 0; foreach (double n in new[] { 1, 2 }) sum += n / 10; return Dropout(sum); }")]
    [InlineData("static Layer Network() => Dropout(1f / 3);")]
    [InlineData("static Layer Network() => Linear((int)Math.Pow(2, 5) + Math.Max(3, 4) + (int)Math.Sqrt(17.0) + Math.Clamp(9, 1, 5));")]
    [InlineData("static Layer Network() => Linear(Sum(1, 2, 3)); static int Sum(params int[] all) { var s = 0; foreach (var n in all) s += n; return s; }")]
    [InlineData("static Layer Network() => Linear(\"ab\" + \"c\" == \"abc\" ? \"four\".Length : 0);")]
    [InlineData("static Layer Network() => Other.Make(); static class Other { public static Layer Make() => ReLU(); }")]
    [InlineData("static Layer Network() => Sequential(Enumerable.Repeat(ReLU(), 3).ToArray());")]
    [InlineData("static Layer Network() { Layer x; if (1 < 2) x = ReLU(); else x = Tanh(); return x; }")]
    [InlineData("static Layer Network() { object n = 5; return n is int k && k > 4 ? Linear(k) : ReLU(); }")]
    [InlineData("private static partial Layer Network(); private static partial Layer Network() => ReLU();")]
    [InlineData("static Layer Network() { return 5.Twice(); } ")]
    [InlineData("static Layer Network() { Span<int> n = [1, 2]; return Linear(n[1] + n.Length); }")]
    [InlineData("static Layer Network() { IReadOnlyList<int> n = [1, 2]; return Linear(n[1] + n.Count); }")]
    public void Evaluating_equals_running(string body)
    {
        var compilation = TestCompilation.Of(TestCompilation.Experiment(body), "using Regimen; static class Extensions { public static Layer Twice(this int n) => Layers.Linear(n * 2); }");
        var ran = RealNetworks.Run(compilation, ["Net"]).Single();

        var result = compilation.Parse();
        Assert.Equal("", string.Join("; ", result.Findings.Select(finding => finding.ToDiagnostic().ToString())));
        Assert.Equal(ran.Text, result.Spec!.Network.ToString());
        Assert.Equal(Count(result.Spec.Network), result.LayerLocations.Length);
    }

    [Fact]
    public void Locations_point_at_the_calls_in_preorder()
    {
        var result = TestCompilation.Of(TestCompilation.Experiment("""
            static Layer Network() => Sequential(Block(32), Flatten());
            static Layer Block(int channels) => Sequential(Conv2d(channels, 3), ReLU());
            """)).Parse();
        Assert.Equal(
            ["Sequential(Block(32), Flatten())", "Sequential(Conv2d(channels, 3), ReLU())", "Conv2d(channels, 3)", "ReLU()", "Flatten()"],
            result.LayerLocations.Select(location => location.TextAt()));
    }

    [Theory]
    [InlineData("Block(32)", "static Layer Block(int channels) => Linear(channels);", "Block(32)")]
    [InlineData("Block(16 * 2, bias: false)", "static Layer Block(int channels, bool bias = true) => Linear(channels, bias);", "Block(32, false)")]
    [InlineData("Block(bias: false)", "static Layer Block(int channels = 8, bool bias = true) => Linear(channels, bias);", "Block(bias: false)")]
    [InlineData("Stem", "static Layer Stem => Linear(8);", "Stem")]
    [InlineData("Outer()", "static Layer Outer() => Inner(2); static Layer Inner(int n) => Linear(n);", "Inner(2)")]
    [InlineData("Outer()", "static Layer Outer() => Sequential(Inner(2)); static Layer Inner(int n) => Linear(n);", "Outer()")]
    [InlineData("Outer([1, 2], 0.5, Kind.B, \"x\")", "static Layer Outer(int[] n, double p, Kind k, string s) => ReLU(); enum Kind { A, B }", "Outer([1, 2], 0.5, Kind.B, \"x\")")]
    [InlineData("Outer(1, 2)", "static Layer Outer(params int[] n) => ReLU();", "Outer(1, 2)")]
    [InlineData("Blocks.Small()", "static class Blocks { public static Layer Small() => ReLU(); }", "Blocks.Small()")]
    [InlineData("ReLU()", "", "")]
    public void Labels_are_the_calls_of_the_users_methods(string call, string members, string label)
    {
        var spec = TestCompilation.Of(TestCompilation.Experiment($"static Layer Network() => Sequential({call}); {members}")).Parse().Spec;
        Assert.Equal(label, spec!.Network.Children[0].Label);
        Assert.Equal("", spec.Network.Label);
    }

    [Fact]
    public void Network_that_only_forwards_keeps_the_inner_label()
    {
        var spec = TestCompilation.Of(TestCompilation.Experiment("static Layer Network() => Block(1); static Layer Block(int n) => Linear(n);")).Parse().Spec;
        Assert.Equal("Block(1)", spec!.Network.Label);
    }

    [Theory]
    [InlineData("static Layer Network() => Linear(DateTime.Now.Second);", "DateTime.Now", "reads the clock")]
    [InlineData("static Layer Network() => Linear(new Random().Next());", "new Random()", "is random")]
    [InlineData("static Layer Network() => Linear(Environment.ProcessorCount);", "Environment.ProcessorCount", "reads the machine")]
    [InlineData("static int width = 3; static Layer Network() => Linear(width);", "width", "can change while running")]
    [InlineData("static Layer Network() { var zero = 0; return Linear(1 / zero); }", "1 / zero", "divides by zero")]
    [InlineData("static Layer Network() { var max = int.MaxValue; return Linear(checked(max + 1)); }", "max + 1", "overflows")]
    [InlineData("static Layer Network() { var big = 1e20; return Linear((int)big); }", "(int)big", "is outside the range of 'int'")]
    [InlineData("static Layer Network() { while (true) ; }", "while", "100,000 steps")]
    [InlineData("static Layer Network() { var x = ReLU(); for (var i = 0; i < 60; i++) x = Sequential(x, x); return x; }", "Sequential(x, x)", "more than 10,000 layers")]
    [InlineData("static Layer Network() { var x = ReLU(); for (var i = 0; i < 900; i++) x = Sequential(x); return x; }", "Sequential(x)", "256 deep")]
    [InlineData("static Layer Network() { var s = \"x\"; for (var i = 0; i < 60; i++) s += s; return ReLU(); }", "s += s", "10,000 characters")]
    [InlineData("static Layer Network() { var s = new int[100000000]; return ReLU(); }", "100000000", "is not a length")]
    [InlineData("static Layer Network() => Sequential(Enumerable.Range(0, 2000000000).Select(i => ReLU()).ToArray());", "Enumerable.Range(0, 2000000000).Select(i => ReLU()).ToArray()", "100,000 steps")]
    [InlineData("static Layer Network() { IEnumerable<int> q = [1]; for (var i = 0; i < 3000; i++) q = q.Take(1); return Linear(q.Count()); }", "q.Take(1)", "nested too deeply")]
    [InlineData("static Layer Network() { return Linear(F(5000).Count()); } static IEnumerable<int> F(int n) => n == 0 ? [1] : Enumerable.Range(0, 1).SelectMany(_ => F(n - 1));", "", "nested too deeply")]
    [InlineData("static Layer Network() { object a = 1, b = 1; return a == b ? ReLU() : Tanh(); }", "a == b", "compares objects")]
    [InlineData("static Layer Network() => Network();", "Network()", "inside each other")]
    [InlineData("static Layer Network() => F(0); static Layer F(int n) => Sequential(F(n + 1));", "F(n + 1)", "inside each other")]
    [InlineData("static Layer Network() => Sequential(ReLU(), null!);", "Sequential(ReLU(), null!)", "a layer that is null")]
    [InlineData("static Layer Network() => throw new Exception();", "throw new Exception()", "throws an exception")]
    [InlineData("static Layer Network() { try { return ReLU(); } finally { } }", "try", "is a statement that")]
    [InlineData("static Layer Network() { int[] n = [1]; return Linear(n[1]); }", "n[1]", "reads element 1 of 1")]
    [InlineData("static Layer Network() { var n = new List<int> { 1 }; foreach (var i in n) n.Add(i); return ReLU(); }", "n", "is changed while it is enumerated")]
    [InlineData("static Layer Network() => ReLU(missing);", "ReLU(missing)", "does not compile")]
    [InlineData("static Layer Network() => Linear($\"{1.5}\".Length);", "$\"{1.5}\"", "culture")]
    [InlineData("static Layer Network() => null!;", "Network", "returns no layer")]
    [InlineData("static readonly int A = B; static readonly int B = 5; static Layer Network() => Linear(A);", "B", "is initialised after 'A'")]
    [InlineData("static readonly int A = 1; static Net() { A = 2; } static Layer Network() => Linear(A);", "A", "static constructor")]
    [InlineData("static Layer Network() => Id(ReLU()); static T Id<T>(T x) => x;", "Id(ReLU())", "generic")]
    public void What_cannot_be_evaluated_is_reported_at_the_expression(string body, string at, string why)
    {
        var result = TestCompilation.Of(TestCompilation.Experiment(body)).Parse();
        Assert.Null(result.Spec);
        var finding = Assert.Single(result.Findings);
        Assert.Equal("REG1001", finding.Rule.Id);
        if (at.Length > 0)
            Assert.Equal(at, finding.Location.TextAt());
        Assert.Contains(why, finding.ToDiagnostic().GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_deepest_recursion_fits_a_small_stack()
    {
        var compilation = TestCompilation.Of(TestCompilation.Experiment("""
            static Layer Network() => F(240);
            static Layer F(int n) { if (n == 0) { return ReLU(); } else { return Sequential(new[] { n > 0 ? F(n - 1) : Tanh() }); } }
            """));
        string? text = null;
        var thread = new Thread(() => text = compilation.Parse().Findings.FirstOrDefault()?.ToDiagnostic().ToString() ?? "evaluated", 1 << 20);
        thread.Start();
        thread.Join();
        Assert.Equal("evaluated", text);
    }

    private static int Count(Model.LayerSpec layer) => 1 + layer.Children.Sum(Count);
}
