using System.Reflection;
using Regimen.Compiler.Differentiation;
using Regimen.Compiler.Formulas;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Model;
using Regimen.Compiler.Recipe.Inputs;
using Regimen.Compiler.Recipe.Losses;
using Regimen.Compiler.Recipe.Updates;
using Regimen.Testing;
using static Regimen.Compiler.Formulas.Functions;

namespace Regimen.Compiler.Tests.Networks;

/// <summary>The samples of the repository as formulas: whole training steps, and evaluations.</summary>
internal static class SampleStep
{
    private const string Data = """
        namespace Regimen;
        [ImageData(Channels = 1, Height = 28, Width = 28, Classes = 10)]
        public sealed class FashionMnist : IDataSource { public static ImageDataSet Open() => null!; }
        """;

    /// <summary>The experiment of a sample's class, from the sample's own source.</summary>
    public static ExperimentSpec Spec(string sample)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Samples/{sample}.cs")!);
        return TestCompilation.Of(reader.ReadToEnd(), Data).Parse("FashionMnistSample." + sample).Spec!;
    }

    /// <summary>Everything that a training step does: input, forward, loss, backward, update.</summary>
    public static StepBuilder Training(ExperimentSpec spec)
    {
        var step = new StepBuilder(Mode.Training);
        var mixes = Has("Mixup");
        var input = ImageInput.Express(step, Shape.Image(spec.Data.Channels, spec.Data.Height, spec.Data.Width), mixes);
        var logits = NetworkFormulas.Express(step, spec, input);
        step.Site = new Site(Phase.Loss, "SoftmaxCrossEntropy");
        var loss = SoftmaxCrossEntropy.Express(logits, new SoftLabels(step, mixes, Has("LabelSmoothing")));
        step.Assign("lossSum", loss.Sum, Home.Arena);
        step.Assign("correct", loss.Correct, Home.Arena);

        var rule = spec.Attributes.Select(UpdateRules.Of).First(found => found is not null)!;
        var gradients = Gradients.Of(loss.Mean.At(step.Site), step.Weights);
        step.Site = new Site(Phase.Update, rule.Name);
        for (var index = 0; index < gradients.Length; index++)
        {
            var parameter = step.Parameters[index];
            var group = new UpdateGroup(parameter.Name, parameter.Role == ParameterRole.Weight && Has("WeightDecay"));
            var updated = rule.Express(new UpdateStep(step, rule, group, Flat(step.Weights[index]), Flat(gradients[index])));
            step.Assign(parameter.Name, Reshape.Of(updated, step.Weights[index].Type.Axes));
        }

        return step;

        bool Has(string attribute) => spec.Attributes.Any(declared => declared.Name == attribute);

        static Formula Flat(Formula value) => Reshape.Of(value, [value.Type.Count]);
    }

    /// <summary>The logits of a batch of images, and their loss.</summary>
    public static StepBuilder Evaluation(ExperimentSpec spec)
    {
        var step = new StepBuilder(Mode.Evaluation);
        var input = ImageInput.Express(step, Shape.Image(spec.Data.Channels, spec.Data.Height, spec.Data.Width), mixes: false);
        var logits = NetworkFormulas.Express(step, spec, input);
        var loss = SoftmaxCrossEntropy.Express(logits, new SoftLabels(step, mixes: false, smooths: false));
        step.Site = new Site(Phase.Loss, "SoftmaxCrossEntropy");
        step.Assign("logits", logits, Home.Arena);
        step.Assign("lossSum", loss.Sum, Home.Arena);
        step.Assign("correct", loss.Correct, Home.Arena);
        return step;
    }

    /// <summary>What a step leaves behind.</summary>
    public static Formula[] Roots(this StepBuilder step) => [.. step.Graph.Assignments.Select(assignment => assignment.Value)];
}
