using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>PB080x: the program; PB084x: its preview.</summary>
public static partial class Messages
{
    public static Diagnostic NothingBuilt(Location at) =>
        Error("PB0801", at, "nothing was written, because the settings have errors",
            "mend them first: a site built with wrong settings is another site");

    /// <param name="isPublic">Whether this is surely where readers are; a folder may be a test.</param>
    public static Diagnostic NoBaseUrl(Location at, string url, bool isPublic)
    {
        const string hint = "set it to the address at which readers find the site";
        var message = $"'base_url' is not set, so feeds and canonical links lead to {url}";
        return isPublic ? Warning("PB0803", at, message, hint) : Note("PB0803", at, message) with { Hint = hint };
    }

    /// <param name="at">Where the new value stands.</param>
    public static Diagnostic ValueFixed(Location at, string old, string now) =>
        Note("PB0804", at, $"'{old}' is now '{now}'");

    public static Diagnostic FixNotWritten(Location at, string why) => Warning("PB0805", at, $"it could not be fixed: {why}");

    public static Diagnostic CannotRead(string file, string reason) =>
        Error("PB0802", default, $"cannot read '{file}': {reason}");
}
