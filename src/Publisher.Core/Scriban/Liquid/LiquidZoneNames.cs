namespace Publisher.Scriban.Liquid;

/// <summary>
/// The short names of time zones, for <c>%Z</c>. They are our own data, as the system's differ from machine to machine; a zone
/// that is not here prints its offset, as the zone database itself does for zones without a name in use.
/// </summary>
internal static class LiquidZoneNames
{
    private static readonly (string Names, string Zones)[] Known =
    [
        ("GMT BST", "Europe/London Europe/Belfast Europe/Jersey Europe/Guernsey Europe/Isle_of_Man GB"),
        ("GMT IST", "Europe/Dublin"),
        ("WET WEST", "Europe/Lisbon Atlantic/Canary Atlantic/Madeira Atlantic/Faroe"),
        ("CET CEST", "Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels "
            + "Europe/Budapest Europe/Busingen Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg "
            + "Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome "
            + "Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vaduz Europe/Vatican "
            + "Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich CET"),
        ("EET EEST", "Europe/Athens Europe/Bucharest Europe/Chisinau Europe/Helsinki Europe/Kiev Europe/Kyiv "
            + "Europe/Mariehamn Europe/Riga Europe/Sofia Europe/Tallinn Europe/Vilnius Asia/Beirut Asia/Nicosia EET"),
        ("MSK MSK", "Europe/Moscow Europe/Simferopol"),
        ("IST IDT", "Asia/Jerusalem Asia/Tel_Aviv"),
        ("SAST SAST", "Africa/Johannesburg"),
        ("WAT WAT", "Africa/Lagos Africa/Luanda Africa/Kinshasa"),
        ("EAT EAT", "Africa/Nairobi Africa/Addis_Ababa Africa/Kampala"),
        ("PKT PKT", "Asia/Karachi"),
        ("IST IST", "Asia/Kolkata Asia/Calcutta"),
        ("WIB WIB", "Asia/Jakarta"),
        ("CST CST", "Asia/Shanghai Asia/Taipei Asia/Macau PRC"),
        ("HKT HKT", "Asia/Hong_Kong"),
        ("PST PST", "Asia/Manila"),
        ("JST JST", "Asia/Tokyo Japan"),
        ("KST KST", "Asia/Seoul"),
        ("AWST AWST", "Australia/Perth"),
        ("ACST ACDT", "Australia/Adelaide Australia/Darwin"),
        ("AEST AEDT", "Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Canberra Australia/Brisbane"),
        ("NZST NZDT", "Pacific/Auckland NZ"),
        ("HST HST", "Pacific/Honolulu US/Hawaii"),
        ("AKST AKDT", "America/Anchorage US/Alaska"),
        ("PST PDT", "America/Los_Angeles America/Vancouver America/Tijuana US/Pacific PST8PDT"),
        ("MST MDT", "America/Denver America/Edmonton America/Boise America/Phoenix US/Mountain MST7MDT"),
        ("CST CDT", "America/Chicago America/Winnipeg America/Mexico_City America/Regina US/Central CST6CDT"),
        ("EST EDT", "America/New_York America/Toronto America/Detroit America/Montreal America/Panama US/Eastern EST5EDT"),
        ("AST ADT", "America/Halifax America/Puerto_Rico Atlantic/Bermuda"),
        ("NST NDT", "America/St_Johns"),
    ];

    /// <summary>
    /// "CET". Empty for a date whose offset is not the zone's at that time: it was written with an offset, and those have no
    /// name.
    /// </summary>
    public static string Of(DateTimeOffset date, TimeZoneInfo? zone)
    {
        if (zone is null || zone.Id is "UTC" or "Etc/UTC") return date.Offset == TimeSpan.Zero ? "UTC" : "";
        if (zone.GetUtcOffset(date) != date.Offset) return "";
        foreach (var (names, zones) in Known)
        {
            if (!zones.Split(' ').Contains(zone.Id)) continue;
            return names.Split(' ')[zone.IsDaylightSavingTime(date) ? 1 : 0];
        }
        return LiquidDateFormat.Apply(date, date.Offset.Minutes == 0 ? "%:::z" : "%z", null);
    }
}
