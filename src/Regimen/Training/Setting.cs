namespace Regimen.Training;

/// <summary>A number of an experiment that can be set on the instance. Checkpoints and run folders keep it, so that a run goes on as it began.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="Set">Sets it.</param>
/// <param name="IsWhole">Whether it is an <see cref="int"/>.</param>
public readonly record struct Setting(string Name, double Value, Action<double> Set, bool IsWhole = false)
{
    /// <summary>Whether the property can hold the number; whether it makes sense there is for <c>Train</c> to say.</summary>
    internal bool CanHold(double value) => IsWhole ? value == Math.Floor(value) && value is >= int.MinValue and <= int.MaxValue : double.IsFinite(value);
}
