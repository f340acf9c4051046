namespace Publisher.Cli.Terminal;

/// <summary>
/// Where the program writes: what was asked for goes to <paramref name="Output"/>, all that is about the work to
/// <paramref name="Error"/>.
/// </summary>
public sealed record Screen(TextWriter Output, TextWriter Error)
{
    private const int DefaultWidth = 120;

    /// <summary>Whether colours may be used on <see cref="Error"/>.</summary>
    public bool Colours { get; init; }

    /// <summary>Whether somebody looks at <see cref="Error"/> while the work goes on.</summary>
    public bool Live { get; init; }

    /// <summary>In columns.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>The process's own, as no-color.org and CI machines want it.</summary>
    public static Screen OfConsole(Func<string, string?> environment)
    {
        var terminal = !Console.IsErrorRedirected && environment("TERM") != "dumb";
        var colours = string.IsNullOrEmpty(environment("NO_COLOR"))
            && (terminal || !string.IsNullOrEmpty(environment("FORCE_COLOR")));
        return new Screen(Console.Out, Console.Error)
        {
            Colours = colours, Live = terminal && string.IsNullOrEmpty(environment("CI")),
            Width = terminal ? WidthOfConsole() : DefaultWidth,
        };
    }

    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth is > 20 and var width ? width : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
