namespace Regimen.Tests.Data;

/// <summary>A test on the real files: skipped, with the reason, on a machine without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FashionMnistFactAttribute : FactAttribute
{
    public const string Folder = "/usr/share/datasets/fashion-mnist";

    public FashionMnistFactAttribute()
    {
        if (!Directory.Exists(Folder))
            Skip = "Fashion-MNIST is not installed: sudo apt-get install -y dataset-fashion-mnist";
    }
}
