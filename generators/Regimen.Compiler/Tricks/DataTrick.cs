using Regimen.Compiler.Model;

namespace Regimen.Compiler.Tricks;

/// <summary><c>[Data]</c>: shapes everything, but through the graph and the batch size; it has no hook of its own.</summary>
internal sealed class DataTrick : Trick
{
    public override string Attribute => "Data";

    // A checkpoint keeps the batch size among its units.
    public override string? Structure(AttributeSpec attribute) => null;
}
