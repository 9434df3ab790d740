namespace Regimen.Analyzers.Experiments.Network;

/// <summary>A dropout between the last product and the loss.</summary>
internal sealed class DropoutAtTheEnd() : WrongAtTheEnd(
    "REG1011",
    "Dropout as the last layer",
    "{0} is the last layer, so it sets outputs for whole classes to 0 in the loss; remove it")
{
    protected override bool IsWrong(LayerView layer) => layer.IsDropout;
}
