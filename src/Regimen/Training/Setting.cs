namespace Regimen.Training;

/// <summary>A number of an experiment that can be set on the instance. Checkpoints and run folders keep it, so that a run goes on as it began.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="Set">Sets it.</param>
public readonly record struct Setting(string Name, double Value, Action<double> Set);
