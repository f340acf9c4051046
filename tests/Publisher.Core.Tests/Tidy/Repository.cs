namespace Publisher.Core.Tests.Tidy;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    public static IEnumerable<CodeFile> Code(string folder) =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path).Replace('\\', '/')
        where !relative.Contains("/obj/") && !relative.Contains("/bin/")
        orderby relative
        select new CodeFile(relative, File.ReadAllLines(path));

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Publisher.sln"))) at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return at;
    }
}

internal sealed record CodeFile(string Path, string[] Lines)
{
    /// <summary>The lines without comments and without what stands in string literals.</summary>
    public IEnumerable<(int Number, string Text)> CodeLines()
    {
        var raw = false;
        for (var i = 0; i < Lines.Length; i++)
        {
            var wasRaw = raw;
            if (Lines[i].Split("\"\"\"").Length % 2 == 0) raw = !raw;
            if (wasRaw || Strip(Lines[i]) is not { Length: > 0 } code) continue;
            yield return (i + 1, code);
        }
    }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path).Split('.')[0];

    private static string Strip(string line)
    {
        var code = line.TrimStart();
        if (code.StartsWith("//", StringComparison.Ordinal)) return "";
        code = System.Text.RegularExpressions.Regex.Replace(code, "\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"");
        var comment = code.IndexOf("//", StringComparison.Ordinal);
        return comment < 0 ? code : code[..comment];
    }
}
