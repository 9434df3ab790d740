using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Tests.Formulas;
using Regimen.Testing;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Tests.Networks;

/// <summary>A layer, as a user writes it, as formulas over an input <c>x</c>, with values for everything that it reads.</summary>
internal sealed class ExpressedLayer
{
    /// <summary>Samples in the batch.</summary>
    public const int Batch = 3;

    /// <param name="layer">C#, such as <c>Linear(3, bias: false)</c>.</param>
    /// <param name="mode">What for.</param>
    /// <param name="sample">The axes of a sample: [F], or [H, W, C].</param>
    public ExpressedLayer(string layer, Mode mode, params Extent[] sample)
    {
        var parsed = TestCompilation.Of(TestCompilation.Experiment($"static Layer Network() => {layer};")).Parse();
        Step = new StepBuilder(mode);
        Input = new Input("x", TensorType.Of(ElementType.Real, [Extent.Batch, .. sample]));
        Output = NetworkFormulas.Express(Step, Origin.Root(parsed.Spec!.Network), Input);
        Roots = [Output, .. Step.Graph.Assignments.Select(assignment => assignment.Value)];
        Legality.Check(Roots);
        Values = Numbers.For(Roots, Batch, new Random(7));
        foreach (var (key, value) in Values.Where(pair => pair.Key.EndsWith("Variance", StringComparison.Ordinal)))
            Values[key] = new NdArray(value.Element, value.Shape, [.. value.Elements.Select(Math.Abs)]);
    }

    public StepBuilder Step { get; }

    public Input Input { get; }

    public Formula Output { get; }

    /// <summary>The output and all new values of states.</summary>
    public IReadOnlyList<Formula> Roots { get; }

    /// <summary>The values of everything that it reads, by key.</summary>
    public Dictionary<string, NdArray> Values { get; }

    public NdArray this[string key] => Values[key];

    public NdArray X => Values["x"];

    /// <summary>What comes out is, element by element, what is expected; simplified too.</summary>
    public void Makes(Func<int[], double> expected) => Makes(Output, expected);

    /// <summary>So is the new value of a state.</summary>
    public void Assigns(string key, Func<int[], double> expected) =>
        Makes(Step.Graph.Assignments.Single(assignment => assignment.Target.Key == key).Value, expected);

    /// <summary>The gradients of what comes out, with respect to all that is trained and to the input, are what differences say.</summary>
    public void HasItsDerivative()
    {
        var scalar = FiniteDifferences.Scalar(Output, "weights");
        Values["weights"] = Numbers.For([scalar], Batch, new Random(11))["weights"];
        FiniteDifferences.Check(scalar, [Input, .. Step.Weights.Cast<Input>()], Batch, Values);
    }

    private void Makes(Formula formula, Func<int[], double> expected)
    {
        var made = new Interpreter(Batch, Values).Evaluate(formula)[0];
        var wanted = new NdArray(made.Element, made.Shape, [.. made.Positions().Select(expected)]);
        Numbers.Same([wanted], [made]);
        Numbers.Same([wanted], new Interpreter(Batch, Values).Evaluate(Simplifier.Simplify([formula])[0]), where: "simplified, ");
    }
}
