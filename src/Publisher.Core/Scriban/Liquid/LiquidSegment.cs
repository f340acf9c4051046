using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Liquid;

internal enum SegmentKind { Text, Output, Tag, Comment }

/// <summary>
/// A piece of a Liquid template: text to print, or an output or tag with the span of what stands inside its braces.
/// </summary>
internal readonly record struct LiquidSegment(SegmentKind Kind, Span At, Span Inside, string Name = "", Span NameAt = default);
