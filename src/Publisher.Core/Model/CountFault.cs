using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>What is odd about a weeknote's number: another has it, those before are missing, or its date is before.</summary>
public enum CountOddity { Twice, Gap, Backwards }

/// <summary>
/// A weeknote whose number does not go with that of another one (<paramref name="Other"/>). It holds positions, so that it
/// outlives edits which move the line.
/// </summary>
public readonly record struct CountFault(CountOddity Oddity, int Entry, int Other)
{
    /// <summary>Of all weeknotes, shown or not: a draft has its number, too. Each season counts for itself.</summary>
    /// <param name="countOf">The section that a folder's weeknotes count with.</param>
    internal static ImmutableArray<CountFault> In(ImmutableArray<Entry> entries, Func<SitePath, SitePath> countOf)
    {
        var faults = ImmutableArray.CreateBuilder<CountFault>();
        var counts = Enumerable.Range(0, entries.Length).Where(i => entries[i].Weeknote is not null)
            .GroupBy(i => (countOf(entries[i].Section), entries[i].Season));
        foreach (var count in counts)
        {
            var last = -1;
            var inOrder = count.OrderBy(i => entries[i].Weeknote!.First).ThenBy(i => entries[i].Date ?? default).ThenBy(i => i);
            foreach (var i in inOrder)
            {
                var before = last < 0 ? null : entries[last].Weeknote;
                var here = entries[i].Weeknote!;
                if (here.First <= before?.Last)
                {
                    faults.Add(new(CountOddity.Twice, i, last));
                    if (here.Last <= before.Last) continue;
                }
                else if (here.First > before?.Last + 1) faults.Add(new(CountOddity.Gap, i, last));
                if (last >= 0 && entries[i].Date < entries[last].Date) faults.Add(new(CountOddity.Backwards, i, last));
                last = i;
            }
        }
        return [.. faults.OrderBy(fault => fault.Entry).ThenBy(fault => fault.Oddity)];
    }

    /// <summary>In words, at what gives the number today.</summary>
    internal Diagnostic Tell(ImmutableArray<Entry> entries)
    {
        var (entry, other) = (entries[Entry], entries[Other]);
        var (here, there) = (entry.Weeknote!, other.Weeknote!);
        return Oddity switch
        {
            CountOddity.Twice => Messages.WeeknoteNumberTwice(here.At, Math.Max(here.First, there.First), other.Path),
            CountOddity.Gap => Messages.WeeknoteNumbersMissing(here.At, there.Last + 1, here.First - 1, other.Path),
            _ => Messages.WeeknotesGoBackwards(here.At, here.First, entry.Date!.Value, there.Last, other.Date!.Value, other.Path),
        };
    }
}
