using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>
/// What an output depended on: each question with the stamp of its answer. The output is good for as long as all the stamps
/// are.
/// </summary>
public sealed record Trace(Fact[] Facts, Stamp[] Answers)
{
    public static Trace Nothing { get; } = new([], []);

    /// <summary>The questions whose answers are others today: why an output had to be rendered again.</summary>
    internal IEnumerable<Fact> Changed(Facts facts) => Facts.Where((fact, i) => facts.StampOf(fact) != Answers[i]);

    internal bool Holds(Facts facts)
    {
        for (var i = 0; i < Facts.Length; i++)
            if (facts.StampOf(Facts[i]) != Answers[i]) return false;
        return true;
    }
}
