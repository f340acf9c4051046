using System.Runtime.InteropServices;

namespace Publisher.Cli.Commands;

/// <summary>Turns Ctrl+C and a polite kill into a cancelled token; a second Ctrl+C ends the program at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption() =>
        registrations = [Catch(PosixSignal.SIGINT), Catch(PosixSignal.SIGTERM)];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private PosixSignalRegistration Catch(PosixSignal signal) => PosixSignalRegistration.Create(signal, Interrupt);

    private void Interrupt(PosixSignalContext signal)
    {
        if (source.IsCancellationRequested) Environment.Exit(ExitCode.Cancelled);
        signal.Cancel = true;
        source.Cancel();
    }
}
