using Regimen.Generators.Tests.Infrastructure;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Regimen.Generators.Tests.Incremental;

/// <summary>What typing in an editor makes the generator do: nothing, where it can.</summary>
public sealed class EditTests
{
    private const string Experiment = """
        using Regimen;
        using static Regimen.Layers;

        /// <summary>A small network.</summary>
        [Experiment(Seed = 1)]
        [Data<Digits>(BatchSize = 32), Epochs(2)]
        [Sgd(LearningRate = 0.1), Warmup, CosineDecay]
        public partial class Net
        {
            private static Layer Network() => Sequential(Flatten(), Linear(Sizes.Hidden), ReLU(), Linear(10));
        }

        internal sealed class Beside
        {
            public int Value => 1;
        }
        """;

    private const string Sizes = """
        internal static class Sizes
        {
            public const int Hidden = 16;

            public const int Other = 3;
        }
        """;

    private static readonly string[] AllFiles = ["Net.Kernels.g.cs", "Net.Network.g.cs", "Net.Twin.g.cs", "Net.g.cs"];

    private readonly EditSession session = new(Experiment, Sizes);

    [Fact]
    public void The_first_run_is_new() => session.Ran([New], [New], [New]);

    [Fact]
    public void A_comment_above_the_class_changes_nothing() =>
        session.Replace("/// <summary>A small network.</summary>", "// TODO-list of a person\n/// <summary>A small network of mine.</summary>").DidNothing();

    [Fact]
    public void An_unrelated_type_in_the_file_changes_nothing() => session.Replace("Value => 1", "Value => 1 + 1").DidNothing();

    [Fact]
    public void Another_file_changes_nothing() => session.Replace("Other = 3", "Other = 4").DidNothing();

    [Fact]
    public void A_new_file_changes_nothing() => session.Add("internal sealed class Added;").DidNothing();

    [Fact]
    public void Another_layout_of_the_same_network_changes_nothing() =>
        session.Replace("Sequential(Flatten(), Linear(Sizes.Hidden), ReLU(), Linear(10))", "Sequential(\n    Flatten(), Linear(4 * 4), // hidden\n    ReLU(), Linear(features: 10))").DidNothing();

    [Fact]
    public void Another_member_of_the_class_changes_nothing() =>
        session.Replace("private static Layer Network", "private int Mine => 1;\n\n    private static Layer Network").DidNothing();

    [Fact]
    public void A_rate_changes_the_text_of_the_program_alone()
    {
        session.Replace("LearningRate = 0.1", "LearningRate = 0.05").Ran([Modified], [Modified], [Modified]);
        Assert.Equal(["Net.g.cs"], session.Changed);
        Assert.Contains("LearningRate { get; set; } = 0.05;", session.Texts["Net.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Seed = 1", "Seed = 2")]
    [InlineData("Epochs(2)", "Epochs(3)")]
    [InlineData("Warmup", "Warmup(Epochs = 0.5)")]
    [InlineData("CosineDecay", "CosineDecay(Floor = 0.01)")]
    [InlineData(", CosineDecay", "")]
    [InlineData("BatchSize = 32", "BatchSize = 64")]
    public void What_only_the_loop_reads_changes_the_program_alone(string old, string replacement)
    {
        session.Replace(old, replacement).Ran([Modified], [Modified], [Modified]);
        Assert.Equal(["Net.g.cs"], session.Changed);
    }

    [Fact]
    public void A_default_written_out_changes_no_text()
    {
        session.Replace("Warmup, ", "Warmup(Mode = WarmupMode.Gradual), ").Ran([Modified], [Unchanged], [Cached]);
        Assert.Empty(session.Changed);
    }

    [Fact]
    public void Another_network_changes_what_it_is_compiled_to()
    {
        session.Replace("Linear(Sizes.Hidden), ReLU()", "Linear(Sizes.Hidden), BatchNorm(), ReLU()").Ran([Modified], [Modified], [Modified]);
        Assert.Equal(AllFiles, session.Changed);
    }

    [Fact]
    public void A_constant_in_another_file_that_the_network_reads_is_followed()
    {
        session.Replace("Hidden = 16", "Hidden = 24").Ran([Modified], [Modified], [Modified]);
        Assert.Contains("Net.Network.g.cs", session.Changed);
        Assert.Contains("[24, 144]", session.Texts["Net.Network.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_shape_of_the_data_in_another_file_is_followed()
    {
        session.Replace("Channels = 1,", "Channels = 3,").Ran([Modified], [Modified], [Modified]);
        Assert.Contains("[16, 432]", session.Texts["Net.Network.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_takes_the_files_away_and_its_correction_brings_them_back()
    {
        var first = session.Texts;
        session.Replace(", Linear(10)", ", Linear(").Replace(", Linear();", ", Linear(10));");
        Assert.Equal(first, session.Texts);

        session.Replace("public partial class", "public class").Ran([Removed], [Removed], [Removed]);
        Assert.Empty(session.Texts);
        session.Replace("public class", "public partial class").Ran([New], [New], [New]);
        Assert.Equal(first, session.Texts);

        session.Replace("Linear(10)", "Linear(11)").Ran([Modified], [Modified], [Modified]);
        Assert.Empty(session.Texts);
        session.Replace("Linear(11)", "Linear(10)");
        Assert.Equal(first, session.Texts);
    }

    [Fact]
    public void One_experiment_does_not_disturb_another()
    {
        session.Add(Projects.Net("public partial class Second", attributes: "Mixup(0.3)")).Ran([Cached, New], [Cached, New], [Cached, New]);
        session.Replace("Mixup(0.3)", "Mixup(0.4)").Ran([Cached, Modified], [Cached, Modified], [Cached, Modified]);
        Assert.Equal(["Second.g.cs"], session.Changed);
        session.Replace("LearningRate = 0.1", "LearningRate = 0.2").Ran([Modified, Cached], [Modified, Cached], [Modified, Cached]);
        Assert.Equal(["Net.g.cs"], session.Changed);
    }
}
