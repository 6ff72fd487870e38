using System.CommandLine;
using Backchannel.Showing;
using Backchannel.Storage;

namespace Backchannel.Cli;

/// <summary>The archive of the store that the command line names.</summary>
internal static class Stored
{
    public static Archive Open(ParseResult result)
    {
        using var store = Store.OpenExisting(Options.StorePath(result));
        return store.Archive();
    }
}
