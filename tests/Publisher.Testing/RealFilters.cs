using System.Text.Json;

namespace Publisher.Testing;

/// <summary>
/// A filter to call: its input and arguments as JSON, in which <c>{"$time": "…"}</c> is a time, <c>{"$range": [1, 3]}</c> a
/// range and <c>{"$float": "NaN"}</c> a number that JSON has not; and the time zone it is called in.
/// </summary>
public sealed record FilterCase(string Filter, string Input, IReadOnlyList<string> Arguments, string Zone = "UTC")
{
    public override string ToString() =>
        $"{Input} | {Filter}{(Arguments.Count > 0 ? ": " : "")}{string.Join(", ", Arguments)}"
        + (Zone == "UTC" ? "" : $" in {Zone}");
}

/// <summary>
/// The real filters of Liquid and Jekyll, in one Ruby process whose clock stands still: what each call gives, or that it
/// fails.
/// </summary>
public static class RealFilters
{
    public static DateTimeOffset Now { get; } = new(2024, 2, 29, 12, 30, 45, TimeSpan.Zero);

    /// <summary>
    /// The result of each as it prints, and behind a broken bar as <c>inspect</c> shows it; "fault: …" for those that fail.
    /// </summary>
    public static async Task<string[]> CallAsync(IReadOnlyCollection<FilterCase> cases)
    {
        var folder = Directory.CreateTempSubdirectory("publisher-filters-").FullName;
        try
        {
            var (script, input) = (Path.Combine(folder, "filters.rb"), Path.Combine(folder, "cases"));
            await File.WriteAllTextAsync(script, Script);
            await File.WriteAllLinesAsync(input, cases.Select(one => JsonSerializer.Serialize(one.Filter)[1..^1] + "\t" + one.Zone
                + "\t" + one.Input + string.Concat(one.Arguments.Select(argument => "\t" + argument))));
            var printed = await Daemon.RunAsync(new Dictionary<string, string> { ["TZ"] = "UTC", ["LANG"] = "C.UTF-8" },
                Installed.Find("ruby")!, "-W0", script, input, folder);
            return [.. printed.TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize<string>(line)!)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private const string Script = """
        require "json"
        require "jekyll"
        require "fileutils"

        class Time
          def self.now; at(1709209845); end
        end

        def value(json)
          case json
          when Hash
            return Time.parse(json["$time"]) if json.key?("$time")
            return Range.new(*json["$range"]) if json.key?("$range")
            return { "NaN" => Float::NAN, "Infinity" => Float::INFINITY }[json["$float"]] if json.key?("$float")
            json.transform_values { |item| value(item) }
          when Array then json.map { |item| value(item) }
          else json
          end
        end

        folder = File.join(ARGV[1], "site")
        FileUtils.mkdir_p(folder)
        Jekyll.logger.log_level = :error
        config = Jekyll.configuration("source" => folder, "destination" => File.join(folder, "out"), "quiet" => true,
          "highlighter" => "none", "disable_disk_cache" => true)
        site = Jekyll::Site.new(config)
        templates = Hash.new do |all, (name, count)|
          arguments = (0...count).map { |i| "a#{i}" }.join(", ")
          arguments = ": " + arguments if count > 0
          all[[name, count]] = Liquid::Template.parse("{% assign r = v | #{name}#{arguments} %}{{ r }}\u00A6{{ r | inspect }}",
            error_mode: :strict)
        end
        File.foreach(ARGV[0], chomp: true) do |line|
          name, zone, *json = line.split("\t")
          ENV["TZ"] = zone
          input, *arguments = json.map { |text| value(JSON.parse(text)) }
          names = arguments.each_with_index.to_h { |argument, i| ["a#{i}", argument] }
          site.filter_cache.clear if site.filter_cache.size > 0
          output = begin
            templates[[name, arguments.size]].render!({ "v" => input, **names }, registers: { site: site },
              filters: [Jekyll::Filters], strict_filters: true).encode("UTF-8")
          rescue Liquid::Error, StandardError, SystemStackError => e
            "fault: #{e.class}: #{e.message}"
          end
          puts JSON.generate(output.scrub)
        end
        """;
}
