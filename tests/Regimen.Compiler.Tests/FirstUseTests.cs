namespace Regimen.Compiler.Tests;

/// <summary>What is compiled ahead is a valid experiment; nobody sees whether it fails there.</summary>
public sealed class FirstUseTests
{
    [Fact]
    public void Example_compiles() => Assert.Equal(3, ExperimentCompiler.Compile(FirstUse.Example()).Count);
}
