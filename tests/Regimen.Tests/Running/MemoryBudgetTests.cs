using Regimen.Training;

namespace Regimen.Tests.Running;

public sealed class MemoryBudgetTests
{
    [Fact]
    public void What_fits_is_counted_and_what_does_not_is_refused_in_any_culture()
    {
        Assert.Equal(4_000, MemoryBudget.Demand(1_000, 4, "a test"));
        using var culture = new ForeignCulture();
        var message = Assert.Throws<InvalidOperationException>(() => MemoryBudget.Demand((Int128)long.MaxValue * 3, 8, "a test")).Message;
        Assert.StartsWith("Memory for a test would take 221,360,928,884.5 GB, but this process has ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_numbers_are_read_as_they_were_written_and_nothing_else()
    {
        using var culture = new ForeignCulture();
        var text = new NamedNumbers().Add("a", -1.5).Add("b", 1e-300).Add("c", 0.1 + 0.2).ToString();
        Assert.Equal("a=-1.5 b=1E-300 c=0.30000000000000004", text);
        Assert.Equal(0.1 + 0.2, NamedNumbers.Parse(text, out _)!["c"]);
        foreach (var wrong in new[] { "a", "a=", "=1", "a=0,05", "a=1,000", "a=NaN", "a=Infinity", "a=1e999", "a=1 a=2", "a=1  b=2", " a=1", "a=1 ", "a=0x10", "a=1=2", "a= 1" })
        {
            Assert.Null(NamedNumbers.Parse(wrong, out var problem));
            Assert.NotEmpty(problem);
        }
    }
}
