using System.Collections.Immutable;

namespace Regimen.Compiler.Graph;

/// <summary>The network as operations in the order of computation, with static shapes.</summary>
internal sealed record NetworkGraph(Value Input, ImmutableArray<Operation> Operations, Value Output)
{
    /// <summary>All parameters, in network order.</summary>
    public IEnumerable<Parameter> Parameters => Operations.SelectMany(operation => operation.Parameters);

    /// <summary>All running statistics, in network order.</summary>
    public IEnumerable<Statistic> Statistics => Operations.SelectMany(operation => operation.Statistics);
}
