using Publisher.Configuration;
using Publisher.Sources;

namespace Publisher.Core.Tests.Configuration;

public class SettingsOverrideTests
{
    [Fact]
    public void Lists_and_mappings_are_given_as_YAML_writes_them_on_one_line()
    {
        var settings = Parse(("exclude", "[drafts, \"a, b\"]"), ("menu", "[{ title: Posts, url: /posts/ }]"),
            ("sections.notes", "{ kind: weeknote, page_size: 25 }"), ("params.colours", " [red] "));
        Assert.Empty(settings.Diagnostics);
        Assert.Equal<string>(["drafts", "a, b"], settings.Exclude);
        Assert.Equal(("Posts", "/posts/"), (settings.Menu[0].Title, settings.Menu[0].Url));
        Assert.Equal(("weeknote", 25), (settings.Sections["notes"].Kind, settings.Sections["notes"].PageSize));
        Assert.Equal("red", Assert.IsType<ScalarNode>(Assert.IsType<SequenceNode>(settings.Params.Find("colours")).Items[0]).Text);
    }

    [Theory]
    [InlineData("[draft] Notes")]
    [InlineData("{name}'s notes")]
    [InlineData("Notes: [all]")]
    [InlineData("[")]
    public void What_is_not_in_brackets_as_a_whole_is_text(string title) =>
        Assert.Equal((title, 0), (Parse(("title", title)).Title, Parse(("title", title)).Diagnostics.Length));

    [Fact]
    public void What_cannot_be_read_is_told_with_its_giver()
    {
        var problem = Assert.Single(Parse(("exclude", "[a, {b]")).Diagnostics, one => one.Code == "PB0201");
        Assert.Equal("--set exclude", problem.At.File.Value);
        var wrong = Assert.Single(Parse(("title", "[a]")).Diagnostics);
        Assert.Equal(("PB0102", "--set title"), (wrong.Code, wrong.At.File.Value));
    }

    private static Settings Parse(params (string Key, string Value)[] given) => SettingsParser.Parse(
        SourceSet.Empty, new() { Overrides = [.. given.Select(one => new SettingsOverride(one.Key, one.Value, "--set " + one.Key))] },
        default);
}
