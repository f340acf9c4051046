using System.Globalization;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Feeds;
using Publisher.Media;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering.Checks;

/// <summary>
/// Compares what front matter says of episodes' sound with what can be known of it: the file itself where it is in the site,
/// else the bitrate that the show's other episodes have.
/// </summary>
internal sealed class SoundCheck(Site site, RenderScope scope)
{
    private sealed record Told(Entry Page, Value Bytes, Value Duration);

    /// <summary>One value as it is written, and the key it belongs to.</summary>
    private sealed record Value(string Key, ScalarNode Node)
    {
        public Fix Change(string text) => new(Node.At, Node.Text, text);
    }

    public void Run(List<Diagnostic> problems)
    {
        var elsewhere = new List<Told>();
        foreach (var page in site.Entries)
        {
            if (page is not { Kind: Content.Kind.Episode, IsSectionIndex: false }) continue;
            if (!SiteIndex.Shown(page, site.Settings)) continue;
            CheckPlaceInFeed(page, problems);
            if (!EpisodeFiles.HasSound(page)) continue;
            if (EpisodeFiles.Sound(page, page.Audio!, scope) is { } sound) CompareWithFile(page, sound, problems);
            else if (Of(page, "bytes") is { } bytes && Of(page, "duration") is { } duration)
                elsewhere.Add(new Told(page, bytes, duration));
        }
        foreach (var show in elsewhere.GroupBy(one => ShowView.Of(one.Page.Section, scope)?.Index.Path ?? one.Page.Section))
            CompareWithEachOther([.. show.OrderBy(one => one.Page.Date)], problems);
    }

    /// <summary>A page that has neither sound nor date is about the show, and nobody looks for it in the feed.</summary>
    private static void CheckPlaceInFeed(Entry page, List<Diagnostic> problems)
    {
        if (page.Matter.Feed == false) return;
        var hasSound = EpisodeFiles.HasSound(page);
        if (hasSound && page.Date is null) problems.Add(Messages.UndatedNotInFeed(new Location(page.Path)));
        // One that tells of a sound and not where it is has been told of with its front matter.
        else if (!hasSound && page.Date is not null && page.Audio is null && page.Matter.Extra.Find("audio").IsNothing())
            problems.Add(Messages.EpisodeNotInFeed(new Location(page.Path)));
    }

    private static Value? Of(Entry page, string name) => Episode.Fact(page.Matter, name) is { } fact
        && fact.Value is ScalarNode { IsNull: false, Text.Length: > 0 } scalar ? new Value(fact.Key.Text, scalar) : null;

    private void CompareWithFile(Entry page, MeasuredSound sound, List<Diagnostic> problems)
    {
        if (sound.IsNone) return; // the page has told it
        foreach (var problem in sound.Problems)
            problems.Add(problem.Severity == Severity.Error ? problem with { Severity = Severity.Warning } : problem);
        if (EpisodeCheck.Swapped(page.Matter) is not null) return; // that is told with the front matter itself
        // With chapters written into it, the published copy is longer than the file; either is right.
        if (Of(page, "bytes") is { } bytes && Episode.BytesOf(bytes.Node.Text) is var size && size != sound.File.Length
            && size != EpisodeAudio.Published(page, scope)?.Bytes)
            Tell(bytes, sound.File.Length.ToString(CultureInfo.InvariantCulture));
        if (sound.Facts is not { } facts) return;
        if (Of(page, "duration") is { } duration
            && !(Math.Abs((Timestamp.Seconds(duration.Node.Text) ?? -1) - facts.Duration) < 1))
            Tell(duration, Like(duration.Node.Text, facts.Duration));
        var name = sound.File.Path;
        if (facts.Type == "audio/mpeg" ? name.HasExtension(".m4a", ".mp4", ".m4b") : name.HasExtension(".mp3"))
        {
            var at = Episode.AddressAt(page.Matter) is { } said && said.File == page.Path ? said : new Location(page.Path);
            var (kind, extension) = facts.Type == "audio/mpeg" ? ("MP3", ".mp3") : ("M4A", ".m4a");
            problems.Add(Messages.SoundName(at, name.Name, kind, extension));
        }
        else if (Of(page, "type") is { } type && type.Node.Text != facts.Type) Tell(type, facts.Type);

        void Tell(Value value, string right) => problems.Add(
            Messages.MeasuredOtherwise(value.Node.At, value.Key, value.Node.Text, sound.File.Path.Name, right)
                with { Fixes = [value.Change(right)] });
    }

