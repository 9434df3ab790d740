using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Analyzers.TorchSharp.Modules;

/// <summary>A tensor that an expression makes: what made it and of what, and how many read it.</summary>
internal sealed class FlowValue(IReadOnlyList<LayerStep> steps, FlowValue? input, IInvocationOperation? call)
{
    /// <summary>The layers that made it; empty where something else did.</summary>
    public IReadOnlyList<LayerStep> Steps => steps;

    /// <summary>What the layers read.</summary>
    public FlowValue? Input => input;

    /// <summary>The call of the layers.</summary>
    public IInvocationOperation? Call => call;

    /// <summary>How many read it.</summary>
    public int Uses { get; set; }
}
