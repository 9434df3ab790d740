using System.Collections.Immutable;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Graph.Layers;

namespace Regimen.Compiler.Planning;

/// <summary>
/// Which operations are computed together. A chain is an optional batch normalisation, then element-wise operations, then an optional
/// max-pooling that tiles the image; a value inside a chain is read by nobody else, so it is never written to memory.
/// </summary>
internal static class Fusion
{
    /// <summary>All operations, in order, in groups.</summary>
    public static IEnumerable<(GroupKind Kind, ImmutableArray<Operation> Operations)> Group(NetworkGraph network)
    {
        var operations = network.Operations;
        for (var index = 0; index < operations.Length;)
        {
            var chain = Chain(operations, index);
            if (chain > 0)
            {
                yield return (GroupKind.Chain, ImmutableArray.Create(operations, index, chain));
                index += chain;
            }
            else
            {
                yield return (Kind(operations[index]), [operations[index]]);
                index++;
            }
        }
    }

    private static GroupKind Kind(Operation operation) => operation switch
    {
        ConvolutionOperation => GroupKind.Convolution,
        LinearOperation => GroupKind.Product,
        FlattenOperation => GroupKind.Flatten,
        _ => GroupKind.Operators,
    };

    /// <summary>Length of the chain that begins at <paramref name="start"/>; 0 if none does.</summary>
    private static int Chain(ImmutableArray<Operation> operations, int start)
    {
        var length = 0;
        for (var index = start; index < operations.Length; index++)
        {
            var operation = operations[index];
            if (length > 0 && !Continues(operations[index - 1], operation))
                break;
            switch (operation)
            {
                case BatchNormOperation when length == 0:
                case ElementwiseOperation:
                    length++;
                    continue;
                case MaxPoolOperation { TilesInput: true }:
                    return length + 1;
            }

            break;
        }

        return length;
    }

    /// <summary>Whether <paramref name="next"/> is the only reader of <paramref name="previous"/>, as its main input.</summary>
    private static bool Continues(Operation previous, Operation next) =>
        previous.Output.Consumers.Count == 1 && next.Input == previous.Output;
}
