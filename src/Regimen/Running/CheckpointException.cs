namespace Regimen;

/// <summary>A checkpoint could not be written or read. The message says what is wrong, with which file, and what to do about it.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="inner">The error of the file system or of the JSON reader, where there was one.</param>
public sealed class CheckpointException(string message, Exception? inner = null) : Exception(message, inner);
