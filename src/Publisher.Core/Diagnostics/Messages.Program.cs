using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>PB080x: the program; PB084x: its preview.</summary>
public static partial class Messages
{
    public static Diagnostic NothingBuilt(Location at) =>
        Error("PB0801", at, "nothing was written, because the settings have errors",
            "mend them first: a site built with wrong settings is another site");

    public static Diagnostic NoBaseUrl(Location at, string url) =>
        Warning("PB0803", at, $"'base_url' is not set, so feeds and canonical links lead to {url}",
            "set it to the address at which readers find the site");

    public static Diagnostic CannotRead(string file, string reason) =>
        Error("PB0802", default, $"cannot read '{file}': {reason}");
}
