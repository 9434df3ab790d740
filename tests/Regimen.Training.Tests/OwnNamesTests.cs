using static Regimen.Layers;

namespace Regimen.Training.Tests;

/// <summary>A user's members that have the names of what the generated part inherits.</summary>
public sealed class OwnNamesTests
{
    [Fact]
    public void Members_of_the_users_change_nothing_of_the_program()
    {
        using var own = new OwnNames { Seed = 7 };
        using var plain = new PlainNames { Seed = 7 };
        using var other = new OwnNames { Seed = 8 };
        own.Train();
        plain.Train();
        other.Train();
        Assert.Equal(Weights.Of(plain), Weights.Of(own));
        Assert.NotEqual(Weights.Of(other), Weights.Of(own));
    }

    [Fact]
    public void A_setting_out_of_range_is_still_refused()
    {
        using var own = new OwnNames { Momentum = 2 };
        Assert.Contains("Momentum is 2", Assert.Throws<InvalidOperationException>(() => own.Train()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_compiler_kept_the_source_in_memory_no_file_is_named()
    {
        using var own = new OwnNames();
        Assert.Empty(own.GeneratedFiles);
    }
}

/// <summary>Dropout and mixup draw by the seed, whatever <c>Key</c> is.</summary>
[Experiment, Data<TinyImages>(BatchSize = 16), Epochs(1), Sgd(LearningRate = 0.05), Mixup]
public partial class OwnNames
{
    private new const int Key = 5;

    private static new readonly int[] Data = [Key];

    /// <summary>Reads what it hides.</summary>
    public static int Used => Data.Length + EvaluateTest() + PathOfCaller("").Length + Existing("") + (Require(true, "", 0, "") ? 1 : 0);

    private static Layer Network() => PlainNames.Layers();

    private static new int EvaluateTest() => 0;

    private static new string PathOfCaller(string path) => path;

    private static int Existing(params string[] paths) => paths.Length;

    private static new bool Require(bool holds, string name, double value, string range) => holds && name == range && value == 0;
}

/// <summary>The same without such members.</summary>
[Experiment, Data<TinyImages>(BatchSize = 16), Epochs(1), Sgd(LearningRate = 0.05), Mixup]
public partial class PlainNames
{
    /// <summary>The network of both.</summary>
    public static Layer Layers() => Sequential(Flatten(), Linear(13), Dropout(0.5), ReLU(), Linear(4));

    private static Layer Network() => Layers();
}
