using System.Collections;
using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Sources;

namespace Publisher.Cli.Commands;

/// <summary>
/// The settings among the environment's variables: <c>PUBLISHER_TITLE</c>, <c>PUBLISHER_MARKDOWN__HIGHLIGHT</c>. One
/// whose first word is no setting, nor nearly one, belongs to somebody else (such as <c>PUBLISHER_HOME</c> of another
/// program) and is passed over in silence; one that is nearly a setting goes on, so that the usual warning says what was
/// meant.
/// </summary>
internal static class EnvironmentSettings
{
    private const string UnknownKeyCode = "PB0101";

    public static ImmutableArray<SettingsOverride> Read(IDictionary environment)
    {
        var found = ImmutableArray.CreateBuilder<SettingsOverride>();
        foreach (DictionaryEntry variable in environment)
        {
            var setting = SettingsOverride.FromVariable((string)variable.Key, (string?)variable.Value ?? "");
            if (setting is { } ours && IsOurs(ours)) found.Add(ours);
        }
        // The order of an environment means nothing, but what is warned about must not change from run to run.
        found.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return found.ToImmutable();
    }

    /// <summary>Asks the settings themselves, so that there is one list of their keys.</summary>
    private static bool IsOurs(SettingsOverride setting)
    {
        var options = new BuildOptions { Overrides = [setting with { Key = setting.Key.Split('.')[0] }] };
        var problems = SettingsParser.Parse(SourceSet.Empty, options, default).Diagnostics;
        var unknown = problems.FirstOrDefault(problem => problem.Code == UnknownKeyCode);
        return unknown is null || unknown.Hint is not null;
    }
}
