using System.Globalization;

namespace Publisher.Cli.Terminal;

/// <summary>
/// Shows on a terminal how far long work is; short work, and work that nobody looks at, it leaves alone. Disposing of it wipes
/// it away.
/// </summary>
public sealed class ProgressBar : IProgress<int>, IDisposable
{
    private const int DelayMs = 300, PeriodMs = 100, Cells = 24;
    private readonly Screen screen;
    private readonly Timer? timer;
    private readonly Lock turn = new();
    private volatile string label = "";
    private volatile int done, total;
    private int drawn;
    private bool over;

    public ProgressBar(Screen screen)
    {
        this.screen = screen;
        if (screen.Live) timer = new Timer(_ => Draw(), null, DelayMs, PeriodMs);
    }

    /// <summary>
    /// Begins a step; <paramref name="of"/> is how many things there are to do in it, 0 when that is not known.
    /// </summary>
    public void Begin(string what, int of = 0)
    {
        lock (turn) (label, done, total) = (what, 0, of);
    }

    public void Report(int value)
    {
        // Reports come from many threads, so an older one may come later.
        var known = done;
        while (value > known)
        {
            var found = Interlocked.CompareExchange(ref done, value, known);
            if (found == known) return;
            known = found;
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            over = true;
            if (drawn > 0) screen.Error.Write("\r\e[K");
        }
        timer?.Dispose();
    }

    private void Draw()
    {
        lock (turn)
        {
            if (over) return;
            var text = Text();
            screen.Error.Write("\r" + text + "\e[K");
            drawn = text.Length;
        }
    }

    private string Text()
    {
        if (total == 0) return Cut($"{label} …");
        var filled = (int)((long)Math.Min(done, total) * Cells / total);
        var numbers = string.Create(CultureInfo.InvariantCulture, $"{done:#,0} of {total:#,0}");
        return Cut($"{label} [{new string('=', filled)}{new string(' ', Cells - filled)}] {numbers}");
    }

    private string Cut(string text) => text.Length < screen.Width ? text : text[..(screen.Width - 1)];
}
