using System.Runtime.InteropServices;

namespace Regimen;

/// <summary>
/// Turns the signals that ask a process to end (SIGINT by Ctrl+C, SIGTERM by a scheduler or a shutdown, SIGHUP by a closed terminal) into a
/// cancelled token, so that <see cref="Experiment.Train"/> ends after its step and saves. A second signal ends the process at once.
/// </summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _received;

    /// <summary>Listens until disposed.</summary>
    public StopSignals() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>What a process that a signal ended exits with, as shells do: 128 and the signal's number, so 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP; 0 while there was none.</summary>
    public int ExitCode => _received == 0 ? 0 : 128 + _received;

    /// <summary>Stops listening; signals do what they would do otherwise.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        var number = context.Signal switch
        {
            PosixSignal.SIGHUP => 1,
            PosixSignal.SIGINT => 2,
            _ => 15,
        };
        if (Interlocked.CompareExchange(ref _received, number, 0) != 0)
            return;
        context.Cancel = true;
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The signal came while this was disposed: nobody waits for the token any more.
        }
    }
}
