using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Running;

/// <summary><c>tablerow</c>: a loop that prints the rows and cells of an HTML table around its body.</summary>
internal sealed class TableRowStep(Term variable, LoopCode code) : ForStep(variable, code)
{
    protected override LoopKind Kind => LoopKind.TableRow;

    protected override Flow RunBody(TemplateRun run, int index, int length)
    {
        var columns = ColumnsOf(Columns, run);
        var column = (int)(index % columns) + 1;
        run.CurrentLoop.Column = column;
        if (column == 1) run.Output.Write(System.Text.Encoding.UTF8.GetBytes($"<tr class=\"row{index / columns + 1}\">"));
        run.Output.Write(System.Text.Encoding.UTF8.GetBytes($"<td class=\"col{column}\">"));
        var flow = base.RunBody(run, index, length);
        run.Output.Write("</td>"u8);
        if (column == columns || index == length - 1 || flow is Flow.Break or Flow.Return) run.Output.Write("</tr>\n"u8);
        return flow;
    }

    /// <summary>The reference prints a row even then; only for null it prints nothing.</summary>
    protected override void Empty(TemplateRun run) => run.Output.Write("<tr class=\"row1\"></tr>\n"u8);
}
