using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Regimen.Analyzers.Tests.TorchSharp;

/// <summary>The declarations of TorchSharp that the other tests compile against.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void Surface_compiles() =>
        Assert.Empty(TorchSharpReference.Surface().GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    [Fact]
    public void Reference_is_the_assembly_TorchSharp()
    {
        var compilation = TorchSharpReference.Compile();
        Assert.Equal("TorchSharp", ((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(TorchSharpReference.Instance)!).Name);
    }

    [Theory]
    [InlineData("TorchSharp.torch")]
    [InlineData("TorchSharp.torch+Tensor")]
    [InlineData("TorchSharp.torch+Device")]
    [InlineData("TorchSharp.torch+nn")]
    [InlineData("TorchSharp.torch+nn+functional")]
    [InlineData("TorchSharp.torch+nn+init")]
    [InlineData("TorchSharp.torch+nn+utils")]
    [InlineData("TorchSharp.torch+nn+Module")]
    [InlineData("TorchSharp.torch+nn+Module`2")]
    [InlineData("TorchSharp.torch+nn+Module`3")]
    [InlineData("TorchSharp.torch+optim+Optimizer")]
    [InlineData("TorchSharp.torch+optim+lr_scheduler+LRScheduler")]
    [InlineData("TorchSharp.torch+utils+data+Dataset")]
    [InlineData("TorchSharp.torch+cuda")]
    [InlineData("TorchSharp.torch+random")]
    [InlineData("TorchSharp.DisposeScope")]
    [InlineData("TorchSharp.Modules.DataLoader")]
    [InlineData("TorchSharp.Modules.Parameter")]
    [InlineData("TorchSharp.Modules.Sequential")]
    [InlineData("TorchSharp.Modules.Dropout")]
    [InlineData("TorchSharp.Modules.AdamW+ParamGroup")]
    [InlineData("TorchSharp.Modules.SGD+ParamGroup")]
    [InlineData("TorchSharp.Modules.CrossEntropyLoss")]
    public void Type_is_declared(string name) => Assert.NotNull(TorchSharpReference.Compile().GetTypeByMetadataName(name));

    [Fact]
    public void A_program_compiles() => Assert.Empty(TorchSharpReference.Compile("""
        using System;
        using TorchSharp;
        using static TorchSharp.torch;

        var model = nn.Sequential(("lin1", nn.Linear(4, 8)), ("relu1", nn.ReLU()), ("lin2", nn.Linear(8, 3)));
        var optimizer = optim.Adam(model.parameters(), lr: 1e-3);
        for (var i = 0; i < 10; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(model.forward(rand(16, 4)), randint(3, new long[] { 16 }));
            loss.backward();
            optimizer.step();
            Console.WriteLine(loss.item<float>());
        }
        """).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
}
