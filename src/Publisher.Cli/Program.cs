using Publisher.Cli.Commands;
using Publisher.Cli.Terminal;

using var interruption = new Interruption();
var code = CommandLine.Run(args, Screen.OfConsole(Environment.GetEnvironmentVariable), interruption.Token);
return interruption.CodeOf(code);
