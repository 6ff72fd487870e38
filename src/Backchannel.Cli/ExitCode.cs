namespace Backchannel.Cli;

/// <summary>What the program's exit codes mean; scripts rely on them.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int NothingFound = 1;

    /// <summary>Done, but some documents had problems, which were printed.</summary>
    public const int DoneWithProblems = 2;

    public const int Usage = 64;

    /// <summary>Something that the operator must put right: a missing path, a broken store, a full disk, a wrong language pack.</summary>
    public const int OperatorTrouble = 74;

    /// <summary>Stopped by Ctrl-C; what was done is kept.</summary>
    public const int Stopped = 130;
}
