using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Regimen.Compiler.Diagnostics;
using Regimen.Compiler.Model;
using Regimen.Compiler.Parsing.Evaluation;

namespace Regimen.Compiler.Parsing;

/// <summary>The values for which a training program exists, per attribute and argument (REG0009). A new attribute adds its lines to the table.</summary>
internal static class ArgumentRanges
{
    private static readonly ImmutableArray<ArgumentRange> Table =
    [
        new("Data", "BatchSize", AtLeast(1)),
        new("Epochs", "Count", AtLeast(1)),
        new("Sgd", "LearningRate", Positive),
        new("Sgd", "Momentum", FromZeroBelowOne),
        new("WeightDecay", "Rate", AtLeast(0)),
        new("LabelSmoothing", "Epsilon", FromZeroBelowOne),
        new("Mixup", "Alpha", new("between 1e-300 and 1e300", value => value is >= 1e-300 and <= 1e300)),
        new("Warmup", "Epochs", AtLeast(0)),
        new("Warmup", "Steps", AtLeast(0)),
        new("Warmup", "Factor", new("above 0 and at most 1", value => value is > 0 and <= 1)),
        new("Warmup", "UntilTrainError", new("between 0 and 1", value => value is >= 0 and <= 1)),
        new("CosineDecay", "Floor", AtLeast(0)),
        new("LinearScaling", "ReferenceBatch", AtLeast(1)),
        new("Normalize", "Mean", new("a finite number", IsFinite), PerChannel: true),
        new("Normalize", "Std", Positive, PerChannel: true),
    ];

    private static readonly ImmutableArray<ArgumentRange> Image =
    [
        new("ImageData", "Channels", AtLeast(1)),
        new("ImageData", "Height", AtLeast(1)),
        new("ImageData", "Width", AtLeast(1)),
        new("ImageData", "TrainImages", AtLeast(0)),
        new("ImageData", "Classes", new("between 2 and 256", value => value is >= 2 and <= 256)),
    ];

    /// <summary>Pairs of arguments of which only one may be set.</summary>
    private static readonly ImmutableArray<(string Attribute, string First, string Second)> Exclusive = [("Warmup", "Epochs", "Steps")];

    private static Range Positive => new("a finite number above 0", value => value > 0 && IsFinite(value));

    private static Range FromZeroBelowOne => new("at least 0 and below 1", value => value is >= 0 and < 1);

    /// <summary>Reports the given arguments of an attribute that are out of their range, and returns the attribute without them.</summary>
    public static ParsedAttribute Check(ParsedAttribute attribute, DataSpec? data, ImmutableArray<Finding>.Builder findings)
    {
        var wrong = new List<string>();
        foreach (var range in Table)
        {
            if (range.Attribute != attribute.Spec.Name || Find(attribute.Spec, range.Argument) is not { } value)
                continue;
            var location = attribute.LocationOf(range.Argument);
            var before = findings.Count;
            if (range.PerChannel)
                CheckList(range, (string)value, data, location, findings);
            else
                CheckNumber(range, Number(value), location, findings);
            if (findings.Count > before)
                wrong.Add(range.Argument);
        }

        foreach (var (name, first, second) in Exclusive)
        {
            if (name != attribute.Spec.Name || attribute.Spec.Number(first, 0) == 0 || attribute.Spec.Number(second, 0) == 0)
                continue;
            findings.Add(new Finding(Rules.OutOfRange, attribute.LocationOf(second), [$"{name}.{second}", Find(attribute.Spec, second)!, $"left out where {name}.{first} is given"]));
            wrong.Add(second);
        }

        CheckEnums(attribute, findings, wrong);
        return wrong.Count == 0 ? attribute : attribute.Without(wrong);
    }

    /// <summary>Reports a shape of a data type that no network can take; at the data type where its source is known, else where it is named.</summary>
    public static void CheckImage(ParsedAttribute image, Location named, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var range in Image)
        {
            var location = image.LocationOf(range.Argument);
            CheckNumber(range, image.Spec.Number(range.Argument, 0), location == Location.None ? named : location, findings);
        }
    }

    private static void CheckNumber(ArgumentRange range, double value, Location location, ImmutableArray<Finding>.Builder findings)
    {
        if (!range.Range.Contains(value))
            findings.Add(new Finding(Rules.OutOfRange, location, [range.Name, ArgumentSpec.Literal(value), range.Range.Text]));
    }

    private static void CheckList(ArgumentRange range, string list, DataSpec? data, Location location, ImmutableArray<Finding>.Builder findings)
    {
        // Empty asks for the training split's own.
        if (list.Length == 0)
            return;
        var texts = list.Split(',');
        foreach (var text in texts)
        {
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !range.Range.Contains(value))
                findings.Add(new Finding(Rules.OutOfRange, location, [range.Name, text, range.Range.Text]));
        }

        if (data is not null && texts.Length != 1 && texts.Length != data.Channels)
        {
            var channels = data.Channels == 1 ? "one value" : $"one value, or {data.Channels.ToString(CultureInfo.InvariantCulture)}, one per channel";
            findings.Add(new Finding(Rules.OutOfRange, location, [range.Name, $"{texts.Length.ToString(CultureInfo.InvariantCulture)} values", channels]));
        }
    }

    // A cast can put any number into an enum; the compiler accepts it, no program exists for it.
    private static void CheckEnums(ParsedAttribute attribute, ImmutableArray<Finding>.Builder findings, List<string> wrong)
    {
        foreach (var pair in attribute.Data.NamedArguments)
        {
            if (pair.Value is { Kind: TypedConstantKind.Enum, Value: { } value, Type: { } type } && ValueText.EnumMember(value, type) is null)
            {
                var members = string.Join(" or ", type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => field.Name));
                findings.Add(new Finding(Rules.OutOfRange, attribute.LocationOf(pair.Key), [$"{attribute.Spec.Name}.{pair.Key}", ArgumentSpec.Literal(value), members]));
                wrong.Add(pair.Key);
            }
        }
    }

    private static Range AtLeast(double bound) =>
        new($"at least {ArgumentSpec.Literal(bound)}", value => value >= bound && IsFinite(value));

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static object? Find(AttributeSpec attribute, string argument) =>
        attribute.Arguments.FirstOrDefault(candidate => string.Equals(candidate.Name, argument, StringComparison.OrdinalIgnoreCase))?.Value;

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    /// <summary>A set of numbers, and how a message names it.</summary>
    private sealed record Range(string Text, Func<double, bool> Contains);

    /// <summary>A line of the table. With <paramref name="PerChannel"/> the argument is a list of one value or one per channel.</summary>
    private sealed record ArgumentRange(string Attribute, string Argument, Range Range, bool PerChannel = false)
    {
        public string Name => Attribute + "." + Argument;
    }
}
