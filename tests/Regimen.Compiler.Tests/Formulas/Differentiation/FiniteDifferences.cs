using Regimen.Compiler.Differentiation;
using Regimen.Compiler.Formulas;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Tests.Formulas;

/// <summary>Derived gradients against what the values themselves do when an input changes a little, in float64.</summary>
internal static class FiniteDifferences
{
    /// <summary>Σ value·weights: a scalar that hears every element of a value, each by another weight.</summary>
    public static Formula Scalar(Formula value, string weights) => SumAll(Cast.Of(value, ElementType.Double) * new Input(weights, value.Type.With(ElementType.Double)));

    /// <summary>
    /// Holds the gradients of a scalar against differences, for every element of every input; before and after simplification, which must
    /// agree with each other far more closely than with the differences.
    /// </summary>
    /// <returns>The gradients, for a look at them.</returns>
    public static NdArray[] Check(Formula scalar, IReadOnlyList<Input> inputs, long batch, IReadOnlyDictionary<string, NdArray> values)
    {
        var gradients = Gradients.Of(scalar, inputs);
        for (var index = 0; index < inputs.Count; index++)
            Assert.Equal(inputs[index].Type, gradients[index].Type);
        Legality.Check(gradients);
        var derived = new Interpreter(batch, values).Evaluate(gradients);

        var simplified = Simplifier.Simplify([scalar, .. gradients]);
        Legality.Check(simplified);
        Numbers.Same(derived, new Interpreter(batch, values).Evaluate(simplified)[1..]);

        for (var index = 0; index < inputs.Count; index++)
        {
            for (var element = 0; element < derived[index].Elements.Length; element++)
                CheckElement(scalar, inputs[index].Key, element, derived[index].Elements[element], batch, values);
        }

        return derived;
    }

    private static void CheckElement(Formula scalar, string key, int element, double derived, long batch, IReadOnlyDictionary<string, NdArray> values)
    {
        double Moved(double by)
        {
            var moved = new NdArray(values[key].Element, values[key].Shape, [.. values[key].Elements]);
            moved.Elements[element] += by;
            return new Interpreter(batch, new Dictionary<string, NdArray>(values) { [key] = moved }).Evaluate(scalar)[0].Elements[0];
        }

        // Five points: the error falls with the fourth power of the distance, and rounding has weighed little by then.
        const double Distance = 1e-3;
        var (near, far) = (Moved(Distance) - Moved(-Distance), Moved(2 * Distance) - Moved(-2 * Distance));
        var measured = ((8 * near) - far) / (12 * Distance);
        Assert.True(
            Math.Abs(measured - derived) <= 1e-8 * Math.Max(1, Math.Abs(measured)),
            $"d/d {key}[{element}]: the rule says {derived:R}, differences {measured:R}.");
    }
}
