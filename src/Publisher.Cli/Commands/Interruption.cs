using System.Runtime.InteropServices;

namespace Publisher.Cli.Commands;

/// <summary>
/// Turns Ctrl+C and a polite kill into a cancelled token. A second one ends the program at once, and so does time: whoever waits
/// for a slow disk or for a reader of its output hears no token, and may be ended anywhere.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private PosixSignal signal;
    private Timer? lastResort;
    private volatile bool isChilds;

    public Interruption() =>
        registrations = [Catch(PosixSignal.SIGINT), Catch(PosixSignal.SIGTERM)];

    public CancellationToken Token => source.Token;

    /// <summary>
    /// What a run that ended with <paramref name="code"/> tells the shell: of a cancelled one, which signal it was.
    /// </summary>
    public int CodeOf(int code) =>
        code == ExitCode.Cancelled && signal == PosixSignal.SIGTERM ? ExitCode.Terminated : code;

    /// <summary>Until the result is disposed of, Ctrl+C is for a program that was started and is waited for.</summary>
    public IDisposable LeaveToChild() => new Left(this);

    public void Dispose()
    {
        lastResort?.Dispose();
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private PosixSignalRegistration Catch(PosixSignal signal) => PosixSignalRegistration.Create(signal, Interrupt);

    private void Interrupt(PosixSignalContext caught)
    {
        caught.Cancel = true;
        if (isChilds && caught.Signal == PosixSignal.SIGINT) return;
        if (source.IsCancellationRequested) End();
        signal = caught.Signal;
        lastResort = new Timer(_ => End(), null, Patience, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }

    private void End() => Environment.Exit(CodeOf(ExitCode.Cancelled));

    private sealed class Left : IDisposable
    {
        private readonly Interruption of;

        public Left(Interruption of) => (this.of = of).isChilds = true;

        public void Dispose() => of.isChilds = false;
    }
}
