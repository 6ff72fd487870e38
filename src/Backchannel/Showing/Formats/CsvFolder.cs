using System.Collections.Immutable;
using System.Text;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Formats;

/// <summary>
/// Four tables: actors, contacts between two of them, claims and statements. RFC 4180 in UTF-8 without a mark in front; what a spreadsheet
/// would run as a formula has an apostrophe before it. Graph programs take nodes.csv and edges.csv as they are.
/// </summary>
public static class CsvFolder
{
    public static ImmutableArray<ExportFile> Files(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return
        [
            Table("nodes.csv", NodeRow.All(archive)),
            Table("edges.csv", ContactPair.All(archive).Select(pair => EdgeRow.Of(archive, pair))),
            Table(
                "claims.csv",
                Ledger.ByTime(archive, ClaimFilter.Everything).Select(claim => ClaimRow.Of(archive, claim))
            ),
            Table("statements.csv", StatementRow.All(archive)),
        ];
    }

    private static ExportFile Table<T>(string name, IEnumerable<T> rows) =>
        new(
            name,
            stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
                Records.WriteCsv(rows, writer);
            }
        );
}
