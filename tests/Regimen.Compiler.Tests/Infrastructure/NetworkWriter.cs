using System.Globalization;
using System.Text;

namespace Regimen.Testing;

/// <summary>
/// Writes an experiment with a random but valid Network() from a stream of decisions; where the stream ends every decision is 0, which
/// picks the simplest form. Integers may overflow, divide by zero and leave an array: then running it throws, and evaluating must refuse.
/// </summary>
internal sealed class NetworkWriter(int[] decisions)
{
    private readonly List<string> ints = ["width"];
    private readonly List<string> doubles = ["rate"];
    private readonly List<string> layers = [];
    private readonly StringBuilder body = new();
    private int next;
    private int names;

    public string Write(string name)
    {
        for (var i = Pick(5); i > 0; i--)
            Statement(2);
        var result = Layer(3);
        return $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using Regimen;
            using static Regimen.Layers;

            [Experiment, Data<Digits>, Epochs(1), Sgd]
            public partial class {{name}}
            {
                const int Base = {{Pick(9) + 1}};
                static readonly int Derived = Base * 3 + 1;
                static readonly int[] Widths = [Base, {{Pick(9)}}, Derived];
                static double Rate { get; } = {{Pick(9)}} / 10.0;
                static Layer Stem => Sequential(Linear(Derived, bias: {{(Pick(2) == 0 ? "true" : "false")}}), ReLU());
                static int Twice(int n, int more = 2) => n * more;
                static int Fall(int n) { if (n <= 0) return Base; return 1 + Fall(n - 2); }
                static Layer Block(int n, double p = 0.25, bool norm = true)
                {
                    var parts = new List<Layer> { Linear(n) };
                    if (norm) parts.Add(BatchNorm(epsilon: p / 1000));
                    parts.Add(p > 0.3 ? Dropout(p) : GELU());
                    return Sequential(parts.ToArray());
                }
                static Layer[] Stack(int n)
                {
                    var all = new Layer[Math.Abs(n % 4)];
                    for (var i = 0; i < all.Length; i++)
                        all[i] = i % 2 == 0 ? Linear(i + n) : Tanh();
                    return all;
                }
                static Layer Chain(params Layer[] parts) => Sequential([.. parts, ReLU()]);
                static Layer Nest(int depth, Layer inner) => depth <= 0 ? inner : Residual(Nest(depth - 1, inner), depth % 2 == 0 ? Sigmoid() : null);
                enum Style { Plain, Wide = 4 }
                static Layer Styled(Style style, int n) { switch (style) { case Style.Wide: return Linear(n * 2); default: return Linear(n); } }

                {{(Pick(4) == 3 ? "" : "static ")}}Layer Network()
                {
                    var width = Base + {{Pick(20)}};
                    var rate = 0.5;
                    long big = width * 100L;
            {{body}}
                    return {{result}};
                }
            }
            """;
    }

    private int Pick(int count)
    {
        var decision = next < decisions.Length ? decisions[next] : 0;
        next++;
        return decision % count;
    }

    private string New(List<string> kind)
    {
        var name = "v" + names++;
        kind.Add(name);
        return name;
    }

    private void Statement(int depth)
    {
        switch (Pick(depth > 0 ? 16 : 6))
        {
            case 0: Line($"int {Declared(ints, Int(depth))};"); break;
            case 1: Line($"double {Declared(doubles, Double(depth))};"); break;
            case 2: Line($"Layer {Declared(layers, Layer(depth))};"); break;
            case 3: Line($"{Of(ints)} {Operator("= += -= *= /= %= <<= >>= >>>= &= |= ^=")} {Int(depth)};"); break;
            case 4: Line($"{Of(ints)}{(Pick(2) == 0 ? "++" : "--")};"); break;
            case 5: Line($"{Of(doubles)} {Operator("= += -= *= /=")} {Double(depth)};"); break;
            case 6: Line($"if ({Bool(depth)})"); Block(depth); Line("else"); Block(depth); break;
            case 7: { var i = "i" + names++; Line($"for (var {i} = 0; {i} < {Pick(5)}; {i}++)"); Block(depth, i); break; }
            case 8: { var n = "w" + names++; Line($"var {n} = {Pick(6)};"); Line($"while ({n}-- > 0)"); Block(depth, n); break; }
            case 9: { var n = "e" + names++; Line($"foreach (var {n} in {Array(depth)})"); Block(depth, n); break; }
            case 10: Line($"switch ({Int(1)} & 3) {{ case 0: {Of(ints)} += {Int(1)}; break; case 1: case 2: {Of(ints)} = {Int(1)}; break; default: {Of(ints)}--; break; }}"); break;
            case 11: { var n = "t" + names++; Line($"(int A, double B) {n} = ({Int(1)}, {Double(1)});"); ints.Add(n + ".A"); doubles.Add(n + ".B"); readOnly.Add(n + ".A"); readOnly.Add(n + ".B"); break; }
            case 12: { var n = "f" + names++; Line($"Func<int, int> {n} = x => x + {Int(1)};"); ints.Add(n + "(2)"); readOnly.Add(n + "(2)"); break; }
            case 13: { var n = "l" + names++; Line($"int {n}(int x) {{ {Of(ints)} += x; return x * 2; }}"); ints.Add(n + "(3)"); readOnly.Add(n + "(3)"); break; }
            case 14: { var (a, b) = ("a" + names++, "b" + names++); Line($"(int {a}, int {b}) = ({Int(1)}, {Int(1)}); ({a}, {b}) = ({b}, {a});"); ints.Add(a); ints.Add(b); break; }
            default: Line($"big = unchecked(big * {Int(1)} + (byte){Of(ints)});"); break;
        }
    }

    private readonly HashSet<string> readOnly = [];

    private void Block(int depth, string? variable = null)
    {
        // Names declared inside end with the block; the loop's own variable can be read there but not written, so that loops end.
        var (i, d, l) = (ints.Count, doubles.Count, layers.Count);
        if (variable is not null)
        {
            ints.Add(variable);
            readOnly.Add(variable);
        }

        Line("{");
        if (variable is not null && Pick(4) == 3)
            Line($"if ({Bool(1)}) {(Pick(2) == 0 ? "break" : "continue")};");
        for (var count = 1 + Pick(2); count > 0; count--)
            Statement(depth - 1);
        Line("}");
        ints.RemoveRange(i, ints.Count - i);
        doubles.RemoveRange(d, doubles.Count - d);
        layers.RemoveRange(l, layers.Count - l);
    }

    private void Line(string text) => body.Append("        ").AppendLine(text);

    // The value is written before the name exists, so that it can't speak of itself.
    private string Declared(List<string> kind, string value) => $"{New(kind)} = {value}";

    private string Of(List<string> kind)
    {
        var writable = kind.Where(name => !readOnly.Contains(name)).ToArray();
        return writable[Pick(writable.Length)];
    }

    private string Operator(string all)
    {
        var operators = all.Split(' ');
        return operators[Pick(operators.Length)];
    }

    private string Int(int depth) => Pick(depth > 0 ? 24 : 5) switch
    {
        0 => Pick(10).ToString(CultureInfo.InvariantCulture),
        1 or 2 => ints[Pick(ints.Count)],
        3 => "Base",
        4 => "Derived",
        5 => $"({Int(depth - 1)} + {Int(depth - 1)})",
        6 => $"({Int(depth - 1)} - {Int(depth - 1)})",
        7 => $"({Int(depth - 1)} * {Int(depth - 1)})",
        8 => $"({Int(depth - 1)} / ({Of(ints)} | 1))",
        9 => $"({Int(depth - 1)} % ({Of(ints)} | 1))",
        10 => $"({Of(ints)} << {Int(depth - 1)})",
        11 => $"({Int(depth - 1)} >> {Int(depth - 1)})",
        12 => $"({Int(depth - 1)} >>> {Pick(40)})",
        13 => $"({Bool(depth - 1)} ? {Int(depth - 1)} : {Int(depth - 1)})",
        14 => $"({Int(depth - 1)} switch {{ < 0 => {Int(depth - 1)}, 0 or 3 => {Int(depth - 1)}, > 5 and not 9 => {Int(depth - 1)}, _ => {Pick(9)} }})",
        15 => $"Math.{(Pick(2) == 0 ? "Max" : "Min")}({Int(depth - 1)}, {Int(depth - 1)})",
        16 => $"Twice({Int(depth - 1)}{(Pick(2) == 0 ? "" : ", more: " + Int(depth - 1))})",
        17 => $"Fall({Of(ints)} & 31)",
        18 => $"Widths[{(Pick(2) == 0 ? Pick(3).ToString(CultureInfo.InvariantCulture) : "^" + (1 + Pick(3)))}]",
        19 => $"((int)({Double(depth - 1)} * 3))",
        20 => $"(~{Int(depth - 1)} ^ {Int(depth - 1)})",
        21 => $"{Array(depth - 1)}.Length",
        22 => $"((int)(big % 1000) + {Int(depth - 1)})",
        _ => $"(+(sbyte){Of(ints)})",
    };

    private string Double(int depth) => Pick(depth > 0 ? 11 : 3) switch
    {
        0 => (Pick(100) / 8.0).ToString("0.0###", CultureInfo.InvariantCulture),
        1 => doubles[Pick(doubles.Count)],
        2 => "Rate",
        3 => $"({Double(depth - 1)} + {Double(depth - 1)})",
        4 => $"({Double(depth - 1)} * {Int(depth - 1)})",
        5 => $"({Double(depth - 1)} / {Double(depth - 1)})",
        6 => $"({Int(depth - 1)} / 4.0)",
        7 => $"({Bool(depth - 1)} ? {Double(depth - 1)} : {Int(depth - 1)})",
        8 => $"Math.Sqrt({Double(depth - 1)})",
        9 => $"Math.Floor({Double(depth - 1)})",
        _ => $"((double)(float){Double(depth - 1)})",
    };

    private string Bool(int depth) => Pick(depth > 0 ? 8 : 2) switch
    {
        0 => "true",
        1 => $"({ints[0]} > {Pick(20)})",
        2 => $"({Int(depth - 1)} {Operator("< <= > >= == !=")} {Int(depth - 1)})",
        3 => $"({Double(depth - 1)} {Operator("< <= > >= == !=")} {Double(depth - 1)})",
        4 => $"({Bool(depth - 1)} && {Bool(depth - 1)})",
        5 => $"({Bool(depth - 1)} || !({Bool(depth - 1)}))",
        6 => $"({Bool(depth - 1)} ^ {Bool(depth - 1)})",
        _ => $"({Int(depth - 1)} is > 3 and < 90)",
    };

    private string Array(int depth) => Pick(5) switch
    {
        0 => "Widths",
        1 => $"new[] {{ {Int(depth - 1)}, {Int(depth - 1)} }}",
        2 => $"new int[{Pick(4)}]",
        3 => $"((int[])[{Int(depth - 1)}, .. Widths])",
        _ => $"Enumerable.Range({Pick(9)}, {Pick(5)}).Select(n => n + {Int(0)}).ToArray()",
    };

    private string Layer(int depth) => Pick(depth > 0 ? 20 : 5) switch
    {
        0 => "ReLU()",
        1 => $"Linear({Int(depth)})",
        2 => $"Dropout({Double(depth)})",
        3 => layers.Count == 0 ? "Stem" : layers[Pick(layers.Count)],
        4 => "Stem",
        5 => $"Conv2d({Int(depth - 1)}, kernel: {Int(depth - 1)}, padding: {Pick(3)}, bias: {Bool(depth - 1)})",
        6 => $"BatchNorm(epsilon: {Double(depth - 1)}, momentum: {Int(depth - 1)})",
        7 or 8 => $"Sequential({Layer(depth - 1)}, {Layer(depth - 1)}, {Layer(depth - 1)})",
        9 or 10 => $"Sequential({Layers(depth - 1)})",
        11 => $"Residual({Layer(depth - 1)}, {(Pick(2) == 0 ? "null" : Layer(depth - 1))})",
        12 => $"({Bool(depth - 1)} ? {Layer(depth - 1)} : {Layer(depth - 1)})",
        13 => $"Block({Int(depth - 1)}, norm: {Bool(depth - 1)})",
        14 => $"Block({Int(depth - 1)}, {Double(depth - 1)})",
        15 => $"Chain({Layer(depth - 1)}, {Layer(depth - 1)})",
        16 => $"Nest({Int(depth - 1)} & 7, {Layer(depth - 1)})",
        17 => $"Styled({(Pick(2) == 0 ? "Style.Wide" : "(Style)0")}, {Int(depth - 1)})",
        18 => $"(({Int(depth - 1)}, {Bool(depth - 1)}) switch {{ (> 3, true) => {Layer(depth - 1)}, (var n, false) => Linear(n), _ => {Layer(depth - 1)} }})",
        _ => "Sequential()",
    };

    private string Layers(int depth) => Pick(6) switch
    {
        0 => $"Stack({Int(depth)})",
        1 => $"[{Layer(depth)}, .. Stack({Int(depth)}), {Layer(depth)}]",
        2 => $"new[] {{ {Layer(depth)}, {Layer(depth)} }}",
        3 => $"[.. Enumerable.Range(0, {Pick(5)}).Select(n => Linear(n * {Int(0)}))]",
        4 => $"Enumerable.Range(1, 4).Where(n => n != {Int(0)}).Select((n, i) => i > 1 ? ReLU() : Block(n)).ToArray()",
        _ => $"[.. {(Pick(2) == 0 ? "" : "Stack(3), .. ")}new List<Layer> {{ {Layer(depth)} }}]",
    };
}
