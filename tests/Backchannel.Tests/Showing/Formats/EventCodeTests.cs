using Backchannel.Showing.Formats;

namespace Backchannel.Tests.Showing.Formats;

public sealed class EventCodeTests
{
    private static IEnumerable<EventCode> Of(ContentType type) =>
        new[] { type.Codes.Done, type.Codes.Intended, type.Codes.Refused, type.Codes.CalledOff }.OfType<EventCode>();

    [Fact]
    public void Both_schemes_say_the_same_of_every_type_and_stage()
    {
        Assert.All(
            ContentType.All.SelectMany(Of),
            code =>
            {
                Assert.Equal(code.Plover, EventCode.PloverOf(code.Cameo));
                Assert.Matches(@"^\d{3,4}$", code.Cameo);
            }
        );
    }

    [Fact]
    public void A_contact_is_consulting_only_when_it_is_held_or_goes_on()
    {
        foreach (var type in ContentType.All.Where(type => type.Family == Family.Contact))
        foreach (var status in Enum.GetValues<Status>())
            Assert.Equal(status is Status.Held or Status.Ongoing, type.Codes.For(status) is { Plover: "CONSULT" });
    }

    [Theory]
    [InlineData("010", null)]
    [InlineData("026", null)]
    [InlineData("036", "AGREE")]
    [InlineData("0871", "RETREAT")]
    [InlineData("0814", "RETREAT")]
    [InlineData("0831", "CONCEDE")]
    [InlineData("163", "COERCE")]
    [InlineData("1712", "ASSAULT")]
    [InlineData("191", "COERCE")]
    [InlineData("2042", "ASSAULT")]
    [InlineData("x", null)]
    public void Any_cameo_code_has_the_root_of_the_manuals_table(string cameo, string? root) =>
        Assert.Equal(root, EventCode.PloverOf(cameo));

    [Fact]
    public void The_table_of_the_documentation_is_the_one_in_use()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "export.md"))
            .SkipWhile(line => line != "# PLOVER")
            .SkipWhile(line => !line.StartsWith("| type |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line =>
                line.Split('|')
                    .Select(cell => cell.Replace("(not if tried)", "", StringComparison.Ordinal).Trim())
                    .ToArray()
            )
            .ToList();
        foreach (var type in ContentType.All)
        {
            var row = Assert.Single(rows, row => row[1].Split(", ").Contains(type.Name));
            Assert.Equal(
                (
                    type.Name,
                    Cell(type.Codes.Done),
                    Cell(type.Codes.Intended),
                    Cell(type.Codes.Refused),
                    Cell(type.Codes.CalledOff)
                ),
                (type.Name, row[2], row[3], row[4], row[5])
            );
        }

        static string Cell(EventCode? code) =>
            code is null ? "" : $"{code.Plover} {code.Cameo}{(code.Mode is { } mode ? ", " + mode : "")}";
    }

    [Fact]
    public void The_published_table_agrees()
    {
        var table = Repository.Shared is { } shared
            ? Path.Combine(shared, "data", "events", "plover", "CAMEO2PLOVER-2021.txt")
            : null;
        Assert.SkipUnless(
            table is not null && File.Exists(table),
            "the table from CAMEO to PLOVER is not beside this checkout"
        );
        var rows =
            from line in File.ReadLines(table!)
            let parts = line.Split(':', 2)
            where parts.Length == 2 && parts[0].Length is 3 or 4 && parts[0].All(char.IsAsciiDigit)
            select (Code: parts[0], Fields: parts[1].Split('#')[0].Split(',').Select(field => field.Trim()).ToArray());
        // 201 is a pattern of events in the manual, and an assault in the table.
        foreach (var (code, fields) in rows)
            Assert.Equal((code, fields[0]), (code, EventCode.PloverOf(code)));
        var modes = rows.GroupBy(row => row.Code)
            .ToDictionary(row => row.Key, row => row.First().Fields.ElementAtOrDefault(1) ?? "");
        Assert.All(
            ContentType.All.SelectMany(Of).Where(code => code.Mode is not null && code.Cameo != "075"),
            code => Assert.Equal((code.Cameo, code.Mode), (code.Cameo, modes[code.Cameo]))
        );
    }

    [Fact]
    public void Every_state_of_the_world_lists_has_a_country_code()
    {
        var states = File.ReadLines(Path.Combine(Repository.Root, "languages", "_world", "states.txt"))
            .Where(line => line is [_, _, ' ', '|', ..])
            .Select(line => line[..2])
            .ToList();
        var codes = states
            .Select(code => new Actor
            {
                Id = new("a"),
                Name = code,
                Type = ActorType.State,
                Known = $"state:{code}",
            })
            .Select(actor => Country.Of(new([], new(), []), actor))
            .ToList();

        Assert.True(states.Count > 200);
        Assert.DoesNotContain(null, codes);
        Assert.Equal(states.Count, codes.Select(country => country!.Alpha3).Distinct().Count());
    }
}
