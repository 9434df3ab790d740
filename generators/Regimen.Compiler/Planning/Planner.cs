using System.Collections.Immutable;
using Regimen.Compiler.Differentiation;
using Regimen.Compiler.Graph;
using Regimen.Compiler.Graph.Layers;

namespace Regimen.Compiler.Planning;

/// <summary>Decides what is fused, where everything lies and when it is released.</summary>
internal sealed class Planner
{
    private readonly TrainingGraph training;
    private readonly Dictionary<Value, Slot> values = [];
    private readonly Dictionary<Gradient, Slot> gradients = [];
    private readonly List<Slot> slots = [];

    private Planner(TrainingGraph training) => this.training = training;

    /// <summary>Plans the training of a network.</summary>
    /// <param name="training">The network and its derivative.</param>
    /// <param name="decays">Which roles decay.</param>
    public static Plan Plan(TrainingGraph training, Func<ParameterRole, bool> decays) => new Planner(training).Plan(decays);

    private Plan Plan(Func<ParameterRole, bool> decays)
    {
        var network = training.Network;
        var groups = Fusion.Group(network).Select((group, time) => new Group(group.Kind, group.Operations, time)).ToImmutableArray();
        var input = values[network.Input] = NewSlot("input", network.Input.Shape, false).Use(0);
        foreach (var group in groups)
            PlaceForward(group);

        var lossTime = groups.Length;
        var logits = values[network.Output].Use(lossTime);
        var logitsGradient = gradients[training.LossGradient] = NewSlot(training.LossGradient.Name, network.Output.Shape, false).Use(lossTime);
        foreach (var group in groups.Reverse())
        {
            group.BackwardTime = (2 * groups.Length) - group.Time;
            NoteBackwardUses(group);
        }

        foreach (var group in groups.Reverse())
            PlaceBackward(group);

        return new Plan(
            network,
            groups,
            [.. slots],
            input,
            logits,
            logitsGradient,
            PlaceParameters(network, decays),
            PlaceStatistics(network),
            Allocator.Allocate(slots));
    }

    private Slot NewSlot(string name, Shape shape, bool isOwned)
    {
        var slot = new Slot(name, shape, isOwned);
        slots.Add(slot);
        return slot;
    }

    private void PlaceForward(Group group)
    {
        group.Input = values[group.First.Input].Use(group.Time);
        foreach (var operation in group.Operations)
        {
            if (operation is AddOperation add)
                group.Sides.Add(new Side(add, values[add.Inputs[1]].Use(group.Time)));
            else if (operation is DropoutOperation dropout)
                group.Sides.Add(new Side(dropout, NewSlot(dropout.Name + "Mask", dropout.Output.Shape, false).Use(group.Time)));
        }

        var output = group.Last.Output;
        group.Output = values[output] = NewSlot(output.Name, output.Shape, group.Kind == GroupKind.Convolution);
        if (IsView(group))
            group.Output.Shares = group.Input;
        group.Output.Use(group.Time);
    }

    /// <summary>A flattening that need not move anything. libtorch's own results are copied: their views would outlive them.</summary>
    private static bool IsView(Group group) => group.First is FlattenOperation { IsView: true } && !group.Input.IsOwned;

    /// <summary>What the backward pass reads of the forward pass; must be known for all groups before any gradient may take a value's place.</summary>
    private void NoteBackwardUses(Group group)
    {
        if (training.BackwardOf(group.Last) is null)
            return;
        group.Input.Use(group.BackwardTime);
        foreach (var side in group.Sides)
            side.Slot.Use(group.BackwardTime);
    }

    private void PlaceBackward(Group group)
    {
        if (training.BackwardOf(group.Last) is not { } last)
            return;
        foreach (var upstream in last.Upstream)
            group.Upstream.Add(gradients[upstream].Use(group.BackwardTime));

        // A chain may begin before anything is trained, and be joined by a trained shortcut later on.
        if (training.BackwardOf(group.First)?.Inputs[0] is { } inputGradient)
        {
            var slot = NewSlot(inputGradient.Name, inputGradient.Of.Shape, group.Kind == GroupKind.Convolution);
            if (group.Kind == GroupKind.Chain && group.Input.Root.End == group.BackwardTime && group.Input.Shares is null)
                slot.Shares = group.Input;
            else if (IsView(group))
                slot.Shares = group.Upstream[0];
            group.InputGradient = gradients[inputGradient] = slot.Use(group.BackwardTime);
        }

        foreach (var side in group.Sides)
        {
            if (side.Operation is AddOperation add && training.BackwardOf(add)?.Inputs[1] is { } gradient)
                side.Gradient = gradients[gradient] = NewSlot(gradient.Name, gradient.Of.Shape, false).Use(group.BackwardTime);
        }
    }

    private static ImmutableArray<PlacedParameter> PlaceParameters(NetworkGraph network, Func<ParameterRole, bool> decays)
    {
        var offsets = new Dictionary<Parameter, long>();
        long offset = 0;
        foreach (var parameter in network.Parameters.Where(parameter => decays(parameter.Role)).Concat(network.Parameters.Where(parameter => !decays(parameter.Role))))
        {
            offsets.Add(parameter, offset);
            offset += parameter.Count;
        }

        return [.. network.Parameters.Select(parameter => new PlacedParameter(parameter, offsets[parameter], decays(parameter.Role)))];
    }

    private static ImmutableArray<PlacedStatistic> PlaceStatistics(NetworkGraph network)
    {
        long offset = 0;
        var placed = ImmutableArray.CreateBuilder<PlacedStatistic>();
        foreach (var statistic in network.Statistics)
        {
            placed.Add(new PlacedStatistic(statistic, offset));
            offset += statistic.Count;
        }

        return placed.ToImmutable();
    }
}
