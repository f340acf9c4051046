using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Publisher.Benchmarks;

// 'scale N' and 'show N' print what N posts and N episodes cost, 'show N spoken' with transcripts; anything else goes to BenchmarkDotNet.
if (args is ["scale", ..])
{
    Scale.Run(args.Length > 1 ? int.Parse(args[1]) : 10_000);
    return;
}
if (args is ["show", ..])
{
    ShowScale.Run(args.Length > 1 ? int.Parse(args[1]) : 1_000, isSpoken: args is [_, _, "spoken"]);
    return;
}
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Scale).Assembly).Run(args, config);
