using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace FashionMnistSample;

/// <summary>Options that take a number, written with a point in every culture.</summary>
internal static class NumberOption
{
    /// <summary>An option that may be left out.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="range">What it takes, in words.</param>
    /// <param name="holds">What it takes.</param>
    public static Option<T?> Of<T>(string name, string description, string range, Func<T, bool> holds)
        where T : struct, INumber<T> => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            // No thousands: "0,05" is not 5.
            var text = result.Tokens is [var token] ? token.Value : "";
            if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && holds(value))
                return value;
            result.AddError($"{name} takes {range}, not '{text}'.");
            return null;
        },
    };
}
