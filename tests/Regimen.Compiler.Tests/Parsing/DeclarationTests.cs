using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Model;
using Regimen.Compiler.Parsing;
using Regimen.Testing;

namespace Regimen.Compiler.Tests.Parsing;

/// <summary>Attributes and the class itself.</summary>
public sealed class DeclarationTests
{
    private const string Network = "static Layer Network() => Linear(10);";

    [Fact]
    public void Attributes_carry_only_what_is_written()
    {
        var spec = Valid("""Data<Digits>(BatchSize = 64), Epochs(20), Sgd(LearningRate = 1, Nesterov = true), Warmup(Mode = WarmupMode.Constant), Mixup, LabelSmoothing(0.2), Normalize(Mean = new[] { 0.25 }, Std = new[] { 5e-1 }), WeightDecay(IncludeBias = true), Shuffle(enabled: false)""");
        Assert.Equal(
            [
                "Data(BatchSize: 64)", "Epochs(count: 20)", "Experiment()", "LabelSmoothing(epsilon: 0.2)", "Mixup()", "Normalize(Mean: 0.25, Std: 0.5)",
                "Sgd(LearningRate: 1, Nesterov: true)", "Shuffle(enabled: false)", "Warmup(Mode: Constant)", "WeightDecay(IncludeBias: true)",
            ],
            spec.Attributes.Select(attribute => attribute.Name + "(" + string.Join(", ", attribute.Arguments) + ")"));
        Assert.IsType<double>(spec.Attributes.Single(attribute => attribute.Name == "Sgd").Arguments[0].Value);
        Assert.Equal(new DataSpec("global::Digits", 1, 28, 28, 10), spec.Data);
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var odd = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
            odd.NumberFormat.NegativeSign = "\u2212";
            CultureInfo.CurrentCulture = odd;
            var spec = Valid("Data<Digits>, Epochs(20), Sgd, Normalize(Mean = new[] { -0.25 })", "static Layer Network() => Net.Make(-0.5); static Layer Make(double x) => LeakyReLU(x);");
            Assert.Equal("-0.25", spec.Attributes.Single(attribute => attribute.Name == "Normalize").Arguments[0].Value);
            Assert.Equal("LeakyReLU(slope: -0.5)", spec.Network.ToString());
            Assert.Equal("Make(-0.5)", spec.Network.Label);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Attributes_and_members_may_be_split_over_files()
    {
        string[] parts =
        [
            "using Regimen; [Experiment, Data<Digits>] partial class Net { static Layer Network() => Block(10); }",
            "using Regimen; [Epochs(3), Sgd] partial class Net { static Layer Block(int n) => Layers.Linear(n); }",
            TestCompilation.Data,
        ];
        var one = TestCompilation.Of(parts).Parse();
        Assert.Empty(one.Findings);
        Assert.Equal(one.Spec, TestCompilation.Of([parts[1], parts[2], parts[0]]).Parse().Spec);
    }

    [Fact]
    public void Same_name_in_two_namespaces_keywords_and_a_namespace_called_System()
    {
        const string body = "{ static Regimen.Layer Network() => Regimen.Layers.Linear(10); }";
        const string attributes = "[Regimen.Experiment, Regimen.Data<Digits>, Regimen.Epochs(1), Regimen.Sgd]";
        var compilation = TestCompilation.Of(
            TestCompilation.Data,
            $"namespace A.@class {{ {attributes} public partial class Net {body} }}",
            $"namespace B {{ {attributes} internal partial class Net {body} {attributes} partial class @new {body} {attributes} partial class @record {body} }}",
            $"namespace Own.System {{ partial struct Outer {{ protected partial interface Dummy {{ }} partial record Inner {{ {attributes} private protected partial class Net {body} }} }} }}");
        Assert.Equal(new TypeSpec("A.@class", "Net", Texts(), "public", "A.class.Net"), compilation.Parse("A.class.Net").Spec?.Type);
        Assert.Equal(new TypeSpec("B", "Net", Texts(), "internal", "B.Net"), compilation.Parse("B.Net").Spec?.Type);
        Assert.Equal(new TypeSpec("B", "@new", Texts(), "internal", "B.new"), compilation.Parse("B.new").Spec?.Type);
        Assert.Equal(new TypeSpec("B", "@record", Texts(), "internal", "B.record"), compilation.Parse("B.record").Spec?.Type);
        Assert.Equal(
            new TypeSpec("Own.System", "Net", Texts("partial struct Outer", "partial record Inner"), "private protected", "Own.System.Outer.Inner.Net"),
            compilation.Parse("Own.System.Outer+Inner+Net").Spec?.Type);
    }

    [Fact]
    public void Names_that_differ_by_case_alone_get_files_that_do_not()
    {
        const string attributes = "[Regimen.Experiment, Regimen.Data<Digits>, Regimen.Epochs(1), Regimen.Sgd]";
        const string body = "{ static Regimen.Layer Network() => Regimen.Layers.Linear(10); }";
        var compilation = TestCompilation.Of(TestCompilation.Data, $"{attributes} partial class Net {body} {attributes} partial class NET {body}");
        string[] names = [compilation.Parse("Net").Spec!.Type.HintName, compilation.Parse("NET").Spec!.Type.HintName];
        Assert.Equal(2, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void The_generated_part_is_accepted_beside_the_users()
    {
        var compilation = TestCompilation.Of(
            TestCompilation.Experiment(Network),
            "namespace Regimen { public abstract class Experiment { } } public partial class Net : global::Regimen.Experiment { }");
        Assert.Empty(compilation.Parse().Findings);
    }

    [Fact]
    public void Equal_sources_give_equal_specs_without_any_symbol_or_position()
    {
        var (a, b) = (Valid("Data<Digits>, Epochs(2), Sgd"), Valid("Data<Digits>, Epochs(2), Sgd", "\n\n// moved\n" + Network));
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        AssertPlain(typeof(ExperimentSpec), []);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[Experiment] partial class Net")]
    [InlineData("[Experiment] partial class Net {")]
    [InlineData("[Experiment, Data<>, Epochs(, Sgd(LearningRate = )] partial class Net { static Layer Network( => ; }")]
    [InlineData("[Experiment, Data<Missing>, Epochs(1), Sgd] partial class Net { static Layer Network() => Sequential(Lin }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() => }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() { for (;; } }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() { return Sequential(Linear(1), ; } }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() => Linear(features: ); }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() => Linear(1, 2, 3); }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() => Linear(x switch { }); }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() { var x = x + 1; foreach (var in ) ; switch (x) { case } } }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() => Network; }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() { int Local() => Local; return Linear(Local()); } }")]
    [InlineData("[Experiment, Data<Digits>, Data<Digits>, Epochs(1), Epochs(2), Sgd] partial class Net { static Layer Network() => Linear(1); static Layer Network() => Linear(2); }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(\"1\"), Sgd(Momentum = null), Normalize(Mean = null), Warmup(Mode = (WarmupMode)9)] partial class Net { static Layer Network() => Linear(1); }")]
    [InlineData("[Experiment, Data<Net>, Epochs(1), Sgd] partial class Net : Net { static Layer Network() => this.Network(); Layer X { get; } = X; }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() { goto a; a: return default; } }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() => Linear([1, .. 2][^1..]); }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() { unsafe { int* p = null; return Linear(*p); } } }")]
    [InlineData("[Experiment, Data<Digits>, Epochs(1), Sgd] partial class Net { static Layer Network() { dynamic d = 1; return Linear(d); } }")]
    public void Half_typed_code_never_throws_and_a_missing_spec_is_explained(string source)
    {
        for (var length = source.Length; length >= 0; length -= 3)
        {
            var compilation = TestCompilation.Of(
                "using Regimen; using static Regimen.Layers;\n" + source[..length], TestCompilation.Data);
            if (compilation.GetTypeByMetadataName("Net") is null)
                continue;
            var result = compilation.Parse();
            Assert.Equal(result.Spec is null, result.Findings.Any(finding => finding.Rule.DefaultSeverity == DiagnosticSeverity.Error));
            foreach (var finding in result.Findings)
                Assert.DoesNotContain("{0}", finding.ToDiagnostic().GetMessage(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cancelling_stops_the_evaluation()
    {
        var compilation = TestCompilation.Of(TestCompilation.Experiment(Network));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ExperimentParser.Parse(compilation.GetTypeByMetadataName("Net")!, compilation, source.Token));
    }

    private static EquatableArray<string> Texts(params string[] texts) => texts.ToEquatableArray();

    private static ExperimentSpec Valid(string attributes, string body = Network)
    {
        var result = TestCompilation.Of(TestCompilation.Experiment(body, attributes)).Parse();
        Assert.Equal("", string.Join("; ", result.Findings.Select(finding => finding.ToDiagnostic().ToString())));
        return result.Spec!;
    }

    private static void AssertPlain(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return;
        Assert.False(type.FullName!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || typeof(Delegate).IsAssignableFrom(type), $"The model holds a {type}.");
        if (type.Assembly != typeof(ExperimentSpec).Assembly && !type.IsGenericType)
            return;
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            AssertPlain(field.FieldType, seen);
        foreach (var argument in type.GenericTypeArguments)
            AssertPlain(argument, seen);
    }
}
