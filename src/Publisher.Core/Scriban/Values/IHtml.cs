using Publisher.Text;

namespace Publisher.Scriban.Values;

/// <summary>Safe markup that writes itself when it is printed, so that a large body is never made into a string.</summary>
public interface IHtml
{
    void WriteTo(Utf8Buffer output, TemplateRun run);
}
