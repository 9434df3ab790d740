using Regimen.Torch;
using Regimen.Training.Tests.Logits;

namespace Regimen.Training.Tests;

/// <summary>
/// The loss of samples that the network is sure of is far below the rounding of their logits and of 1. Training (fused, and formula by formula,
/// in both element types) and evaluation are held against sums in which nothing cancels, computed in double from the same logits.
/// </summary>
public sealed class ConfidentLossTests
{
    /// <summary>The spacing of numbers at 1.</summary>
    private const double Single = 1.2e-7, Double = 2.3e-16;

    public static TheoryData<KernelMode, ScalarType> Modes => new()
    {
        { KernelMode.Automatic, ScalarType.Float32 },
        { KernelMode.Automatic, ScalarType.Float64 },
        { KernelMode.Operators, ScalarType.Float32 },
        { KernelMode.Operators, ScalarType.Float64 },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_loss_of_a_confident_sample_is_what_the_others_leave(KernelMode mode, ScalarType type)
    {
        using var run = new LogitRun(new PlainLogits(), mode, type);
        foreach (var (lead, loss) in ((float, double)[])[(17.784693f, 1.7e-7), (10.315285f, 2.98062e-4)])
        {
            var step = run.Step([lead, 0, 0, 0, 0, 0, 0, 0, 0, 0], new byte[BlackImages.Count]);
            Near(loss, step.Loss, 3e-6);
            Near(loss, step.Evaluation, 3e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Loss_and_gradient_are_right_to_the_last_digits_over_all_logits(KernelMode mode, ScalarType type)
    {
        var rounding = type == ScalarType.Float32 ? Single : Double;
        LogitRun[] runs = [.. ((Experiment[])[new PlainLogits(), new SmoothedLogits(), new MixedLogits(), new MixedSmoothedLogits()]).Select(made => new LogitRun(made, mode, type))];
        var random = new Random(17);
        double smallest = double.MaxValue, largest = 0;
        for (var trial = 0; trial < 100; trial++)
        {
            // From flat rows to rows with a lead of 75, beyond which powers leave float32's range, around offsets of up to 1e6.
            var spread = Math.Pow(10, (random.NextDouble() * 3) - 2);
            var offset = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(7));
            var logits = Enumerable.Range(0, 10).Select(_ => (float)(offset + (spread * (random.NextDouble() - 0.5)))).ToArray();
            if (random.Next(2) == 0)
                logits[random.Next(10)] = logits.Max() + (75 * random.NextSingle());

            // A confident sample alone, or two labels, so that mixtures are of both.
            var best = (byte)Array.IndexOf(logits, logits.Max());
            var second = random.Next(2) == 0 ? best : (byte)random.Next(10);
            var labels = Enumerable.Range(0, BlackImages.Count).Select(sample => sample % 2 == 0 ? best : second).ToArray();
            foreach (var run in runs)
            {
                var (loss, evaluation, gradient) = run.Step(logits, labels);
                var targets = run.Targets(labels);
                Near(targets.Average(target => CrossEntropy.Loss(logits, target)), loss, Tolerance(rounding, logits, best));
                Near(labels.Average(label => CrossEntropy.Loss(logits, CrossEntropy.Target(label, label, 1, 0))), evaluation, Tolerance(Double, logits, best));
                for (byte k = 0; k < 10; k++)
                {
                    // A mean over samples is as exact as the largest of them.
                    var parts = targets.Select(target => CrossEntropy.Gradient(logits, target, k)).ToArray();
                    Near(parts.Average(), gradient[k], Tolerance(rounding, logits, k) + (16 * rounding), parts.Max(Math.Abs));
                }

                (smallest, largest) = (Math.Min(smallest, loss), Math.Max(largest, loss));
            }
        }

        foreach (var run in runs)
            run.Dispose();
        Assert.True(smallest < 1e-20 && largest > 25, $"The losses reach from {smallest} to {largest} only.");
    }

    /// <summary>A few roundings, and that of the gap in exp(−gap), whose absolute error is the power's relative one.</summary>
    private static double Tolerance(double rounding, float[] logits, byte k)
    {
        double largest = logits.Max();
        var gap = largest > logits[k] ? largest - logits[k] : logits.Where((_, other) => other != k).Min(logit => largest - logit);
        return rounding * (16 + gap);
    }

    private static void Near(double expected, double actual, double tolerance, double scale = 0) => Assert.True(
        Math.Abs(actual - expected) <= tolerance * Math.Max(Math.Abs(expected), scale),
        FormattableString.Invariant($"{actual:R} is not {expected:R} within {tolerance}."));
}
