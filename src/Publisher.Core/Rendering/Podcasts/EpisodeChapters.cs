using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>
/// The chapters of an episode, wherever its author said them: in the front matter, else as the topics of its text, else in the
/// sound file.
/// </summary>
internal static class EpisodeChapters
{
    /// <summary>The key of front matter that has them, names their file, or says <c>false</c>.</summary>
    public const string Key = "chapters";

    /// <summary>The key of front matter that names what comes before the first topic.</summary>
    public const string FirstTitle = "first_chapter";

    /// <summary>Whether the front matter says that there are none, whatever the text and the sound have.</summary>
    public static bool AreRefused(DataNode? said) => said is ScalarNode { IsPlain: true } && Fields.FlagOf(said) == false;

    /// <summary>In the order of their starts, the first at 0; empty where there is nothing to play.</summary>
    public static ImmutableArray<Chapter> Of(Entry page, RenderScope scope)
    {
        if (ByAuthor(page, scope) is { IsEmpty: false } written) return written;
        return AreRefused(scope.Extra(page, Key)) ? [] : Begun(InSound(page, scope), page, scope);
    }

    /// <summary>The same, without those that nobody wrote down and that are known from the sound file.</summary>
    public static ImmutableArray<Chapter> ByAuthor(Entry page, RenderScope scope) => AreRefused(scope.Extra(page, Key))
        ? []
        : Begun(Written(page, scope).Where(chapter => !chapter.IsSilent), page, scope);

    private static ImmutableArray<Chapter> Begun(IEnumerable<Chapter> said, Entry page, RenderScope scope)
    {
        var chapters = said.OrderBy(chapter => chapter.Start).ToList();
        if (chapters.Count == 0 || EpisodeAudio.Played(page, scope) is null) return [];
        if (chapters[0].Start > 0) chapters.Insert(0, new Chapter(0, scope.Extra(page, FirstTitle).TextOrNull() ?? "Intro"));
        return [.. chapters];
    }

    /// <summary>With those that only change the picture or the link, for players that show these.</summary>
    public static IEnumerable<Chapter> WithSilent(Entry page, RenderScope scope)
    {
        var chapters = Of(page, scope);
        return chapters.IsEmpty ? chapters
            : chapters.Concat(Written(page, scope).Where(chapter => chapter.IsSilent)).OrderBy(chapter => chapter.Start);
    }

    /// <summary>What is wrong with the chapters, and with the times in the text.</summary>
    public static List<Diagnostic> Problems(Entry page, RenderScope scope)
    {
        var problems = new List<Diagnostic>();
        if (EpisodeAudio.Played(page, scope) is not { } sound) return problems;
        var said = Said(page, scope, problems) ?? [];
        foreach (var (chapter, time) in said)
            foreach (var target in new[] { chapter.Url, chapter.Image }.OfType<string>())
                if (!Urls.IsExternal(target) && scope.Link(page, target).Fault == LinkFault.Dead)
                    problems.Add(Messages.ChapterLeadsNowhere(time.At, target));
        problems.AddRange(TopicCheck.Of(said.Where(one => !one.Chapter.IsSilent).Select(one => one.Time), sound.Seconds));
        problems.AddRange(TopicCheck.Of(scope.Text(page, Field.Topics).Topics.Select(topic => topic.Said), sound.Seconds));
        return problems;
    }

    private static List<Chapter> Written(Entry page, RenderScope scope) =>
        Said(page, scope, [])?.ConvertAll(said => said.Chapter) ?? Topics(page, scope);

    private static List<Chapter> Topics(Entry page, RenderScope scope) =>
        [.. scope.Text(page, Field.Topics).Topics.Select(topic => new Chapter(topic.Seconds, topic.Title))];

    private static List<Chapter> InSound(Entry page, RenderScope scope) =>
        page.Audio is { } audio && EpisodeFiles.Sound(page, audio, scope) is { Facts: { } facts }
            ? [.. facts.Chapters.Where(chapter => chapter.Title.Length > 0)]
            : [];

    /// <summary>Those of the front matter, or of the file that it names; null when it says nothing of them.</summary>
    private static List<(Chapter Chapter, SaidTime Time)>? Said(Entry page, RenderScope scope, ICollection<Diagnostic> problems)
    {
        switch (scope.Extra(page, Key))
        {
            case null when page.Bundle is not null
                && scope.Files.Chapters(page.Path.Parent.Combine(EpisodeFiles.ChaptersName)) is { } own:
                foreach (var problem in own.Problems) problems.Add(problem);
                return [.. own.Chapters];
            case null or ScalarNode { IsNull: true }:
            case var none when AreRefused(none):
            // Any other flag or number is told of with the front matter itself.
            case ScalarNode other when !other.IsWords():
                return null;
            case ScalarNode path:
                var file = EpisodeFiles.Source(page, path.Text, scope.Settings);
                if (scope.Files.Chapters(file) is { } read)
                {
                    foreach (var problem in read.Problems) problems.Add(problem);
                    return [.. read.Chapters];
                }
                problems.Add(Messages.NoEpisodeFile(path.At, "chapters file", path.Text, scope.Files.NamesNear(file)));
                return null;
            case var node:
                return Chapters.Of(node, problems);
        }
    }
}
