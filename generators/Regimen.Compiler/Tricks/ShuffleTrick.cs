using Regimen.Compiler.Model;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[Shuffle]</c>: whether each epoch has an order of its own.</summary>
internal sealed class ShuffleTrick : Trick
{
    public override string Attribute => "Shuffle";

    public override string? Structure(AttributeSpec attribute) => KeepsOrder(attribute) ? "Shuffle(false)" : null;

    public override bool KeepsOrder(AttributeSpec attribute) => !attribute.Flag("enabled", true);
}
