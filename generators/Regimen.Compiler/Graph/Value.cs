namespace Regimen.Compiler.Graph;

/// <summary>A result in the network: the input, or what an operation makes.</summary>
internal sealed class Value(string name, Shape shape, Operation? producer)
{
    private readonly List<Operation> consumers = [];

    /// <summary>Unique, in camel case: <c>conv1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Per sample.</summary>
    public Shape Shape { get; } = shape;

    /// <summary>What makes it; none for the input.</summary>
    public Operation? Producer { get; } = producer;

    /// <summary>Whether a parameter lies before it, so that its gradient is of use.</summary>
    public bool IsTrained { get; } = producer is not null && (producer.Parameters.Count > 0 || producer.Inputs.Any(input => input.IsTrained));

    /// <summary>The operations that read it, in order; an operation that reads it twice stands twice.</summary>
    public IReadOnlyList<Operation> Consumers => consumers;

    internal void AddConsumer(Operation operation) => consumers.Add(operation);
}
