using Publisher.Cli.Commands;
using Publisher.Cli.Terminal;

using var interruption = new Interruption();
return CommandLine.Run(args, Screen.OfConsole(Environment.GetEnvironmentVariable), interruption.Token);
