using Regimen.Generators.Tests.Infrastructure;

namespace Regimen.Generators.Tests.Shapes;

/// <summary>One experiment in several files.</summary>
public sealed class PartTests
{
    private const string Usings = "using Regimen;\nusing static Regimen.Layers;\nnamespace My;\n";

    private const string Head = Usings + """
        /// <summary>Split.</summary>
        [Experiment(Seed = 3), Sgd(LearningRate = 0.2), CosineDecay, LabelSmoothing]
        public partial class Net;
        """;

    private const string Tail = Usings + """
        [Mixup(0.3), Epochs(2), Warmup, Data<Digits>]
        partial class Net
        {
            private static Layer Network() => Sequential(Flatten(), Hidden(8), Linear(10));
        }
        """;

    private const string More = Usings + """
        partial class Net
        {
            private static Layer Hidden(int features) => Sequential(Linear(features, bias: false), BatchNorm(), ReLU());
        }
        """;

    private const string Whole = Usings + """
        /// <summary>In one piece.</summary>
        [Experiment(Seed = 3), Data<Digits>, Epochs(2), Sgd(LearningRate = 0.2), Warmup, CosineDecay, LabelSmoothing, Mixup(0.3)]
        public partial class Net
        {
            private static Layer Network() => Sequential(Flatten(), Hidden(8), Linear(10));

            private static Layer Hidden(int features) => Sequential(Linear(features, bias: false), BatchNorm(), ReLU());
        }
        """;

    [Fact]
    public void Parts_in_any_order_give_what_the_whole_gives()
    {
        var expected = GeneratorRunner.Run(Whole).Has("My.Net").Texts;
        string[][] orders = [[Head, Tail, More], [More, Tail, Head], [Tail, Head, More]];
        Assert.All(orders, order => Assert.Equal(expected, GeneratorRunner.Run(order).Texts));
    }

    [Fact]
    public void A_part_may_name_the_base_class() =>
        GeneratorRunner.Run(Whole, Usings + "partial class Net : global::Regimen.Experiment;").Has("My.Net");

    [Fact]
    public void A_part_may_implement_interfaces() =>
        GeneratorRunner.Run(Whole, Usings + "partial class Net : ICloneable { object ICloneable.Clone() => this; }").Has("My.Net");
}
