using System.Collections.Frozen;
using System.Globalization;

namespace Publisher.Scriban.Functions;

/// <summary>
/// The month and day names, date orders and number signs of the languages that templates may ask for by a code such as "fr-FR".
/// They are our own data, so that a build is the same on machines with and without the system's.
/// </summary>
internal static class Cultures
{
    private sealed record Language(string Months, string ShortMonths, string Days, string ShortDays, string ShortDate,
        string Numbers);

    private const string Dotted = ",.", Spaced = ",\u00A0", Narrow = ",\u202F", English = ".,";

    private static readonly FrozenDictionary<string, Language> Languages = new Dictionary<string, Language>
    {
        ["fr"] = new("janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
            "dimanche lundi mardi mercredi jeudi vendredi samedi", "dim. lun. mar. mer. jeu. ven. sam.", "dd/MM/yyyy", Narrow),
        ["de"] = new("Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
            "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag", "So Mo Di Mi Do Fr Sa", "dd.MM.yyyy", Dotted),
        ["es"] = new("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene feb mar abr may jun jul ago sept oct nov dic",
            "domingo lunes martes miércoles jueves viernes sábado", "dom lun mar mié jue vie sáb", "dd/MM/yyyy", Dotted),
        ["it"] = new("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "gen feb mar apr mag giu lug ago set ott nov dic",
            "domenica lunedì martedì mercoledì giovedì venerdì sabato", "dom lun mar mer gio ven sab", "dd/MM/yyyy", Dotted),
        ["pt"] = new("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
            "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado",
                "dom. seg. ter. qua. qui. sex. sáb.", "dd/MM/yyyy", Dotted),
        ["nl"] = new("januari februari maart april mei juni juli augustus september oktober november december",
            "jan feb mrt apr mei jun jul aug sep okt nov dec",
            "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag", "zo ma di wo do vr za", "dd-MM-yyyy", Dotted),
        ["sv"] = new("januari februari mars april maj juni juli augusti september oktober november december",
            "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
            "söndag måndag tisdag onsdag torsdag fredag lördag", "sön mån tis ons tors fre lör", "yyyy-MM-dd", Spaced),
        ["da"] = new("januar februar marts april maj juni juli august september oktober november december",
            "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
            "søndag mandag tirsdag onsdag torsdag fredag lørdag", "søn. man. tirs. ons. tors. fre. lør.", "dd.MM.yyyy", Dotted),
        ["nb"] = new("januar februar mars april mai juni juli august september oktober november desember",
            "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
            "søndag mandag tirsdag onsdag torsdag fredag lørdag", "søn. man. tir. ons. tor. fre. lør.", "dd.MM.yyyy", Spaced),
        ["fi"] = new("tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
            "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
            "sunnuntai maanantai tiistai keskiviikko torstai perjantai lauantai", "su ma ti ke to pe la", "d.M.yyyy", Spaced),
        ["pl"] = new("styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
            "sty lut mar kwi maj cze lip sie wrz paź lis gru",
            "niedziela poniedziałek wtorek środa czwartek piątek sobota", "niedz. pon. wt. śr. czw. pt. sob.",
                "dd.MM.yyyy", Spaced),
        ["cs"] = new("leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
            "led úno bře dub kvě čvn čvc srp zář říj lis pro",
            "neděle pondělí úterý středa čtvrtek pátek sobota", "ne po út st čt pá so", "dd.MM.yyyy", Spaced),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The culture of a code; the invariant one for none and for English, whose date order "en-US" and "en-GB" tell apart.
    /// </summary>
    public static CultureInfo Find(TemplateRun run, string? code)
    {
        if (string.IsNullOrEmpty(code) || code.Equals("en", StringComparison.OrdinalIgnoreCase)
            || code.Equals("en-US", StringComparison.OrdinalIgnoreCase))
            return CultureInfo.InvariantCulture;
        var language = code.Split('-', '_')[0];
        if (language.Equals("no", StringComparison.OrdinalIgnoreCase)) language = "nb";
        if (language.Equals("en", StringComparison.OrdinalIgnoreCase)) return Make("dd/MM/yyyy", English, null);
        if (!Languages.TryGetValue(language, out var known))
            throw run.Fault($"the culture '{code}' is not known",
                $"there are en, {string.Join(", ", Languages.Keys.Order(StringComparer.Ordinal))}");
        return Make(known.ShortDate, known.Numbers, known);
    }

    private static CultureInfo Make(string shortDate, string numbers, Language? language)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.ShortDatePattern = shortDate;
        culture.NumberFormat.NumberDecimalSeparator = culture.NumberFormat.PercentDecimalSeparator =
            culture.NumberFormat.CurrencyDecimalSeparator = numbers[..1];
        culture.NumberFormat.NumberGroupSeparator = culture.NumberFormat.PercentGroupSeparator =
            culture.NumberFormat.CurrencyGroupSeparator = numbers[1..];
        if (language is null) return culture;
        culture.DateTimeFormat.MonthNames = culture.DateTimeFormat.MonthGenitiveNames = [.. language.Months.Split(' '), ""];
        culture.DateTimeFormat.AbbreviatedMonthNames = culture.DateTimeFormat.AbbreviatedMonthGenitiveNames =
            [.. language.ShortMonths.Split(' '), ""];
        culture.DateTimeFormat.DayNames = language.Days.Split(' ');
        culture.DateTimeFormat.AbbreviatedDayNames = language.ShortDays.Split(' ');
        return culture;
    }
}
