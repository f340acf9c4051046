using Publisher.Content.Highlighting;

namespace Publisher.Core.Tests.Content.Highlighting;

/// <summary>Each language on a small sample: the spans a reader would miss if they were gone, and the ones that would be wrong.</summary>
public class LanguageTests
{
    /// <summary>
    /// Every sample is a file: its first line is the language, the code follows, then <c>----</c> and one span a line, which must come in
    /// this order; a line with <c>not </c> before it must not come at all.
    /// </summary>
    public static TheoryData<string> Samples()
    {
        var data = new TheoryData<string>();
        foreach (var name in Sample.Names) data.Add(name);
        return data;
    }

    [Theory, MemberData(nameof(Samples))]
    public void SampleHasItsSpans(string name)
    {
        var sample = Sample.Read(name);
        Assert.NotNull(Languages.Find(sample.Language));
        var spans = Coloured.Spans(sample.Language, sample.Code);
        var at = 0;
        foreach (var expected in sample.Expected)
        {
            var found = spans.IndexOf(expected, at);
            Assert.True(found >= 0, $"{name}: no {expected} after position {at} in\n{string.Join('\n', spans)}");
            at = found + 1;
        }
        foreach (var wrong in sample.Unwanted) Assert.DoesNotContain(wrong, spans);
        Assert.Equal(sample.Code, Coloured.Text(Coloured.Inner(sample.Language, sample.Code)));
    }
}
