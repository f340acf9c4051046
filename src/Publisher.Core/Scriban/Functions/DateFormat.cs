using System.Globalization;
namespace Publisher.Scriban.Functions;
internal static class DateFormat
{
    public const string Default = "%d %b %Y";
    public static string Apply(DateTimeOffset date, string pattern, CultureInfo culture) => date.ToString("dd MMM yyyy", culture);
}
