using Spectre.Console;

namespace Backchannel.Cli.Terminal;

/// <summary>A cell: its text, which may be of an article, and a style of the program's own.</summary>
internal readonly record struct Cell(string Text, string Style = "")
{
    public string Markup =>
        Style.Length == 0 ? Spectre.Console.Markup.Escape(Text) : $"[{Style}]{Spectre.Console.Markup.Escape(Text)}[/]";

    public static implicit operator Cell(string text) => new(text);
}

/// <summary>A column: its heading, its width where it is fixed, and whether it is of numbers.</summary>
internal sealed record Column(string Heading, int? Width = null, bool IsNumber = false);

/// <summary>A table that fits the screen: cells wrap, and rows are told apart by a rule.</summary>
internal sealed record TableView(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    public void Print()
    {
        var table = new Table
        {
            Border = TableBorder.Horizontal,
            ShowRowSeparators = true,
            Expand = false,
        };
        foreach (var column in Columns)
        {
            var shown = new TableColumn(new Markup(Markup.Escape(column.Heading)))
            {
                Padding = new Padding(0, 0, 1, 0),
            };
            if (column.Width is { } width)
                shown.Width = width;
            if (column.IsNumber)
                shown.Alignment = Justify.Right;
            table.AddColumn(shown);
        }
        foreach (var row in Rows)
            table.AddRow(row.Select(cell => new Markup(cell.Markup)));
        Screen.Out.Write(table);
    }
}
