namespace Regimen.Analyzers.Experiments.Network;

/// <summary>An activation between the last product and the loss.</summary>
internal sealed class ActivationAtTheEnd() : WrongAtTheEnd(
    "REG1010",
    "Activation as the last layer",
    "{0} is the last layer, but the cross-entropy loss reads raw outputs (logits) and applies the softmax itself; remove it")
{
    protected override bool IsWrong(LayerView layer) => layer.IsActivation;
}
