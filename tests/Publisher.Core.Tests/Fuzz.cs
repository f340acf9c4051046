using System.Text;

namespace Publisher.Core.Tests;

/// <summary>
/// Feeds a reader random and mutated texts, the same ones in every run. The environment variable PUBLISHER_FUZZ raises the count.
/// </summary>
internal static class Fuzz
{
    public static readonly string[] Yaml =
    [
        "title: \"One: two\"\ndate: 2024-01-02 03:04:05 +01:00\ntags: [a, b, 'c d']\nmap: &m {x: 1, y: *m}\n<<: *m\n",
        "a: >-\n  folded\n  text\n\nb: |+\n  kept\n\n- list\n-\t tab\n? complex\n: value\n",
        "%YAML 1.1\n---\n!!map {a: !!str 1, \"b\\u0041\": 'it''s'}\n...\n---\nsecond # remark\n",
        "- &a [1, *b]\n- <<: [*a, {k: v}]\n  @x: `y`\n",
    ];

    public static readonly string[] Json =
    [
        "{\"title\": \"One\", \"n\": [1, 2.5e3, -0, true, false, null], \"o\": {\"\\u00e9\": \"\\n\\\"\"}} // end",
        "[[[[\"a\", {\"b\": []}]]], /* x */ {\"k\": {\"k\": {}}},]",
    ];

    /// <summary>
    /// Runs <paramref name="check"/> on <paramref name="count"/> texts grown from the seeds; each must end within five seconds.
    /// </summary>
    public static void Run(string[] seeds, int count, Action<string> check, string alphabet = " \n\t-:,[]{}&*!|>'\"%@`#?<~\\/0aé😀\0\r")
        => Repeat(count, random => random.Next(5) == 0 ? Noise(random, alphabet) : Mutate(random, seeds, alphabet), check, text => text);

    /// <summary>The same for files that are no texts.</summary>
    public static void Run(byte[][] seeds, int count, Action<byte[]> check) =>
        Repeat(count, random => Mutate(random, seeds), check, Convert.ToHexString);

    private static void Repeat<T>(int count, Func<Random, T> next, Action<T> check, Func<T, string> shown)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("PUBLISHER_FUZZ"), out var asked)) count = asked;
        var random = new Random(20_240_808);
        for (var i = 0; i < count; i++)
        {
            var text = next(random);
            var start = ThreadTime.Milliseconds;
            try
            {
                check(text);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Input {i}: {fault.GetType().Name} on «{shown(text)}»", fault);
            }
            var took = ThreadTime.Milliseconds - start;
            if (took > 5000) throw new TimeoutException($"Input {i} took {took} ms: «{shown(text)}»");
        }
    }

    private static string Noise(Random random, string alphabet)
    {
        var text = new StringBuilder();
        for (var length = random.Next(200); length > 0; length--) text.Append(alphabet[random.Next(alphabet.Length)]);
        return text.ToString();
    }

    private static string Mutate(Random random, string[] seeds, string alphabet)
    {
        var text = new StringBuilder(seeds[random.Next(seeds.Length)]);
        for (var edits = random.Next(1, 12); edits > 0 && text.Length > 0; edits--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            switch (random.Next(6))
            {
                case 0: text.Remove(at, length); break;
                case 1: text.Insert(at, alphabet[random.Next(alphabet.Length)]); break;
                case 2: text.Insert(at, text.ToString(at, length)); break;
                case 3: text[at] = alphabet[random.Next(alphabet.Length)]; break;
                case 4: text.Insert(at, alphabet[random.Next(alphabet.Length)].ToString(), random.Next(1, 60)); break;
                default:
                    var other = seeds[random.Next(seeds.Length)];
                    var from = random.Next(other.Length);
                    text.Insert(at, other.Substring(from, random.Next(other.Length - from)));
                    break;
            }
        }
        return text.ToString();
    }

    private static byte[] Mutate(Random random, byte[][] seeds)
    {
        ReadOnlySpan<byte> telling = [0, 1, 0x7F, 0x80, 0xFF];
        var bytes = new List<byte>(seeds[random.Next(seeds.Length)]);
        for (var edits = random.Next(1, 8); edits > 0 && bytes.Count > 0; edits--)
        {
            // Heads say what the rest is, so most edits go there.
            var at = random.Next(random.Next(2) == 0 ? Math.Min(bytes.Count, 600) : bytes.Count);
            var length = Math.Min(random.Next(1, random.Next(8) == 0 ? 2000 : 12), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes.RemoveRange(at, bytes.Count - at); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes[at] = (byte)random.Next(256); break;
                case 4: for (var i = 0; i < Math.Min(length, 8); i++) bytes[at + i] = telling[random.Next(telling.Length)]; break;
                case 5: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                default:
                    var other = seeds[random.Next(seeds.Length)];
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, 400))]);
                    break;
            }
        }
        return [.. bytes];
    }
}
