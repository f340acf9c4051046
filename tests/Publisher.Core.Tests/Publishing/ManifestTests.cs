using System.Collections.Immutable;
using System.Text;
using Publisher.Publishing;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Core.Tests.Publishing;

public sealed class ManifestTests
{
    [Fact]
    public void ComesBackAsItWasWritten()
    {
        var manifest = new Manifest
        {
            By = "me", At = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), Owed = [new SitePath("zürich/index.html")],
            Objects = new Dictionary<SitePath, ManifestEntry>
            {
                [new("a.html")] = new(ContentHash.Of("a"u8), 1, Stamp.Of("h")),
                [new("empty")] = new(ContentHash.Of([]), 0, Stamp.Of("h")), [new("doubt")] = ManifestEntry.InDoubt,
            }.ToImmutableSortedDictionary(),
        };
        var back = Manifest.FromJson(manifest.ToJson(), out _)!;
        Assert.Equal(manifest.Objects, back.Objects);
        Assert.Equal((manifest.By, manifest.At), (back.By, back.At));
        Assert.Equal(manifest.Owed, back.Owed);
        Assert.Equal(manifest.ToJson(), back.ToJson());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":1,\"objects\":{\"a\":3}}")]
    public void WhatIsNoManifest(string text)
    {
        Assert.Null(Manifest.FromJson(Encoding.UTF8.GetBytes(text), out var newer));
        Assert.False(newer);
    }

    [Fact]
    public void ALaterVersionIsKnownAsSuch()
    {
        Assert.Null(Manifest.FromJson("{\"version\":2,\"objects\":{}}"u8, out var newer));
        Assert.True(newer);
    }

    [Fact]
    public void AHashIsWrittenAsEveryServiceWritesIt()
    {
        var hash = ContentHash.Of("hello"u8);
        Assert.Equal("5d41402abc4b2a76b9719d911017c592", hash.ToString());
        Assert.Equal("XUFAKrxLKna5cZ2REBfFkg==", hash.ToBase64());
        Assert.Equal(hash, ContentHash.Parse("5d41402abc4b2a76b9719d911017c592"));
        Assert.Null(ContentHash.Parse("5d41402abc4b2a76b9719d911017c592-3"));
    }
}
