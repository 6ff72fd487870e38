using System.CommandLine;
using System.CommandLine.Parsing;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Cli.Commands;

/// <summary>The filters of the lists, and what they ask for.</summary>
internal static class FilterOptions
{
    public static Option<string?> Actor { get; } =
        new("--actor")
        {
            Description = "Who takes part, or whose side does: any name in any script, whole or in part",
            HelpName = "NAME",
        };

    public static Option<string?> With { get; } =
        new("--with") { Description = "Who takes part too", HelpName = "NAME" };

    public static Option<string?> Through { get; } =
        new("--through") { Description = "Through which intermediary", HelpName = "NAME" };

    public static Option<Interval?> Since { get; } = Days("--since", "Not over before this day, month or year");

    public static Option<Interval?> Until { get; } = Days("--until", "Begun by this day, month or year");

    public static Option<string?> Standing { get; } =
        Among("--standing", "How it stands", Enum.GetValues<Standing>().Select(each => Words.Of(each)));

    public static Option<string?> Language { get; } =
        new("--language") { Description = "Said in a document of this language", HelpName = "CODE" };

    public static Option<string?> ContactType { get; } =
        Among(
            "--type",
            "What kind of contact",
            Backchannel.ContentType.All.Where(type => type.Family == Family.Contact).Select(Dashed)
        );

    public static Option<string?> ClaimType { get; } =
        Among("--type", "What kind of thing is claimed", Backchannel.ContentType.All.Select(Dashed));

    public static Option<string?> ActorType { get; } =
        Among("--type", "What kind of actor", Enum.GetValues<ActorType>().Select(each => Words.Of(each)));

    public static Option<string?> ClaimFamily { get; } =
        Among("--family", "Which family of claims", Enum.GetValues<Family>().Select(each => Words.Of(each)));

    /// <summary>The claims that the options ask for; options that a command does not have ask for nothing.</summary>
    public static ClaimFilter Claims(ParseResult result, Family? family)
    {
        var type = result.GetResult(ContactType) is null ? result.GetValue(ClaimType) : result.GetValue(ContactType);
        return new()
        {
            Family = family ?? Value<Family>(result.GetValue(ClaimFamily)),
            Actor = Name(result.GetValue(Actor)),
            With = Name(result.GetValue(With)),
            Through = Name(result.GetValue(Through)),
            When = Between(result),
            Type = type is null ? null : Backchannel.ContentType.Named(type),
            Standing = Value<Standing>(result.GetValue(Standing)),
            Language = result.GetValue(Language),
        };
    }

    public static NameQuery? Name(string? text) => text is null ? null : new(text);

    /// <summary>The days from the beginning of --since to the end of --until.</summary>
    public static Interval Between(ParseResult result)
    {
        var between = new Interval(result.GetValue(Since)?.From, result.GetValue(Until)?.To);
        return between is { From: { } from, To: { } to } && from > to
            ? throw new UsageException($"--since {Interval.Iso(from)} is after --until {Interval.Iso(to)}.")
            : between;
    }

    private static T? Value<T>(string? name)
        where T : struct, Enum => name is null ? null : Enum.Parse<T>(name, ignoreCase: true);

    private static string Dashed(ContentType type) => type.Name.Replace(' ', '-');

    private static Option<string?> Among(string name, string description, IEnumerable<string> values)
    {
        string[] names = [.. values];
        return new Option<string?>(name)
        {
            Description = $"{description}: {string.Join(", ", names)}",
            HelpName = name[2..].ToUpperInvariant(),
        }.AcceptOnlyFromAmong(names);
    }

    private static Option<Interval?> Days(string name, string description) =>
        new(name)
        {
            Description = description + ": 2031-03-05, 2031-03 or 2031",
            HelpName = "DATE",
            CustomParser = argument => Parse(argument, name),
        };

    private static Interval? Parse(ArgumentResult argument, string name)
    {
        var text = argument.Tokens[0].Value;
        if (
            !text.Contains("..", StringComparison.Ordinal)
            && !text.Contains('/', StringComparison.Ordinal)
            && Interval.TryParse(text, out var days)
        )
            return days;
        argument.AddError(
            $"{name} takes a day, a month or a year, such as 2031-03-05, 2031-03 or 2031; '{text}' is none."
        );
        return null;
    }
}
