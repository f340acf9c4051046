namespace Publisher.Cli.Commands;

/// <summary>
/// The program was asked for something that cannot be meant; the message says what, for the person who typed it.
/// </summary>
public sealed class UsageException(string message) : Exception(message);
