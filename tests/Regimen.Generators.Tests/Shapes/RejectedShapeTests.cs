using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Shapes;

/// <summary>Declarations from which nothing can be generated: no file, no exception. The analyzer explains each.</summary>
public sealed class RejectedShapeTests
{
    private const string Body = "{ private static Layer Network() => Sequential(Flatten(), Linear(10)); }";
    private const string Attributes = "[Experiment, Data<Digits>, Epochs(2), Sgd]\n";

    [Theory]
    [InlineData("public class Net" + Body)]
    [InlineData("public partial class Net<T>" + Body)]
    [InlineData("public static partial class Net" + Body)]
    [InlineData("public abstract partial class Net" + Body)]
    [InlineData("file partial class Net" + Body)]
    [InlineData("public partial record Net" + Body)]
    [InlineData("public partial record class Net" + Body)]
    [InlineData("public partial record struct Net" + Body)]
    [InlineData("public partial struct Net" + Body)]
    [InlineData("public partial interface INet" + Body)]
    [InlineData("public enum Net { None }")]
    [InlineData("public delegate void Net();")]
    [InlineData("public partial class Net : System.Collections.ArrayList" + Body)]
    [InlineData("public partial class Net;")]
    [InlineData("public partial class Net { public const int BatchSize = 64; private static Layer Network() => Sequential(Flatten(), Linear(10)); }")]
    [InlineData("public partial class Net { public double LearningRate => 1; private static Layer Network() => Sequential(Flatten(), Linear(10)); }")]
    [InlineData("public partial class LearningRate" + Body)]
    [InlineData("public partial class Net { private Layer Network(int x) => ReLU(); }")]
    [InlineData("public partial class Net { private static int Network() => 1; }")]
    [InlineData("public partial class Net { private static Layer Network() => null!; }")]
    [InlineData("public partial class Net { private static Layer Network() => Network(); }")]
    [InlineData("public partial class Net { private static Layer Network() => Linear(Random.Shared.Next()); }")]
    [InlineData("public partial class Net { private static Layer Network() => Sequential(Flatten(), Linear(9)); }")]
    [InlineData("public partial class Net { private static Layer Network() => Sequential(Linear(10)); }")]
    [InlineData("public partial class Net { private static Layer Network() => Sequential(Conv2d(4, 99), Flatten(), Linear(10)); }")]
    public void Kinds_and_networks(string declaration) => GivesNothing(Attributes + declaration);

    [Theory]
    [InlineData("public class Outer { ", " }")]
    [InlineData("public partial class Outer<T> { ", " }")]
    [InlineData("file partial class Outer { ", " }")]
    public void Containers(string before, string after) => GivesNothing(before + Attributes + "internal partial class Net" + Body + after);

    [Theory]
    [InlineData("[Experiment]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(2)]")]
    [InlineData("[Experiment, Data<Digits>, Sgd]")]
    [InlineData("[Experiment, Epochs(2), Sgd]")]
    [InlineData("[Experiment, Data<Missing>, Epochs(2), Sgd]")]
    [InlineData("[Experiment, Data<Unmarked>, Epochs(2), Sgd]")]
    [InlineData("[Experiment, Data<Digits>(BatchSize = 0), Epochs(2), Sgd]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(0), Sgd]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(2), Sgd(LearningRate = double.NaN)]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(2), Sgd, Warmup(Mode = (WarmupMode)7)]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(2), Sgd, Normalize(Mean = new[] { 0.1, 0.2 }, Std = new[] { 1.0 })]")]
    [InlineData("[Experiment, Experiment, Data<Digits>, Data<Digits>, Epochs(2), Epochs(3), Sgd, Sgd(Momentum = 2)]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(2), Sgd, Sgd(Momentum = 0.5)]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(2), Sgd]\npublic partial class Net; [Experiment]")]
    [InlineData("[Experiment(")]
    public void Attributes_of(string attributes) => GivesNothing(attributes + "\npublic partial class Net" + Body + "\npublic sealed class Unmarked : IDataSource { public static ImageDataSet Open() => null!; }");

    [Theory]
    [InlineData("[Experiment, Data<Digits>, Epochs(), Sgd]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(\"two\"), Sgd]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(2), Sgd(LearningRate = )]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(2), Sgd(Rate = 2)]")]
    [InlineData("[Experiment, Data<Digits>, Epochs(2), Sgd, Warmup(Epochs = unknown)]")]
    public void While_an_argument_is_being_typed_the_program_stays(string attributes) => GeneratorRunner
        .RunAlone(Projects.Of(Projects.Data, "using Regimen;\nusing static Regimen.Layers;\n" + attributes + "\npublic partial class Net" + Body))
        .Has("Net");

    [Fact]
    public void A_project_that_does_not_allow_unsafe_code_gives_no_file() => Assert.Empty(GeneratorRunner.RunAlone(Projects.With(
        Projects.ParseOptions,
        Projects.Options.WithAllowUnsafe(false),
        Projects.Data,
        "using Regimen;\nusing static Regimen.Layers;\n" + Attributes + "public partial class Net" + Body)).Sources);

    [Fact]
    public void No_experiment_gives_no_file() => Assert.Empty(GeneratorRunner.Run("internal sealed class Plain;").Sources);

    [Fact]
    public void An_attribute_of_the_same_name_from_elsewhere_gives_no_file() => Assert.Empty(GeneratorRunner.Run("""
        namespace Lab;

        [AttributeUsage(AttributeTargets.All)]
        internal sealed class ExperimentAttribute : Attribute;

        [Experiment]
        internal sealed partial class Net;
        """).Sources);

    private static void GivesNothing(string source) =>
        Assert.Empty(GeneratorRunner.RunAlone(Projects.Of(Projects.Data, "using Regimen;\nusing static Regimen.Layers;\n" + source)).Sources);
}
