using System.Collections.Immutable;
using Regimen.Compiler.Formulas;

namespace Regimen.Compiler.Graph;

/// <summary>Who owns a value's memory.</summary>
internal enum Home
{
    /// <summary>Declared state: lives as long as the run. A step reads its old value and may write its new one once.</summary>
    State,

    /// <summary>Handed in for a step: columns of the data, tables of draws, numbers of the run. Read only.</summary>
    Given,

    /// <summary>A place in an arena: nothing between steps.</summary>
    Arena,

    /// <summary>Memory of the library that returned it, freed after its last use.</summary>
    Library,
}

/// <summary>A value in memory: contiguous, the last axis fastest.</summary>
/// <param name="Key">Unique within a graph; what an <see cref="Input"/> of the same key reads.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Home">Who owns it.</param>
internal sealed record Storage(string Key, TensorType Type, Home Home)
{
    /// <summary>Elements from one position of an axis to the next.</summary>
    public long Stride(int axis)
    {
        long stride = 1;
        for (var inner = Type.Rank - 1; inner > axis; inner--)
            stride *= Type.Axes[inner].PerSample ? throw new IllegalFormulaException($"{this}: the batch must be the outermost axis.") : Type.Axes[inner].Count;
        return stride;
    }
}

/// <summary>What a step leaves behind: the new value of a state, or a result.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Value">What goes there.</param>
internal sealed record Assignment(Storage Target, Formula Value);

/// <summary>Everything that a step, or another program over the same state, does. Whatever no assignment needs is not done.</summary>
/// <param name="Storages">What its inputs read and its assignments write.</param>
/// <param name="Assignments">What it leaves behind. The old values are read everywhere, whatever their order.</param>
internal sealed record StepGraph(ImmutableArray<Storage> Storages, ImmutableArray<Assignment> Assignments);
