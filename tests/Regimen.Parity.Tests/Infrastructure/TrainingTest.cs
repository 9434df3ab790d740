using Regimen.Torch;
using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>Compares a run of training with PyTorch's, step by step, given the same start, order, λ, partners and masks.</summary>
public abstract class TrainingTest(ReferenceAnswers answers, ITestOutputHelper output) : ParityTest(answers, output)
{
    /// <summary>Operator by operator in float64: loss, rate, accuracy and every weight at every step, then running statistics and logits.</summary>
    protected void CheckEveryWeight(string name, double bound)
    {
        var asked = ReferenceCase.Training(Subjects.Named(name), ScalarType.Float64);
        var result = Answers.Result(asked);
        using var experiment = asked.Create(KernelMode.Operators);
        using var expected = Answers.WeightsByStep(asked, experiment.Layout.ParameterCount).GetEnumerator();
        double loss = 0, rate = 0, weight = 0, relative = 0;
        var worst = "none";
        var step = 0;
        ProductRun.Steps(experiment, asked.Steps, (stepLoss, progress) =>
        {
            Assert.True(expected.MoveNext());
            var weights = ProductRun.Weights(experiment);
            loss = Math.Max(loss, Math.Abs(stepLoss - result.Losses[step]));
            rate = Math.Max(rate, Math.Abs(progress.LearningRate - result.Rates[step]));
            weight = Math.Max(weight, Deviation.Largest(weights, expected.Current));
            var (deviation, parameter) = Deviation.WorstParameter(experiment.Layout, weights, expected.Current);
            if (deviation > relative)
                (relative, worst) = (deviation, parameter);
            step++;
        });

        Within("loss, Float64", loss, bound, name);
        Within("rate, Float64", rate, 1e-15, name);
        Within("weight |w − w'|, Float64", weight, bound, name);
        Within("weight ‖w − w'‖/‖w'‖, Float64", relative, bound, $"{name} {worst}");
        CheckEvaluation(asked, experiment, bound, "Float64");
    }

    /// <summary>Fused in float32: the loss at every step.</summary>
    protected Experiment CheckLoss(string name, double bound)
    {
        var asked = ReferenceCase.Training(Subjects.Named(name), ScalarType.Float32);
        var result = Answers.Result(asked);
        var experiment = asked.Create(KernelMode.Automatic);
        double loss = 0;
        var step = 0;
        ProductRun.Steps(experiment, asked.Steps, (stepLoss, _) =>
        {
            loss = Math.Max(loss, Math.Abs(stepLoss - result.Losses[step]));
            step++;
        });
        Within("loss, Float32", loss, bound, name);
        return experiment;
    }

    /// <summary>Fused in float32, at the declared rates: the loss at every step. Bounded by PyTorch's own distance from float64 where that is larger.</summary>
    protected void CheckDeclaredLoss(string name, double bound)
    {
        var asked = ReferenceCase.Declared(Subjects.Named(name), ScalarType.Float32);
        var narrow = Answers.Result(asked).Losses;
        var wide = Answers.Result(asked with { ElementType = ScalarType.Float64 }).Losses;
        var own = narrow.Zip(wide, (left, right) => Math.Abs(left - right)).Max();
        Report("PyTorch's own loss, Float32 to Float64", own, bound, name);
        using var experiment = asked.Create(KernelMode.Automatic);
        double loss = 0;
        var step = 0;
        ProductRun.Steps(experiment, asked.Steps, (stepLoss, _) =>
        {
            loss = Math.Max(loss, Math.Abs(stepLoss - narrow[step]));
            step++;
        });
        Within("loss at declared rates, Float32", loss, Math.Max(bound, 2 * own), name);
    }

    /// <summary>After the steps: running statistics, logits of the test split in evaluation mode, its loss and its accuracy.</summary>
    private protected void CheckEvaluation(ReferenceCase asked, Experiment experiment, double bound, string precision)
    {
        if (experiment.Layout.Buffers.Length > 0)
            Within($"running statistics, {precision}", Deviation.Relative(ProductRun.Buffers(experiment), Answers.Read(asked, "buffers.bin")), bound, asked.Type.Name);
        Within($"logits, {precision}", Deviation.Relative(ProductRun.Logits(experiment), Answers.Read(asked, "logits.bin")), bound, asked.Type.Name);
        var evaluation = Answers.Result(asked).Evaluation!;
        var own = experiment.Evaluate();
        Within($"test loss, {precision}", Math.Abs(own.Loss - evaluation.Loss), bound, asked.Type.Name);
        Assert.Equal(evaluation.Accuracy, own.Accuracy, 12);
    }
}
