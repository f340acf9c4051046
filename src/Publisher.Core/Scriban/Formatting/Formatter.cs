using System.Collections.Immutable;
using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Formatting;

/// <summary>
/// Prints a tree as a template that parses to the same tree (<see cref="TreeEquality"/>), wherever the tree came from.
/// Comments and white space that was trimmed are not in a tree, and so are not printed.
/// </summary>
public sealed class Formatter
{
    private readonly CodeWriter code;
    private readonly ExpressionFormatter expressions;

    private Formatter(Block tree, TemplateOptions options)
    {
        code = new CodeWriter(options.AutoIndent);
        var renamed = tree.Descendants().OfType<For>().Select(loop => loop.Variable).OfType<GlobalName>()
            .Select(name => name.Name).Where(name => !Spelling.IsPlainName(name)).ToHashSet(StringComparer.Ordinal);
        expressions = new ExpressionFormatter(code, options.Scientific, renamed, WriteFunction);
    }

    /// <summary>The source text of a tree, for templates that are read with these options.</summary>
    public static string Format(Block tree, TemplateOptions options)
    {
        var formatter = new Formatter(tree, options);
        formatter.WriteAll(tree);
        return formatter.code.ToString();
    }

    private void WriteAll(Block block)
    {
        foreach (var statement in TreeEquality.Flattened(block)) Write(statement);
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case StaticText text: code.Text(text.Content); break;
            case ExpressionStatement expression:
                code.Begin(expression.Indent);
                expressions.WriteStatement(expression.Expression);
                break;
            case If branch: WriteIf(branch); break;
            case Case choice: WriteCase(choice); break;
            case For loop: WriteFor(loop); break;
            case While loop: WriteWith("while", loop.Test, loop.Body); break;
            case Break: code.Begin().Append("break"); break;
            case Continue: code.Begin().Append("continue"); break;
            case Return { Value: null }: code.Begin().Append("ret"); break;
            case Return { Value: { } value }: WriteHeader("ret", value); break;
            case Capture capture:
                code.Begin().Append("capture ");
                expressions.WriteTarget(capture.Target);
                WriteEnded(capture.Body);
                break;
            case ReadOnly fixedName: WriteHeader("readonly", fixedName.Variable); break;
            case Import import: WriteHeader("import", import.Value); break;
            case With with: WriteWith("with", with.Target, with.Body); break;
            case Wrap wrap: WriteWrap(wrap); break;
            case FunctionDefinition function: WriteDefinition(function); break;
        }
    }

    private void WriteHeader(string word, Expression value)
    {
        code.Begin().Append(word + " ");
        expressions.Write(value);
    }

    private void WriteWith(string word, Expression value, Block body)
    {
        WriteHeader(word, value);
        WriteEnded(body);
    }

    private void WriteEnded(Block body)
    {
        WriteBody(body);
        code.Begin().Append("end");
    }

    private void WriteBody(Block body)
    {
        code.Depth++;
        WriteAll(body);
        code.Depth--;
    }

    private void WriteIf(If branch)
    {
        WriteHeader("if", branch.Test);
        WriteBody(branch.Then);
        for (var otherwise = branch.Else; otherwise is not null;)
        {
            if (otherwise is If next)
            {
                WriteHeader("else if", next.Test);
                WriteBody(next.Then);
                otherwise = next.Else;
                continue;
            }
            code.Begin().Append("else");
            WriteBody(otherwise as Block ?? new Block(otherwise.At, [otherwise]));
            break;
        }
        code.Begin().Append("end");
    }

    private void WriteCase(Case choice)
    {
        WriteHeader("case", choice.Value);
        code.Depth++;
        foreach (var when in choice.Whens)
        {
            code.Begin().Append("when ");
            for (var i = 0; i < when.Values.Length; i++)
            {
                if (i > 0) code.Append(", ");
                expressions.WriteOperand(when.Values[i]);
            }
            WriteBody(when.Body);
        }
        if (choice.Else is { } otherwise)
        {
            code.Begin().Append("else");
            WriteBody(otherwise);
        }
        code.Depth--;
        code.Begin().Append("end");
    }

    private void WriteFor(For loop)
    {
        code.Begin().Append(loop.Kind == LoopKind.TableRow ? "tablerow " : "for ");
        expressions.WriteVariable(loop.Variable);
        code.Append(" in ");
        expressions.WriteItems(loop.Items);
        WriteOption("offset", loop.Offset);
        WriteOption("limit", loop.Limit);
        WriteOption("cols", loop.Columns);
        if (loop.Reversed) code.Append(" reversed");
        WriteBody(loop.Body);
        if (loop.Else is { } otherwise)
        {
            code.Begin().Append("else");
            WriteBody(otherwise);
        }
        code.Begin().Append("end");
    }

    private void WriteOption(string name, Expression? value)
    {
        if (value is null) return;
        code.Append($" {name}: ");
        expressions.WriteOperand(value);
    }

    private void WriteWrap(Wrap wrap)
    {
        code.Begin().Append("wrap ");
        if (TreeEquality.IsGroupedCall(wrap.Target)) expressions.WriteGrouped(wrap.Target);
        else expressions.Write(wrap.Target);
        WriteBody(wrap.Body);
        code.Begin().Append("end");
    }

    private void WriteDefinition(FunctionDefinition function)
    {
        var inline = function.Body.Body is Expression && function.Target is GlobalName
            && function.Body.Parameters is { } all && all.All(parameter => parameter is { Default: null, Variadic: false });
        code.Begin().Append(inline ? "" : "func ");
        expressions.WriteVariable(function.Target);
        if (!inline)
        {
            WriteFunction(function.Body);
            return;
        }
        WriteParameters(function.Body.Parameters!.Value);
        code.Append(" = ");
        expressions.Write((Expression)function.Body.Body);
    }

    /// <summary>What follows <c>do</c> or a function's name: parameters, body and end.</summary>
    private void WriteFunction(FunctionBody function)
    {
        if (function.Parameters is { } parameters) WriteParameters(parameters);
        WriteBody(function.Body switch
        {
            Block block => block,
            Expression value => new Block(value.At, [new Return(value.At, value)]),
            _ => new Block(function.At, []),
        });
        code.Begin().Append("end");
    }

    private void WriteParameters(ImmutableArray<Parameter> parameters)
    {
        code.Append("(");
        for (var i = 0; i < parameters.Length; i++)
        {
            if (i > 0) code.Append(", ");
            code.Append(Spelling.NameAlone(parameters[i].Name));
            if (parameters[i].Variadic) code.Append("...");
            if (parameters[i].Default is not { } value) continue;
            code.Append(" = ");
            expressions.Write(value);
        }
        code.Append(")");
    }
}
