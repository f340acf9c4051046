namespace Publisher.Scriban;

/// <summary>The words and signs of the language.</summary>
internal enum TokenKind : byte
{
    EndOfFile, Text, CodeEnter, CodeExit, NewLine, Semicolon,
    Identifier, Local, Integer, Number, String, Interpolation, InterpolationPart, InterpolationEnd,
    OpenParenthesis, CloseParenthesis, OpenBracket, CloseBracket, OpenBrace, CloseBrace,
    Dot, QuestionDot, DotDot, DotDotLess, Ellipsis, Comma, Colon, At,
    Assign, PlusAssign, MinusAssign, TimesAssign, DivideAssign, FloorAssign, ModuloAssign, CoalesceAssign,
    Plus, Minus, Times, Divide, Floor, Modulo, Caret, PlusPlus, MinusMinus, ShiftLeft, ShiftRight,
    Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, And, Or, Ampersand, Bar, PipeGreater,
    Not, Question, QuestionQuestion, QuestionNot,
    Invalid,
}
