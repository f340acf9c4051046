using Publisher.Content;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering;
using Publisher.Text;

namespace Publisher.Engine;

/// <summary>What all builds of one builder share, beside what they remember.</summary>
internal sealed record Tools(TemplateSet Templates, BufferPool Buffers, PageParser Parser, MediaFiles Media);
