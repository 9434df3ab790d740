using System.Globalization;
using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>Base of tests against PyTorch: the answers, and a line of output per deviation measured.</summary>
[Collection(ParityCollection.Name)]
public abstract class ParityTest(ReferenceAnswers answers, ITestOutputHelper output)
{
    /// <summary>PyTorch's answers.</summary>
    protected ReferenceAnswers Answers { get; } = answers;

    /// <summary>Reports a deviation and fails if it is above its bound.</summary>
    /// <param name="quantity">What was measured.</param>
    /// <param name="deviation">How far apart.</param>
    /// <param name="bound">How far they may be.</param>
    /// <param name="where">The parameter or step that is worst.</param>
    protected void Within(string quantity, double deviation, double bound, string where = "") =>
        Assert.True(deviation <= bound, Report(quantity, deviation, bound, where));

    /// <summary>Reports a deviation without judging it.</summary>
    /// <inheritdoc cref="Within" path="/param"/>
    /// <returns>The line reported.</returns>
    protected string Report(string quantity, double deviation, double bound, string where)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"deviation | {GetType().Name} | {quantity} | {deviation:E2} | {bound:E0} | {where}");
        output.WriteLine(line);
        return line;
    }
}
