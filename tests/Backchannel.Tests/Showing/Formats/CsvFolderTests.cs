using Backchannel.Showing;
using Backchannel.Showing.Formats;
using Backchannel.Tests.Cli;

namespace Backchannel.Tests.Showing.Formats;

public sealed class CsvFolderTests
{
    private static readonly string[] Tables = ["nodes.csv", "edges.csv", "claims.csv", "statements.csv"];

    private static List<List<string>> Read(Archive archive, string name) =>
        Csv.Parse(Accounts.File(CsvFolder.Files(archive), name));

    private static List<string> Column(List<List<string>> rows, string name)
    {
        var at = rows[0].IndexOf(name);
        Assert.True(at >= 0, $"no column {name}");
        return [.. rows.Skip(1).Select(row => row[at])];
    }

    [Fact]
    public void Four_tables_are_written_and_every_row_is_as_wide_as_its_header()
    {
        foreach (var archive in new[] { Accounts.Samples, Accounts.Hostiles })
        foreach (var table in Tables)
        {
            var rows = Read(archive, table);
            Assert.True(rows.Count > 1, table);
            Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        }
    }

    [Fact]
    public void Rows_name_each_other_by_ids_that_are_there()
    {
        var nodes = Column(Read(Accounts.Samples, "nodes.csv"), "id").ToHashSet();
        var claims = Column(Read(Accounts.Samples, "claims.csv"), "id").ToHashSet();
        var edges = Read(Accounts.Samples, "edges.csv");
        var statements = Read(Accounts.Samples, "statements.csv");

        Assert.Equal(Accounts.Samples.Changes.Actors.Length, nodes.Count);
        Assert.Equal(Accounts.Samples.Changes.Claims.Length, claims.Count);
        Assert.Equal(Accounts.Samples.Statements.Count, statements.Count - 1);
        Assert.Subset(nodes, Column(edges, "source").Concat(Column(edges, "target")).ToHashSet());
        Assert.Subset(
            claims,
            Column(edges, "claim").Concat(Column(statements, "claim").Where(id => id.Length > 0)).ToHashSet()
        );
        Assert.Equal(edges.Count - 1, Column(edges, "id").Distinct().Count());
    }

    [Fact]
    public void Nothing_that_a_spreadsheet_would_run_begins_a_cell()
    {
        foreach (var table in Tables)
        {
            var cells = Read(Accounts.Hostiles, table).Skip(1).SelectMany(row => row).ToList();
            Assert.DoesNotContain(cells, cell => cell.TrimStart() is ['=' or '+' or '-' or '@' or '＝', ..]);
            if (table != "statements.csv")
                Assert.Contains(cells, cell => cell.StartsWith("'=HYPERLINK", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_meeting_of_three_is_three_pairs_of_one_claim_that_weighs_one()
    {
        var archive = Accounts.Of("Ana Lind, Karim Oduya and Jonas Berg met in Accra on 3 March 2031.");
        var edges = Read(archive, "edges.csv");

        Assert.Equal(3, edges.Count - 1);
        Assert.Single(Column(edges, "claim").Distinct());
        Assert.All(Column(edges, "pairs"), pairs => Assert.Equal("3", pairs));
        Assert.All(Column(edges, "from"), from => Assert.Equal("2031-03-03", from));
    }

    [Fact]
    public void Who_carried_a_contact_stands_beside_the_pair_and_is_none_of_it()
    {
        var archive = Accounts.Of(SmallStore.Wire[(SmallStore.Wire.IndexOf("---", StringComparison.Ordinal) + 4)..]);
        var edges = Read(archive, "edges.csv");

        Assert.Contains(Column(edges, "through"), through => through.Contains("Oman", StringComparison.Ordinal));
        Assert.Contains("Karim Oduya", Column(edges, "denied_by"));
        Assert.DoesNotContain(
            Column(edges, "source_name").Concat(Column(edges, "target_name")),
            name => name.Contains("Oman", StringComparison.Ordinal)
        );
    }
}
