using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Sources;

public class SourceSetTests
{
    private static SourceSet Set(IEnumerable<string> paths)
    {
        var reader = new MemoryReader();
        foreach (var path in paths) reader.Write(path, path);
        return reader.Read();
    }

    [Fact]
    public void Replacing_is_the_same_as_making_the_set_anew()
    {
        var random = new Random(3);
        string Any() => string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(4) switch { 0 => "a", 1 => "a-b", 2 => "a.md", _ => "b" + random.Next(9) }));
        for (var i = 0; i < 2000; i++)
        {
            var before = Enumerable.Range(0, random.Next(20)).Select(_ => Any()).ToHashSet();
            var looked = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new SitePath(Any())).ToArray();
            bool IsLooked(string path) => looked.Any(at => at.Value == path || new SitePath(path).IsBelow(at));
            var found = Enumerable.Range(0, random.Next(6)).Select(_ => Any()).Where(IsLooked).ToHashSet();

            var replaced = Set(before).Replace(looked, Set(found).Files);
            var expected = before.Where(path => !IsLooked(path)).Concat(found).Order(StringComparer.Ordinal);
            Assert.Equal(expected, replaced.Files.Select(file => file.Path.Value));
            foreach (var path in before.Concat(found)) Assert.Equal(replaced.Files.FirstOrDefault(file => file.Path.Value == path), replaced.Find(new SitePath(path)));
        }
    }
}
