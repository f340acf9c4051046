using Publisher.Cli.Commands;
using Publisher.Cli.Terminal;

using var interruption = new Interruption();
var code = CommandLine.Run(args, Screen.OfConsole(Environment.GetEnvironmentVariable), interruption);
return interruption.CodeOf(code);
