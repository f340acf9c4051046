using System.Text.Json;

namespace Publisher.Testing;

/// <summary>
/// A template for the real Liquid: its data as JSON, and the templates it can include. Jekyll's include is another tag than
/// Liquid's own.
/// </summary>
public sealed record LiquidCase(string Template, string Data, IReadOnlyDictionary<string, string> Includes, bool Jekyll = false);

/// <summary>
/// The real Liquid, with Jekyll's filters and tags, in one Ruby process: what it prints for a template, or that it fails.
/// </summary>
public static class RealLiquid
{
    /// <summary>Why it cannot run here, with the command that would change that; null when it can.</summary>
    public static string? WhyNot { get; } = Installed.Missing("Jekyll", "jekyll", "ruby", "jekyll");

    /// <summary>Tags as plugins bring them: each prints its name and the text that stands in it, in brackets.</summary>
    public static IReadOnlyList<string> PluginTags { get; } = ["image", "asset_path"];

    /// <summary>The output of each; null for those that real Liquid refuses or that fail while they run.</summary>
    public static async Task<string?[]> RenderAsync(IReadOnlyCollection<LiquidCase> cases)
    {
        var folder = Directory.CreateTempSubdirectory("publisher-liquid-").FullName;
        try
        {
            var (script, input) = (Path.Combine(folder, "liquid.rb"), Path.Combine(folder, "cases.json"));
            await File.WriteAllTextAsync(script, Script);
            await using (var file = File.Create(input)) Write(file, cases);
            var printed = await Daemon.RunAsync(new Dictionary<string, string> { ["TZ"] = "UTC", ["LANG"] = "C.UTF-8" },
                Installed.Find("ruby")!, script, input, folder);
            using var json = JsonDocument.Parse(printed);
            return [.. json.RootElement.EnumerateArray().Select(output => output.GetString())];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(Stream file, IEnumerable<LiquidCase> cases)
    {
        using var json = new Utf8JsonWriter(file);
        json.WriteStartArray();
        foreach (var one in cases)
        {
            json.WriteStartObject();
            json.WriteString("template", one.Template);
            json.WritePropertyName("data");
            json.WriteRawValue(one.Data);
            json.WriteBoolean("jekyll", one.Jekyll);
            json.WriteStartObject("includes");
            foreach (var (name, source) in one.Includes) json.WriteString(name, source);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private const string Script = """
        require "json"
        require "jekyll"
        require "fileutils"

        # What Rails brings and newer versions of Liquid have themselves.
        class Object; def blank?; respond_to?(:empty?) ? !!empty? : !self; end; end
        class String; def blank?; strip.empty?; end; end
        class Numeric; def blank?; false; end; end

        class Templates
          def initialize(all) = @all = all
          def read_template_file(name) = @all[name] || raise(Liquid::FileSystemError, "no #{name}")
        end

        # A tag as plugins bring it.
        class Plugin < Liquid::Tag
          def initialize(name, markup, options)
            super
            @markup = markup.strip
          end

          def render(context) = "[#{@tag_name} #{Liquid::Template.parse(@markup).render(context)}]"
        end
        ["image", "asset_path"].each { |name| Liquid::Template.register_tag(name, Plugin) }

        folder = File.join(ARGV[1], "site")
        FileUtils.mkdir_p(File.join(folder, "_includes"))
        Jekyll.logger.log_level = :error
        config = Jekyll.configuration("source" => folder, "destination" => File.join(folder, "out"), "quiet" => true,
          "highlighter" => "none", "timezone" => "UTC", "disable_disk_cache" => true)
        site = Jekyll::Site.new(config)
        both = ["include", "include_relative"].to_h { |name| [name, Liquid::Template.tags[name]] }
        outputs = JSON.parse(File.read(ARGV[0])).map do |one|
          begin
            Liquid::Template.register_tag("include", one["jekyll"] ? both["include"] : Liquid::Include)
            if one["jekyll"]
              site.inclusions.clear
              site.liquid_renderer.reset
              one["includes"].each do |name, text|
                path = File.join(folder, "_includes", name)
                FileUtils.mkdir_p(File.dirname(path))
                File.write(path, text)
              end
            end
            Liquid::Template.file_system = Templates.new(one["includes"])
            template = Liquid::Template.parse(one["template"], error_mode: :strict, line_numbers: true)
            template.render!(one["data"], registers: { site: site, page: { "path" => "text" } }, filters: [Jekyll::Filters])
          rescue Liquid::Error, StandardError, SystemStackError => e
            STDERR.puts "#{e.class}: #{e.message}" if ENV["LIQUID_TRACE"]
            nil
          end
        end
        puts JSON.generate(outputs)
        """;
}
