using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Showing.Formats;

namespace Backchannel.Comparing;

/// <summary>One row of a GDELT 2.0 event table.</summary>
internal static class GdeltLine
{
    private static readonly int Id = Column("GLOBALEVENTID");
    private static readonly int Day = Column("SQLDATE");
    private static readonly int Code = Column("EventCode");
    private static readonly int Url = Column("SOURCEURL");

    public static OtherEvent Read(string text, int line, string at)
    {
        var cells = text.Split('\t');
        if (cells.Length != GdeltFolder.EventColumns.Length)
            throw new OperatorException(
                $"{at}: expected the {GdeltFolder.EventColumns.Length} tab-separated columns of a GDELT 2.0 event, found {cells.Length}."
                    + (cells.Length is 57 or 58 ? " Those are the columns of GDELT 1.0, which is not read." : "")
            );
        if (
            !DateOnly.TryParseExact(
                cells[Day],
                "yyyyMMdd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            throw new OperatorException(
                $"{at}: expected a day such as 20310305 in the column SQLDATE, found “{cells[Day]}”."
            );
        if (cells[Code].Length is < 2 or > 4 || !cells[Code].All(char.IsAsciiDigit))
            throw new OperatorException(
                $"{at}: expected a CAMEO code such as 042 in the column EventCode, found “{cells[Code]}”."
            );
        return new()
        {
            Line = line,
            Id = cells[Id],
            Days = Interval.Day(day),
            Code = cells[Code],
            Root = EventCode.PloverOf(cells[Code]),
            Sources = Side(cells, "Actor1"),
            Recipients = Side(cells, "Actor2"),
            Url = cells[Url].Length > 0 ? cells[Url] : null,
        };
    }

    private static ImmutableArray<OtherSide> Side(string[] cells, string actor)
    {
        var name = cells[Column(actor + "Name")].Trim();
        var country = cells[Column(actor + "CountryCode")].Trim();
        return name.Length + country.Length == 0 ? [] : [new(name, country.Length > 0 ? country : null)];
    }

    private static int Column(string name) => GdeltFolder.EventColumns.IndexOf(name);
}
