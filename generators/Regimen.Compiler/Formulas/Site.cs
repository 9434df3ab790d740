namespace Regimen.Compiler.Formulas;

/// <summary>The phases of a step. They label; dependencies order.</summary>
internal enum Phase
{
    Input,
    Forward,
    Loss,
    Backward,
    Update,
    Averages,
}

/// <summary>Where a node comes from, for names and comments only: no stage decides anything by it.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Title">What people call it: <c>BatchNorm</c>, <c>SGD</c>.</param>
/// <param name="Label">The user's own method call that made the layer or one around it, or empty.</param>
/// <param name="Position">The layer's position in the network, which keeps one layer apart from another alike; −1 outside of it.</param>
internal sealed record Site(Phase Phase, string Title, string Label = "", int Position = -1);
