using Regimen.Analyzers.Tests.Infrastructure;

namespace Regimen.Analyzers.Tests.Cases.TorchSharp;

/// <summary>A tensor that its scope disposes, used behind it.</summary>
public sealed class KeptBeyondScopeCases : TorchSharpCases
{
    private const string ListMessage = "'losses' is used behind the dispose scope that disposes the tensor given to it here; call 'MoveToOuterDisposeScope()' on the tensor";

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source, string Message)> Triggering =>
    [
        ("REG6034", Method("""Tensor total = zeros(1); foreach (var b in batches) { using var scope = NewDisposeScope(); [|total += model.call(b.X).sum()|]; }"""),
            "'total' is used behind the dispose scope that disposes the tensor given to it here; call 'MoveToOuterDisposeScope()' on the tensor"),
        ("REG6034", Method("""Tensor last; using (NewDisposeScope()) { [|last = model.call(x).sum()|]; } Console.WriteLine(last.item<float>());"""),
            "'last' is used behind the dispose scope that disposes the tensor given to it here; call 'MoveToOuterDisposeScope()' on the tensor"),
        // In a list that is read behind it.
        ("REG6034", Method("""var losses = new List<Tensor>(); foreach (var b in batches) { using var scope = NewDisposeScope(); var loss = functional.mse_loss(model.call(b.X), b.Y); loss.backward(); [|losses.Add(loss)|]; Console.WriteLine("{0} {1}", losses.Count, loss); } Console.WriteLine(losses[0].item<float>());"""), ListMessage),
        ("REG6034", Method("""IList<Tensor> losses = []; var mse = MSELoss(); foreach (var b in batches) { using (NewDisposeScope()) { using var loss = mse.call(model.call(b.X), b.Y); [|losses.Add(loss.detach())|]; } } Console.WriteLine(stack(losses.ToArray()).mean().item<float>());"""), ListMessage),
        ("REG6034", Method("""var losses = new List<Tensor>(); void Train() { foreach (var b in batches) { using var scope = NewDisposeScope(); [|losses.Add(model.call(b.X).sum())|]; } Console.WriteLine(losses.Average(loss => loss.item<float>())); } Train();"""), ListMessage),
        ("REG6034", """
            class Trainer
            {
                readonly List<Tensor> losses = new();
                float Run(Module<Tensor, Tensor> model, IEnumerable<Tensor> batches)
                {
                    foreach (var x in batches)
                    {
                        using var scope = NewDisposeScope();
                        var loss = model.call(x).sum();
                        [|losses.Add(loss)|];
                    }
                    var sum = 0f;
                    foreach (var loss in losses)
                        sum += loss.item<float>();
                    return sum;
                }
            }
            """, ListMessage),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Id, string Source)> Silent =>
    [
        // The module takes what it makes out of all scopes.
        ("REG6034", "class Free : Module<Tensor, Tensor> { readonly Linear fc = Linear(4, 4); public Free() : base(\"Free\") { RegisterComponents(); } public override Tensor forward(Tensor x) { using var scope = NewDisposeScope(); return fc.call(x).DetachFromDisposeScope(); } } static class F { static float A(Free model, Tensor x) { Tensor last; using (NewDisposeScope()) { last = model.call(x); } return last.sum().item<float>(); } }"),
        // Moved out at once, or behind.
        ("REG6034", Method("""Tensor a, b; using (NewDisposeScope()) { a = x.abs().MoveToOuterDisposeScope(); b = x.abs(); b.MoveToOuterDisposeScope(); } Console.WriteLine((a + b).sum().item<float>());""")),
        // Not used behind.
        ("REG6034", Method("""Tensor last; using (NewDisposeScope()) { last = model.call(x).sum(); Console.WriteLine(last.item<float>()); }""")),
        // Given anew first.
        ("REG6034", Method("""Tensor last; using (NewDisposeScope()) { last = model.call(x).sum(); Console.WriteLine(last.item<float>()); } last = y.sum(); Console.WriteLine(last.item<float>());""")),
        // A sum in one scope.
        ("REG6034", Method("""using var scope = NewDisposeScope(); Tensor total = zeros(1); foreach (var b in batches) { total += model.call(b.X).sum(); }""")),
        // Moved out at once, before, by the scope, or all together.
        ("REG6034", List("losses.Add(loss.detach().MoveToOuterDisposeScope());")),
        ("REG6034", List("loss.DetachFromDisposeScope(); losses.Add(loss);")),
        ("REG6034", List("losses.Add(scope.MoveToOuter(loss));")),
        ("REG6034", List("losses.Add(loss); scope.DisposeEverythingBut(losses);")),
        ("REG6034", List("losses.Add(loss); foreach (var kept in losses) kept.MoveToOuterDisposeScope();")),
        // Made outside; of which nobody knows who moves it.
        ("REG6034", List("losses.Add(x);")),
        ("REG6034", List("Keep(loss); losses.Add(loss);")),
        // Only counted, disposed or cleared behind it.
        ("REG6034", Method("""var losses = new List<Tensor>(); foreach (var b in batches) { using var scope = NewDisposeScope(); losses.Add(model.call(b.X).sum()); } Console.WriteLine(losses.Count); foreach (var loss in losses) loss.Dispose(); losses.Clear(); losses.Add(x); Console.WriteLine(losses[0].item<float>());""")),
        // One that may be another, put there before or by others.
        ("REG6034", Method("""var losses = new List<Tensor>(); losses.Add(x); foreach (var b in batches) { using var scope = NewDisposeScope(); losses.Add(model.call(b.X).sum()); } Console.WriteLine(losses[0].item<float>());""")),
        ("REG6034", """
            class Trainer
            {
                readonly List<Tensor> losses = new();
                void Flush() { losses.Clear(); losses.Add(zeros(1)); }
                float Run(Tensor x)
                {
                    using (NewDisposeScope())
                    {
                        losses.Add(x.sum());
                    }
                    Flush();
                    return stack(losses).sum().item<float>();
                }
            }
            """),
        // In the scope itself.
        ("REG6034", Method("""using var scope = NewDisposeScope(); var losses = new List<Tensor>(); foreach (var b in batches) losses.Add(model.call(b.X).sum()); Console.WriteLine(stack(losses).mean().item<float>());""")),
    ];

    /// <summary>A method with a list of losses that is read behind a scope with these statements: of <c>scope</c>, <c>loss</c>, <c>losses</c> and <c>x</c>, which is made outside.</summary>
    private static string List(string statements) => $$"""
        static class Program
        {
            static void Keep(Tensor loss) => loss.MoveToOuterDisposeScope();
            static void Run(Module<Tensor, Tensor> model, Tensor x)
            {
                var losses = new List<Tensor>();
                using (var scope = NewDisposeScope())
                {
                    var loss = model.call(x).sum();
                    {{statements}}
                }
                Console.WriteLine(losses[0].item<float>());
            }
        }
        """;
}
