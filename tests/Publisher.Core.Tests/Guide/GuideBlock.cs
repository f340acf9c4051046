namespace Publisher.Core.Tests.Guide;

/// <summary>A fenced block of a page, whose fence stands in a line counted from 1.</summary>
internal sealed record GuideBlock(string Language, string Title, string Text, int Line, int Length)
{
    public bool IsResult => Title is "Output" or "Error" or "Problems" or "Converted" || Title.StartsWith("_site/");

    public bool IsFile => Title.Contains('.') && !IsResult;
}
