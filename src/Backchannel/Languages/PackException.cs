namespace Backchannel.Languages;

/// <summary>A language pack is wrong; the message is "file:line: expected ..." and the program does not start.</summary>
public sealed class PackException : Exception
{
    public PackException(string file, int line, string expected)
        : base($"{file}:{line}: {expected}") { }
}
