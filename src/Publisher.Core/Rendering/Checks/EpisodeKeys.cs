using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering.Checks;

/// <summary>An episode's keys for the tags of Podcasting 2.0: each value, and what it says of files and times.</summary>
internal sealed class EpisodeKeys(Entry page, RenderScope scope, List<Diagnostic> problems)
{
    private const int MostLetters = 128, MostToDisplay = 32;

    private readonly MappingNode keys = page.Matter.Extra;

    public void Check()
    {
        Soundbites();
        Alternates();
        Payment.ListOf(keys.Find(Payment.Key), problems);
        Discussion.ListOf(keys.Find(Discussion.Key), problems);
        Chat.Of(keys.Find(Chat.Key), problems);
        if (keys.Find("episode_display") is ScalarNode { Text.Length: > MostToDisplay and var length } display)
            problems.Add(Messages.TooLongToShow(display.At, "episode_display", length, MostToDisplay));
        if (page.Matter.Description is { } text && FeedNotes.Cuts(text))
            problems.Add(Messages.LongDescription(page.Matter.DescriptionAt, "description",
                System.Text.Encoding.UTF8.GetByteCount(text), FeedNotes.MostBytes));
    }

    private void Soundbites()
    {
        var bites = Soundbite.ListOf(keys.Find(Soundbite.Key), problems);
        if (bites.IsEmpty || EpisodeAudio.Of(page, scope) is not { Seconds: > 0 and var seconds }) return;
        foreach (var bite in bites)
            if (bite.Start + bite.Duration > seconds)
                problems.Add(Messages.SoundbiteTooLate(bite.At, bite.Start + bite.Duration, seconds));
            else if (bite.Title.Length > MostLetters)
                problems.Add(Messages.TooLongToShow(bite.At, "title of a soundbite", bite.Title.Length, MostLetters));
    }

    private void Alternates()
    {
        foreach (var one in Alternate.ListOf(keys.Find(Alternate.Key), problems))
            if (!Urls.IsExternal(one.Path) && AlternateSounds.FileOf(page, one, scope) is null)
                problems.Add(Messages.NoEpisodeFile(one.At, "sound file", one.Path,
                    scope.Files.NamesNear(EpisodeFiles.Source(page, Percent.Decode(one.Path), scope.Settings))
                        .Select(name => one.Path[..(one.Path.LastIndexOf('/') + 1)] + name)));
    }
}
