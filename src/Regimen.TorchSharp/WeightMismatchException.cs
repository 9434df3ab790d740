namespace Regimen.TorchSharp;

/// <summary>An experiment and a module don't fit together. Nothing was changed on either side.</summary>
/// <param name="message">What doesn't fit, with names and shapes, and what to do.</param>
public sealed class WeightMismatchException(string message) : Exception(message);
