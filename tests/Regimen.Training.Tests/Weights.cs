namespace Regimen.Training.Tests;

/// <summary>An experiment's state as a checkpoint holds it, for comparing bit for bit.</summary>
internal static class Weights
{
    public static byte[] Of(Experiment experiment)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            experiment.Save(path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
