using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Publisher.Scriban.Values;

/// <summary>
/// Anything a template can hold, in three words: what type it is, and a reference or a number. Making one allocates nothing,
/// save for decimals, big integers and ranges.
/// </summary>
public readonly struct Value
{
    private readonly ObjectType? type;
    private readonly object? reference;
    private readonly long bits;

    private Value(ObjectType type, object? reference, long bits = 0)
    {
        this.type = type;
        this.reference = reference;
        this.bits = bits;
    }

    public static Value Null => new(KindTypes.Null, null);

    public static Value True => new(KindTypes.Boolean, null, 1);

    public static Value False => new(KindTypes.Boolean, null);

    public ValueKind Kind => type is null ? ValueKind.Undefined : type.Kind;

    /// <summary>The type that answers member look-ups; undefined values are null.</summary>
    public ObjectType Type => type ?? KindTypes.Null;

    /// <summary>The object behind an html, array, object, host or function value.</summary>
    public object? Reference => reference;

    public bool IsUndefined => type is null;

    public bool IsNull => type is null || ReferenceEquals(type, KindTypes.Null);

    public bool IsString => ReferenceEquals(type, KindTypes.String);

    /// <summary>Only null, false and <c>empty</c> are false.</summary>
    public bool IsTrue => !IsNull
        && (bits != 0 || !(ReferenceEquals(type, KindTypes.Boolean) || ReferenceEquals(reference, Functions.BuiltIns.Empty)));

    public bool IsInteger => ReferenceEquals(type, KindTypes.Integer);

    public bool IsNumber => Kind is >= ValueKind.Integer and <= ValueKind.Decimal;

    internal long Bits => bits;

    public static Value FromBoolean(bool value) => new(KindTypes.Boolean, null, value ? 1 : 0);

    public static Value FromInteger(long value) => new(KindTypes.Integer, null, value);

    public static Value FromDouble(double value) => new(KindTypes.Double, null, BitConverter.DoubleToInt64Bits(value));

    public static Value FromFloat(float value) => new(KindTypes.Float, null, BitConverter.SingleToInt32Bits(value));

    public static Value FromDecimal(decimal value) => new(KindTypes.Decimal, value);

    /// <summary>The narrowest integer that holds the value.</summary>
    public static Value FromBig(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? FromInteger((long)value) : new Value(KindTypes.Big, value);

    /// <summary>Text that is escaped when it is printed into HTML; null gives the null value.</summary>
    public static Value FromString(string? text) => text is null ? Null : new Value(KindTypes.String, text);

    public static Value FromHtml(string? html) => html is null ? Null : new Value(KindTypes.Html, html);

    /// <summary>UTF-8 markup; the bytes must not change afterwards.</summary>
    public static Value FromHtml(ReadOnlyMemory<byte> html) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(html, out var part) && part.Array is { } array
            ? new Value(KindTypes.Html, array, ((long)part.Offset << 32) | (uint)part.Count)
            : new Value(KindTypes.Html, html.ToArray(), html.Length);

    public static Value FromHtml(IHtml? html) => html is null ? Null : new Value(KindTypes.Html, html);

    public static Value FromDate(DateTimeOffset date) => new(KindTypes.Date, Offsets.Box(date.Offset), date.UtcTicks);

    public static Value FromTimeSpan(TimeSpan span) => new(KindTypes.TimeSpan, null, span.Ticks);

    public static Value FromList(ValueList? list) => list is null ? Null : new Value(KindTypes.Array, list);

    /// <summary>A list of strings, read in place.</summary>
    public static Value FromStrings(ImmutableArray<string> texts) =>
        FromList(new MappedList<string>(texts, static (text, _) => FromString(text)));

    public static Value FromObject(ValueObject? value) => value is null ? Null : new Value(KindTypes.Object, value);

    public static Value FromFunction(Function? function) => function is null ? Null : new Value(KindTypes.Function, function);

    /// <summary>A value of the host; null gives the null value. Allocates nothing.</summary>
    public static Value FromHost(ObjectType type, object? target) => target is null ? Null : new Value(type, target);

    public bool AsBoolean => bits != 0;

    public long AsInteger => bits;

    public double AsDouble => BitConverter.Int64BitsToDouble(bits);

    public float AsFloat => BitConverter.Int32BitsToSingle((int)bits);

    public decimal AsDecimal => (decimal)reference!;

    public BigInteger AsBig => (BigInteger)reference!;

    public string AsString => Unsafe.As<string>(reference!);

    public DateTimeOffset AsDate => new DateTimeOffset(bits, TimeSpan.Zero).ToOffset((TimeSpan)reference!);

    public TimeSpan AsTimeSpan => new(bits);

    public ValueList AsList => Unsafe.As<ValueList>(reference!);

    public ValueObject AsObject => Unsafe.As<ValueObject>(reference!);

    public Function AsFunction => Unsafe.As<Function>(reference!);

    internal ReadOnlySpan<byte> HtmlBytes => ((byte[])reference!).AsSpan((int)(bits >> 32), (int)bits);

    /// <summary>For the debugger and for tests; templates print through <see cref="ValueText"/>.</summary>
    public override string ToString() => $"{Kind} {reference ?? bits}";
}
