using Regimen.Numerics;
using Regimen.Torch;

namespace Regimen.Training;

/// <summary>Runs a program over a data set in order, every sample exactly once, whatever the batch size.</summary>
public static unsafe class Evaluator
{
    /// <summary>Mean cross-entropy and accuracy.</summary>
    public static EvaluationResult Run(TrainingProgram program, MiniBatch batch, LabeledImages images)
    {
        double loss = 0;
        var correct = 0;
        ForEachBatch(program, batch, images, (logits, classes, start, count) =>
        {
            for (var sample = 0; sample < count; sample++)
            {
                var row = logits + ((long)sample * classes);
                var best = 0;
                for (var index = 1; index < classes; index++)
                    best = row[index] > row[best] ? index : best;
                double others = 0;
                for (var index = 0; index < classes; index++)
                    others += index == best ? 0 : Math.Exp(row[index] - row[best]);
                int label = images.Labels[start + sample];
                loss += Softmax.LogOnePlus(others) + (row[best] - row[label]);
                correct += best == label ? 1 : 0;
            }
        });
        return new EvaluationResult(loss / images.Count, (double)correct / images.Count, images.Count);
    }

    /// <summary>Softmax of the logits.</summary>
    /// <returns>[N, K], row by row.</returns>
    public static float[] Probabilities(TrainingProgram program, MiniBatch batch, LabeledImages images, int classes)
    {
        var result = new float[(long)images.Count * classes];
        ForEachBatch(program, batch, images, (logits, _, start, count) =>
        {
            for (var sample = 0; sample < count; sample++)
            {
                var row = new ReadOnlySpan<double>(logits + ((long)sample * classes), classes);
                var target = result.AsSpan((start + sample) * classes, classes);
                double largest = row[0], sum = 0;
                foreach (var logit in row)
                    largest = Math.Max(largest, logit);
                foreach (var logit in row)
                    sum += Math.Exp(logit - largest);
                for (var index = 0; index < classes; index++)
                    target[index] = (float)(Math.Exp(row[index] - largest) / sum);
            }
        });
        return result;
    }

    private delegate void Visit(double* logits, int classes, int start, int count);

    private static void ForEachBatch(TrainingProgram program, MiniBatch batch, LabeledImages images, Visit visit)
    {
        var positions = new int[batch.Capacity];
        for (var start = 0; start < images.Count; start += batch.Capacity)
        {
            var count = Math.Min(batch.Capacity, images.Count - start);
            for (var index = 0; index < count; index++)
                positions[index] = start + index;
            batch.Take(images, positions.AsSpan(0, count));
            var logits = program.Infer(batch);
            var host = Aten.ToType(logits, ScalarType.Float64, Device.Cpu);
            visit((double*)host.Data, (int)host.Size(1), start, count);
            host.Free();
        }
    }
}
