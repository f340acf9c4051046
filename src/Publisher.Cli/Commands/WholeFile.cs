namespace Publisher.Cli.Commands;

/// <summary>Writes a file so that others see the old content or the new one, and never a part.</summary>
internal static class WholeFile
{
    public static void Write(string path, byte[] bytes)
    {
        var file = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? path;
        var aside = file + ".new";
        File.WriteAllBytes(aside, bytes);
        if (!OperatingSystem.IsWindows() && File.Exists(file)) File.SetUnixFileMode(aside, File.GetUnixFileMode(file));
        File.Move(aside, file, overwrite: true);
    }
}
