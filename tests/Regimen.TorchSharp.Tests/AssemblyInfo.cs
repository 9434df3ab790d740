using System.Runtime.CompilerServices;
using TorchSharpOnDebian12;

// Some tests look at the process as a whole: its memory, its libraries.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Regimen.TorchSharp.Tests;

internal static class Preparation
{
    [ModuleInitializer]
    internal static void Run() => WeakSymbolVersion.Apply(AppContext.BaseDirectory);
}
