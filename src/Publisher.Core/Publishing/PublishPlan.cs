using System.Collections.Immutable;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Publishing;

/// <summary>
/// Why an object is written, removed or left alone. <see cref="Doubt"/>: a publish that did not finish, or lost a race, may
/// have left anything there.
/// </summary>
public enum PlanReason { New, Content, Headers, Doubt, Gone, Unchanged }

/// <summary>What will be done with one object, and why.</summary>
public sealed record PlanStep(
    SitePath Path, PlanReason Reason, OutputRole Role, long Length, ContentHash Hash, ObjectHeaders? Headers);

/// <summary>An output as it should be in the store.</summary>
public sealed record LocalObject(SitePath Path, OutputRole Role, long Length, ContentHash Hash, ObjectHeaders Headers);

/// <summary>An object as it is in the store, as far as is known.</summary>
public readonly record struct RemoteObject(ContentHash? Hash, Stamp Headers);

/// <summary>
/// All that a publish is going to do, in the order in which it does it; comparing two states needs no request.
/// </summary>
public sealed record PublishPlan(ImmutableArray<PlanStep> Steps)
{
    private const int SmallGuard = 20;

    public IEnumerable<PlanStep> Writes => Steps.Where(step => step.Reason is not (PlanReason.Gone or PlanReason.Unchanged));

    public IEnumerable<PlanStep> Deletes => Steps.Where(step => step.Reason == PlanReason.Gone);

    public IEnumerable<PlanStep> Changes => Steps.Where(step => step.Reason != PlanReason.Unchanged);

    public bool IsEmpty => Steps.All(step => step.Reason == PlanReason.Unchanged);

    public int Count(PlanReason reason) => Steps.Count(step => step.Reason == reason);

    /// <summary>Compares with what the last publish wrote: its objects that the site no longer has are gone.</summary>
    public static PublishPlan FromManifest(IReadOnlyCollection<LocalObject> local, Manifest manifest)
    {
        var wanted = local.Select(one => one.Path).ToHashSet();
        var steps = local.Select(one => manifest.Objects.TryGetValue(one.Path, out var entry)
            ? Step(one, entry.Hash is null ? PlanReason.Doubt : Compare(one, new(entry.Hash, entry.Headers)))
            : Step(one, PlanReason.New));
        var gone = manifest.Objects.Where(entry => !wanted.Contains(entry.Key))
            .Select(entry => Gone(entry.Key, entry.Value));
        return Ordered(steps.Concat(gone));
    }

    /// <summary>Compares with what is found in the store. Whose it is nobody knows, so nothing is gone.</summary>
    public static PublishPlan FromFound(IEnumerable<LocalObject> local, IReadOnlyDictionary<SitePath, RemoteObject> found) =>
        Ordered(local.Select(one =>
            Step(one, found.TryGetValue(one.Path, out var there) ? Compare(one, there) : PlanReason.New)));

    /// <summary>How many objects may go without a word: 20, or a tenth of what is there where that is more.</summary>
    public static int DeletesAllowed(int published) => Math.Max(SmallGuard, published / 10);

    private static PlanReason Compare(LocalObject one, RemoteObject there) =>
        there.Hash != one.Hash ? PlanReason.Content
        : there.Headers != one.Headers.Stamp ? PlanReason.Headers
        : PlanReason.Unchanged;

    private static PlanStep Step(LocalObject one, PlanReason reason) =>
        new(one.Path, reason, one.Role, one.Length, one.Hash, one.Headers);

    private static PlanStep Gone(SitePath path, ManifestEntry entry) =>
        new(path, PlanReason.Gone, OutputRole.Asset, entry.Length, entry.Hash ?? default, null);

    private static PublishPlan Ordered(IEnumerable<PlanStep> steps) =>
        new([.. steps.OrderBy(step => step.Reason == PlanReason.Gone).ThenBy(step => step.Role).ThenBy(step => step.Path)]);
}
