namespace Publisher.Scriban;

/// <summary>What a text is that is read as a template: one, or something that a function evaluates.</summary>
internal enum TemplatePart { Whole, Expression, LiquidCondition, LiquidValue }