    /// <summary>A length of time in the form in which the author wrote another.</summary>
    private static string Like(string text, double seconds)
    {
        var parts = text.Split(':');
        return parts.Length == 1 && text.Length > 0 && text.All(char.IsAsciiDigit)
                ? Math.Round(seconds).ToString(CultureInfo.InvariantCulture)
            : parts[0].Length == 2 && parts[0][0] == '0' ? Timestamp.Padded(seconds, parts.Length == 3)
            : Timestamp.Short(Math.Round(seconds));
    }

    /// <param name="show">In the order of their dates.</param>
    private static void CompareWithEachOther(List<Told> show, List<Diagnostic> problems)
    {
        var measured = show.Select(Measured).ToArray();
        double? median = Bitrate.Median(measured) is { } middle && Bitrate.IsSteady(measured, middle) ? middle : null;
        for (var i = 0; i < show.Count; i++)
        {
            var (bytes, seconds) = measured[i];
            var swapped = Swapped(show[i]);
            if (bytes <= 0 || seconds <= 0) continue; // what is no size and no length is told with the front matter itself
            var bitrate = Bitrate.Of(bytes, seconds);
            if (!Bitrate.IsPlausible(bytes, seconds))
            {
                if (swapped is var (b, s) && Bitrate.IsPlausible(b, s))
                    problems.Add(TellSwapped(show[i], median is { } usual && !Bitrate.IsOff(Bitrate.Of(b, s), usual)));
                else problems.Add(Messages.SizeIsNoSize(show[i].Bytes.Node.At, show[i].Bytes.Key, bytes, seconds));
            }
            else if (median is { } usual && Bitrate.IsOff(bitrate, usual)) problems.Add(TellOdd(show, measured, i, usual));
        }
    }

    private static (long Bytes, int Seconds) Measured(Told told) =>
        (Episode.BytesOf(told.Bytes.Node.Text) ?? 0, (int)Math.Round(Timestamp.Seconds(told.Duration.Node.Text) ?? 0));

    private static (long Bytes, int Seconds)? Swapped(Told told) =>
        Episode.BytesOf(told.Duration.Node.Text) is { } bytes && Timestamp.Seconds(told.Bytes.Node.Text) is > 0 and var seconds
            ? (bytes, (int)Math.Round(seconds))
            : null;

    private static Diagnostic TellSwapped(Told told, bool isCertain)
    {
        var (bytes, duration) = (told.Bytes, told.Duration);
        var problem = Messages.SwappedSound(
            bytes.Node.At, bytes.Key, bytes.Node.Text, duration.Key, duration.Node.Text);
        return isCertain
            ? problem with { Fixes = [bytes.Change(duration.Node.Text), duration.Change(bytes.Node.Text)] }
            : problem;
    }

    private static Diagnostic TellOdd(List<Told> show, (long Bytes, int Seconds)[] measured, int at, double median)
    {
        var (bytes, seconds) = measured[at];
        var (told, bitrate) = (show[at], Bitrate.Of(bytes, seconds));
        if (Bitrate.CopiedFrom(measured, at) is not var (neighbour, isSize))
            return Messages.OddBitrate(told.Bytes.Node.At, bitrate, median, null);
        var other = show[neighbour].Page.Path;
        return isSize
            ? Messages.OddBitrate(told.Bytes.Node.At, bitrate, median,
                FormattableString.Invariant($"it has the size of {other}: about {seconds * median / 8:0} bytes are likely"))
            : Messages.OddBitrate(told.Duration.Node.At, bitrate, median,
                $"it has the duration of {other}: about {Timestamp.Short(Math.Round(bytes * 8 / median))} is likely");
    }
}
