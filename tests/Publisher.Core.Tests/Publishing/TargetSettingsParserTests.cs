using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Publishing;
using Publisher.Text;

namespace Publisher.Core.Tests.Publishing;

public sealed class TargetSettingsParserTests
{
    private readonly List<Diagnostic> problems = [];
    private int line;

    [Fact]
    public void AFolder()
    {
        Assert.Equal("../public", Assert.IsType<FolderTarget>(Parse(Map(("folder", Text("../public"))))).Folder);
        Assert.True(Assert.IsType<FolderTarget>(Parse(Map(("folder", Text("../public")), ("live", Text("true"))))).IsLive);
    }

    [Fact]
    public void ABucketWithEverything()
    {
        var target = Assert.IsType<S3Target>(Parse(Map(
            ("s3", Map(("bucket", Text("www")), ("prefix", Text("/docs/")), ("region", Text("eu-central-1")),
                ("endpoint", Text("http://127.0.0.1:9000")), ("path_style", Text("true")),
                ("profile", Text("me")), ("max_deletes", Text("7")),
                ("cache_control", Map(("*.mp3", Text("no-cache")), ("assets/**", Text("public")))))),
            ("cdn", List(
                Map(("cloudfront", Text("E1")), ("max_paths", Text("5")), ("endpoint", Text("http://localhost:1/"))),
                Map(("purge", Text("http://cache/")), ("by", Text("tag")), ("host", Text("www.example.org"))),
                Map(("purge", Text("https://api.fastly.com/service/S/purge")), ("by", Text("tag")), ("method", Text("post")),
                    ("headers", Map(("Fastly-Key", Text("$FASTLY_KEY"))))))))));
        Assert.Empty(problems);
        Assert.Equal(("www", "docs", "eu-central-1", "http://127.0.0.1:9000/", true, "me", 7),
            (target.Bucket, target.Prefix.Value, target.Region, target.Endpoint?.AbsoluteUri, target.PathStyle, target.Profile,
                target.MaxDeletes));
        Assert.Equal(["*.mp3", "assets/**"], target.CacheControl.Select(rule => rule.Pattern.Text));
        var cloudFront = Assert.IsType<CloudFrontSettings>(target.Cdn[0]);
        Assert.Equal(("E1", 5, "http://localhost:1/", false),
            (cloudFront.Distribution, cloudFront.MaxPaths, cloudFront.Endpoint.AbsoluteUri, cloudFront.ByTag));
        var varnish = Assert.IsType<PurgeSettings>(target.Cdn[1]);
        Assert.Equal(("PURGE", "xkey", "www.example.org", true),
            (varnish.Method, varnish.TagHeader, varnish.Host, varnish.ByTag));
        var fastly = Assert.IsType<PurgeSettings>(target.Cdn[2]);
        Assert.Equal(("POST", "Surrogate-Key", "$FASTLY_KEY"), (fastly.Method, fastly.TagHeader, fastly.Headers[0].Value));
    }

    [Fact]
    public void AMistypedKeyIsReportedWhereItStandsWithTheNearestName()
    {
        var target = Parse(Map(("s3", Map(("bucket", Text("www")), ("regoin", Text("x"))))));
        var problem = Assert.Single(problems);
        Assert.NotNull(target);
        Assert.Equal(("PB0712", Severity.Warning, "did you mean 'region'?", 2),
            (problem.Code, problem.Severity, problem.Hint, problem.At.Line));
    }

    [Theory]
    [InlineData("PB0711")]
    [InlineData("PB0711", "folder", "a", "s3", "{}")]
    [InlineData("PB0713", "folder", "")]
    [InlineData("PB0713", "s3", "text")]
    [InlineData("PB0714", "s3", "{}")]
    public void WhatCannotBeATarget(string code, params string[] keys)
    {
        Assert.Null(Parse(Map([.. keys.Chunk(2)
            .Select(pair => (pair[0], pair[1] == "{}" ? (DataNode)Map() : Text(pair[1])))])));
        Assert.Equal(code, problems[0].Code);
    }

    [Theory]
    [InlineData("endpoint", "ftp://x", "http")]
    [InlineData("endpoint", "localhost", "http")]
    [InlineData("path_style", "maybe", "true or false")]
    [InlineData("max_deletes", "many", "whole number")]
    public void AValueOfTheWrongKind(string key, string value, string wanted)
    {
        Assert.NotNull(Parse(Map(("s3", Map(("bucket", Text("bbb")), (key, Text(value)))))));
        var problem = Assert.Single(problems);
        Assert.Equal("PB0713", problem.Code);
        Assert.Contains(wanted, problem.Message);
    }

    [Fact]
    public void ACacheOfNoKind()
    {
        var target = Assert.IsType<S3Target>(
            Parse(Map(("s3", Map(("bucket", Text("bbb")))), ("cdn", List(Map(("cloudflare", Text("x"))), Text("y"))))));
        Assert.Empty(target.Cdn);
        Assert.Equal(["PB0715", "PB0715"], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void AMistypedCacheIsToldTheNearestName()
    {
        Parse(Map(("s3", Map(("bucket", Text("bbb")))), ("cdn", List(Map(("cloudfrnt", Text("x")))))));
        Assert.Equal(("PB0715", "did you mean 'cloudfront'?"), (Assert.Single(problems).Code, problems[0].Hint));
    }

    [Theory]
    [InlineData("www.example.org/docs")]
    [InlineData("s3://bucket")]
    [InlineData("ab")]
    public void ANameThatNoBucketHas(string name)
    {
        Assert.Null(Parse(Map(("s3", Map(("bucket", Text(name)))))));
        Assert.Equal("PB0717", Assert.Single(problems).Code);
    }

    private TargetSettings? Parse(DataNode node) => TargetSettingsParser.Parse("live", node, problems);

    private Location Next() => new(new SitePath("publisher.yml"), ++line, 1);

    private ScalarNode Text(string text) => new(Next(), text, true);

    private SequenceNode List(params DataNode[] items) => new(Next(), [.. items]);

    private MappingNode Map(params (string Key, DataNode Value)[] entries) =>
        new(Next(), [.. entries.Select(entry => KeyValuePair.Create(new ScalarNode(entry.Value.At, entry.Key, true),
            entry.Value))]);
}
