using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Recipe.Updates;
using Regimen.Compiler.Tests.Formulas;

namespace Regimen.Compiler.Tests.Networks;

/// <summary>Update rules over several steps, against loops that say them as torch.optim's documentation does.</summary>
public sealed class UpdateRuleTests
{
    private const int Count = 6;
    private const double Decay = 0.05;
    private static readonly double[] Rates = [0.1, 0.2, 0.05, 0.02];

    private delegate double Rule(double w, double g, double rate, int step, double[] kept);

    public static TheoryData<string, bool> Rules => new()
    {
        { "Sgd", true }, { "Sgd", false }, { "Sgd Nesterov", true }, { "Adam", true }, { "Adam", false }, { "AdamW", true }, { "AdamW", false },
        { "RmsProp", true }, { "RmsProp Momentum", true }, { "RmsProp Centered", false }, { "RmsProp Centered Momentum", true }, { "Lion", true }, { "Lion", false },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Is_what_a_loop_makes_of_it(string declaration, bool decays)
    {
        var words = declaration.Split(' ');
        var arguments = words.Skip(1).Select(word => word == "Momentum" ? new ArgumentSpec(word, 0.8) : new ArgumentSpec(word, true));
        var rule = UpdateRules.Of(new AttributeSpec(words[0], arguments.ToEquatableArray()))!;
        var expected = Reference(declaration, decays);

        var step = new StepBuilder(Mode.Training);
        var group = new UpdateGroup("", decays);
        var flat = TensorType.Of(ElementType.Real, Count);
        var updated = rule.Express(new UpdateStep(step, rule, group, step.State("weights", flat), step.Given("gradient", flat)));
        step.Assign("weights", updated);
        var graph = step.Graph;
        Formula[] roots = [.. graph.Assignments.Select(assignment => assignment.Value)];
        Legality.Check(roots);
        Assert.Equal(
            ["weights", .. rule.Slots.Select(slot => UpdateStep.Key(rule, slot, group))],
            graph.Assignments.Select(assignment => assignment.Target.Key).OrderBy(key => key != "weights").ThenBy(key => Array.FindIndex([.. rule.Slots], slot => key.EndsWith("." + slot, StringComparison.Ordinal))));

        var random = new Random(4);
        var state = graph.Assignments.ToDictionary(assignment => assignment.Target.Key, assignment => new NdArray(ElementType.Real, [Count]));
        state["weights"] = new(ElementType.Real, [Count], [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble() - 0.5)]);
        var (simplified, kept) = (Simplifier.Simplify(roots), Enumerable.Range(0, Count).Select(_ => new double[3]).ToArray());
        for (var t = 0; t < Rates.Length; t++)
        {
            var gradient = new NdArray(ElementType.Real, [Count], [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble() - 0.5)]);
            var wanted = state["weights"].Elements.Select((w, i) => expected(w, gradient.Elements[i], Rates[t], t + 1, kept[i])).ToArray();
            var values = new Dictionary<string, NdArray>(state) { ["gradient"] = gradient };
            foreach (var (key, number) in OnHost(step, rule, t))
                values[key] = number;

            var results = new Interpreter(1, values).Evaluate(roots);
            Numbers.Same(results, new Interpreter(1, values).Evaluate(simplified));
            for (var root = 0; root < roots.Length; root++)
                state[graph.Assignments[root].Target.Key] = results[root];
            Numbers.Same([NdArray.Vector(ElementType.Real, wanted)], [state["weights"]], where: $"step {t + 1}, ");
        }
    }

    [Fact]
    public void Sgd_is_three_multiply_adds()
    {
        var rule = UpdateRules.Of(new AttributeSpec("Sgd", new[] { new ArgumentSpec("Nesterov", true) }.ToEquatableArray()))!;
        var step = new StepBuilder(Mode.Training);
        var flat = TensorType.Of(ElementType.Real, Count);
        step.Assign("weights", rule.Express(new UpdateStep(step, rule, new UpdateGroup("", true), step.State("weights", flat), step.Given("gradient", flat))));
        var full = Traversal.InOrder(Simplifier.Simplify([.. step.Graph.Assignments.Select(assignment => assignment.Value)]))
            .OfType<Elementwise>().Where(node => node.Type == flat).ToArray();
        Assert.Equal(4, full.Length); // The fourth looks ahead.
        Assert.All(full, node => Assert.Equal(Operator.MultiplyAdd, node.Operator));
        Assert.Equal(["g", "velocity"], full.Where(node => node.Name is not null).Select(node => node.Name));
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_for_what_it_keeps()
    {
        var keys = UpdateRules.Names.Select(name => UpdateRules.Of(new AttributeSpec(name, EquatableArray<ArgumentSpec>.Empty))!)
            .SelectMany(rule => rule.Slots.Select(slot => UpdateStep.Key(rule, slot, new UpdateGroup("", true)))).ToArray();
        Assert.Equal(keys.Distinct(), keys);
        Assert.Contains("sgd.velocity", keys);
    }

    /// <summary>The numbers that the host computes, from the rule's defaults and the schedule's rate.</summary>
    private static IEnumerable<(string Key, NdArray Number)> OnHost(StepBuilder step, IUpdateRule rule, int t)
    {
        var numbers = rule.Scalars.ToDictionary(
            scalar => scalar.Name,
            scalar => NdArray.Scalar(double.Parse(scalar.Default, System.Globalization.CultureInfo.InvariantCulture), ElementType.Double));
        numbers["rate"] = NdArray.Scalar(Rates[t], ElementType.Double);
        numbers["step"] = NdArray.Scalar(t, ElementType.Double);
        numbers["WeightDecay"] = NdArray.Scalar(Decay, ElementType.Double);
        foreach (var (key, formula) in step.HostNumbers)
            yield return (key, NdArray.Scalar(new Interpreter(1, numbers).Evaluate(formula)[0].Elements[0]));
    }

    private static Rule Reference(string declaration, bool decays)
    {
        var lambda = decays ? Decay : 0;
        return declaration switch
        {
            "Sgd" or "Sgd Nesterov" => (w, gradient, rate, _, kept) =>
            {
                var g = gradient + (lambda * w);
                kept[0] = (0.9 * kept[0]) + g;
                return w - (rate * (declaration == "Sgd" ? kept[0] : g + (0.9 * kept[0])));
            },
            "Adam" or "AdamW" => (w, gradient, rate, t, kept) =>
            {
                var g = declaration == "Adam" ? gradient + (lambda * w) : gradient;
                w = declaration == "AdamW" ? w - (rate * lambda * w) : w;
                kept[0] = (0.9 * kept[0]) + (0.1 * g);
                kept[1] = (0.999 * kept[1]) + (0.001 * g * g);
                var (m, v) = (kept[0] / (1 - Math.Pow(0.9, t)), kept[1] / (1 - Math.Pow(0.999, t)));
                return w - (rate * m / (Math.Sqrt(v) + 1e-8));
            },
            "Lion" => (w, g, rate, _, kept) =>
            {
                var c = (0.9 * kept[0]) + (0.1 * g);
                kept[0] = (0.99 * kept[0]) + (0.01 * g);
                return (w * (1 - (rate * lambda))) - (rate * Math.Sign(c));
            },
            _ => (w, gradient, rate, _, kept) =>
            {
                var g = gradient + (lambda * w);
                kept[0] = (0.99 * kept[0]) + (0.01 * g * g);
                kept[1] = (0.99 * kept[1]) + (0.01 * g);
                var v = declaration.Contains("Centered") ? kept[0] - (kept[1] * kept[1]) : kept[0];
                var direction = g / (Math.Sqrt(v) + 1e-8);
                kept[2] = (0.8 * kept[2]) + direction;
                return w - (rate * (declaration.Contains("Momentum") ? kept[2] : direction));
            },
        };
    }
}
