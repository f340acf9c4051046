using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>Text in an XML section that nothing in it can end.</summary>
internal sealed class CData(Value text) : IHtml
{
    public void WriteTo(Utf8Buffer output, TemplateRun run)
    {
        var inner = run.Scope().Buffers.Rent();
        try
        {
            if (text.Reference is IHtml html) html.WriteTo(inner, run);
            else inner.Write(ValueText.Of(text, run));
            output.Write("<![CDATA["u8);
            var rest = inner.Written;
            for (int end; (end = rest.IndexOf("]]>"u8)) >= 0; rest = rest[(end + 2)..])
            {
                output.Write(rest[..(end + 2)]);
                output.Write("]]><![CDATA["u8);
            }
            output.Write(rest);
            output.Write("]]>"u8);
        }
        finally
        {
            run.Scope().Buffers.Return(inner);
        }
    }
}
