using System.Runtime.InteropServices;

namespace Regimen.Training.Tests;

/// <summary>Checkpoints whose checksum is right and whose content can't be: refused with what is wrong, and nothing has changed.</summary>
public sealed class PlausibilityTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("regimen.position", "batch=2", "batch=6", "batch 6 lies beyond the 5 of an epoch (70 images in batches of 16)")]
    [InlineData("regimen.position", "step=7", "step=9000", "1 epochs of 5 steps and 2 batches are not 9000 steps")]
    [InlineData("regimen.position", "step=7", "step=9223372036854775807", "which counts nothing")]
    [InlineData("regimen.position", "step=7", "step=-7", "step is -7, which counts nothing")]
    [InlineData("regimen.position", "epoch=1", "epoch=1.5", "epoch is 1.5, which counts nothing")]
    [InlineData("regimen.position", "epoch=1", "epoch=0", "0 epochs of 5 steps and 2 batches are not 7 steps")]
    [InlineData("regimen.position", "epoch=1 ", "", "it has no 'epoch'")]
    [InlineData("regimen.position", "epoch=1", "epoch=1 epoch=1", "'epoch' stands there twice")]
    [InlineData("regimen.position", "epoch=1", "epoch=1 era=1", "'era' is unknown")]
    [InlineData("regimen.position", "lossSum=", "lossSum=NaN lossSum2=", "'lossSum=NaN' is no name with a finite number")]
    [InlineData("regimen.position", "lossSum=", "lossSum=1e999 lossSum2=", "'lossSum=1e999' is no name with a finite number")]
    [InlineData("regimen.position", "correctSum=", "correctSum=33 correctSum2=", "'correctSum2' is unknown")]
    [InlineData("regimen.position", "rate=", "rate=-", "is negative")]
    [InlineData("regimen.position", "epoch=1", "warmupEnd=8 epoch=1", "the warm-up ended at step 8, but 7 were taken")]
    [InlineData("regimen.units", "images=70", "images=700", "are not 7 steps")]
    [InlineData("regimen.units", "images=70", "images=7.5", "can't be")]
    [InlineData("regimen.units", "batchSize=16", "batchSize=0", "can't be")]
    [InlineData("regimen.units", "batchSize=16", "stackSize=16", "it must hold images and batchSize")]
    [InlineData("regimen.settings", "LearningRate=0.05", "LearningRate=0,05", "'LearningRate=0,05' is no name with a finite number, written with a point")]
    [InlineData("regimen.settings", "LearningRate=0.05", "LearningSate=0.05", "the experiment has no setting 'LearningSate'")]
    [InlineData("regimen.settings", " LearningRate=0.05", "", "it has no 'LearningRate'")]
    [InlineData("regimen.settings", "LearningRate=0.05", "LearningRate=-0.05", "LearningRate is -0.05, but must be positive")]
    [InlineData("regimen.settings", "LearningRate=0.05", "LearningRate=Infinity", "is no name with a finite number")]
    [InlineData("regimen.settings", "Epochs=4", "Epochs=4.5", "sets Epochs to 4.5, which it can't be")]
    [InlineData("regimen.settings", "Momentum=0.9", "Momentum=9", "Momentum is 9, but must be in [0, 1)")]
    [InlineData("regimen.format", "2", "3", "has format 3, and this version reads format 2")]
    public void A_text_that_can_not_be(string key, string right, string wrong, string message)
    {
        SaveAtStep7();
        Forgery.Rewrite(path, (name, value) =>
        {
            if (name == key)
                Assert.Contains(right, value, StringComparison.Ordinal);
            return name == key ? value.Replace(right, wrong, StringComparison.Ordinal) : value;
        });
        Refused(message);
    }

    [Fact]
    public void Too_many_right_answers()
    {
        SaveAtStep7();
        Forgery.Rewrite(path, (name, value) => name == "regimen.position" ? System.Text.RegularExpressions.Regex.Replace(value, "correctSum=[^ ]*", "correctSum=33") : value);
        Refused("33 right answers of 32 are impossible");
    }

    [Theory]
    [InlineData("0.weight", float.NaN, "'0.weight' holds NaN at element 1")]
    [InlineData("1.bias", float.PositiveInfinity, "'1.bias' holds ")]
    [InlineData("1.running_var", -1f, "'1.running_var' holds -1 at element 1")]
    [InlineData("optimizer.sgd.velocity.0.weight", float.NegativeInfinity, "'optimizer.sgd.velocity.0.weight' holds -")]
    public void A_number_that_no_network_can_go_on_with(string tensor, float number, string message)
    {
        SaveAtStep7();
        var changed = false;
        Forgery.Rewrite(path, tensor: (name, bytes) =>
        {
            if (name != tensor)
                return;
            changed = true;
            MemoryMarshal.Write(bytes.AsSpan(sizeof(float)), number);
        });
        Assert.True(changed);
        Refused(message);
    }

    [Theory]
    [InlineData("normalization.mean", double.NaN)]
    [InlineData("normalization.deviation", 0.0)]
    [InlineData("normalization.deviation", double.PositiveInfinity)]
    public void A_normalisation_that_is_none(string tensor, double number)
    {
        SaveAtStep7();
        Forgery.Rewrite(path, tensor: (name, bytes) =>
        {
            if (name == tensor)
                MemoryMarshal.Write(bytes, number);
        });
        Refused("pixels can't be normalised with it");
    }

    [Fact]
    public void A_file_without_a_checksum_is_refused_with_what_to_do()
    {
        SaveAtStep7();
        var writer = new SafeTensorsWriter();
        using (var reader = SafeTensors.Open(path))
        {
            foreach (var (key, value) in reader.Metadata.Where(entry => entry.Key != SafeTensors.ChecksumKey))
                writer.AddMetadata(key, value);
        }

        writer.Write(path);
        Refused("has no checksum: it is damaged, or was written or changed by another program or an older version. Use another checkpoint, or train anew.");
    }

    [Fact]
    public void A_foreign_file_is_refused_with_what_to_do()
    {
        new SafeTensorsWriter().Add("0.weight", "F32", [1], new byte[4]).Write(path);
        Refused("is not a checkpoint of Regimen");
    }

    [Fact]
    public void One_flipped_bit_anywhere_is_noticed()
    {
        SaveAtStep7();
        var whole = File.ReadAllBytes(path);
        var random = new Random(1);
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var damaged = whole.ToArray();
            damaged[random.Next(whole.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, damaged);
            Refused(path);
        }
    }

    private void SaveAtStep7()
    {
        using var experiment = new TinyNet { LogEvery = 1 };
        experiment.StepCompleted += progress =>
        {
            if (progress.Step == 7)
                experiment.Save(path);
        };
        experiment.Epochs = 2;
        experiment.Train();
        experiment.Epochs = 4;
        Forgery.Rewrite(path, (name, value) => name == "regimen.settings" ? value.Replace("Epochs=2", "Epochs=4", StringComparison.Ordinal) : value);
    }

    private void Refused(string message)
    {
        using var experiment = new TinyNet { LearningRate = 0.03, Seed = 9 };
        var before = Weights.Of(experiment);
        Assert.Contains(message, Assert.Throws<CheckpointException>(() => experiment.Load(path)).Message, StringComparison.Ordinal);
        Assert.Equal(before, Weights.Of(experiment));
    }
}
