using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A conversion that TorchSharp or the user defines reads the tensor; one that the language defines hands it on.</summary>
public sealed class UserConversionCases : TorchSharpCases
{
    private const string Number = "readonly struct Number { readonly float value; public Number(float value) => this.value = value; public static implicit operator Number(Tensor tensor) => new(tensor.item<float>()); public override string ToString() => value.ToString(); }\n";

    private const string Message = "'loss' is written as shape, type and device, not as its value; write 'loss.ToSingle()'";

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6007", Loop("""Console.WriteLine($"{[|loss|]}");"""), Message),
        ("REG6007", Loop("""Console.WriteLine("a" + (object)[|loss|]);"""), Message),
        ("REG6007", Loop("""Console.WriteLine($"{(object)[|loss|]} {((Tensor)[|loss|])}");"""), Message),
        ("REG6007", Loop("""Console.WriteLine("{0} {1}", (float)loss, (object)[|loss|]);"""), Message),
        ("REG6007", Number + Loop("""Number number = loss; Console.WriteLine($"{number} {[|loss|]}");"""), Message),
        ("REG6027", Loop("total += [|loss|];"), "'total' keeps the graph of every 'loss' that is added to it; add 'loss.detach()'"),
        ("REG6027", Loop("total = total + (Tensor)[|loss|];"), "'total' keeps the graph of every 'loss' that is added to it; add 'loss.detach()'"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        ("REG6007", Loop("""Console.WriteLine($"{(float)loss}");""")),
        ("REG6007", Loop("""Console.WriteLine("a" + (float)loss);""")),
        ("REG6007", Loop("Console.WriteLine((float)loss);")),
        ("REG6007", Loop("Console.WriteLine((double)(loss));")),
        ("REG6007", Loop("""Console.WriteLine("{0} {1}", 1, (float)loss);""")),
        ("REG6007", Loop("""Console.WriteLine(string.Format("{0}", (int)(float)loss));""")),
        ("REG6007", Number + Loop("""Console.WriteLine($"{(Number)loss}"); Number number = loss; Console.WriteLine(number);""")),
        ("REG6007", Loop("total += (float)loss; sum += (float)loss; Console.WriteLine(sum);")),
        ("REG6007", Loop("total += loss.detach(); Console.WriteLine((float)total);")),
        ("REG6027", Loop("sum += (float)loss;")),
        ("REG6027", Loop("sum = sum + (float)loss;")),
        ("REG6027", Loop("total += (float)loss;")),
        ("REG6027", Loop("total = total + (float)loss;")),
        ("REG6027", Loop("total = (double)loss + total;")),
        ("REG6027", "static class Sum { public static Tensor Total = zeros(1); }\n" + Loop("Sum.Total += (float)loss;")),
        // What the conversion reads is no longer what the scope disposes.
        ("REG6034", Method("""float last; using (NewDisposeScope()) { var loss = model.call(x).sum(); last = (float)loss; } Console.WriteLine(last);""")),
    ];

    private static string Loop(string statements) => Method($$"""
        Tensor total = zeros(1); var sum = 0f;
                foreach (var b in batches)
                {
                    var loss = functional.mse_loss(model.call(b.X), b.Y);
                    loss.backward();
                    {{statements}}
                }
        """);
}
