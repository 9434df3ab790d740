using Regimen.Compiler.Model;

namespace Regimen.Generators.Tests.Attributes;

/// <summary>No argument is taken and then ignored.</summary>
public sealed class ArgumentTests
{
    /// <summary>What else must be declared for an argument to mean something.</summary>
    private static readonly Dictionary<string, (string Name, object Value)> Companions = new()
    {
        ["Warmup.Factor"] = ("Mode", "Constant"),
        ["Warmup.UntilTrainError"] = ("Mode", "Constant"),
        ["Normalize.Mean"] = ("Std", "0.25"),
        ["Normalize.Std"] = ("Mean", "0.25"),
    };

    public static TheoryData<string, string> Arguments
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, type) in CatalogueTests.Attributes)
            {
                foreach (var (argument, _) in Declarations.All(Declarations.Bare(type) ?? new EpochsAttribute(1)))
                    data.Add(name, argument);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Another_value_changes_the_program(string name, string argument)
    {
        var value = Declarations.All(Declarations.Bare(CatalogueTests.Attributes[name]) ?? new EpochsAttribute(1)).Single(pair => pair.Name == argument).Value;
        List<(string Name, object Value)> with = Companions.TryGetValue($"{name}.{argument}", out var companion) ? [companion] : [];
        var before = Compile([.. with, (argument, value)]);
        var after = Compile([.. with, (argument, Other(value))]);
        Assert.NotEqual(before, after);

        string Compile((string Name, object Value)[] arguments)
        {
            var attribute = new AttributeSpec(name, Declarations.Arguments(arguments));
            return name == "WeightDecay" ? Declarations.Compile(attribute) : Declarations.Compile(attribute, new AttributeSpec("WeightDecay", []));
        }
    }

    [Fact]
    public void No_steps_of_warm_up_beside_a_number_of_epochs_say_nothing() => Assert.Equal(
        Declarations.Compile(new AttributeSpec("Warmup", Declarations.Arguments(("Epochs", 2.0)))),
        Declarations.Compile(new AttributeSpec("Warmup", Declarations.Arguments(("Epochs", 2.0), ("Steps", 0)))));

    private static object Other(object value) => value switch
    {
        bool flag => !flag,
        int number => number + 1,
        double number => number + 0.03125,
        "Gradual" => "Constant",
        string => "0.5",
        _ => throw new NotSupportedException($"Which value differs from a {value.GetType().Name}?"),
    };
}
