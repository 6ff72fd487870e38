using System.Collections.Immutable;

namespace Backchannel.Notation;

/// <summary>
/// A line of notation taken apart, to compare what was expected with what was found: what the expectation leaves out is not asked for,
/// apart from participants, who must be all and no more (whom somebody acts for may be left out).
/// </summary>
internal sealed record NotationLine(
    string Text,
    string Voices,
    string Stance,
    string? Type,
    ImmutableArray<string> Marks,
    ImmutableArray<string> Participants,
    string? Place,
    string? Date
)
{
    public static NotationLine Parse(string line)
    {
        if (line == "words")
            return new(line, "", "", null, [], [], null, null);
        var parts = line.Split(" : ", 3, StringSplitOptions.TrimEntries);
        if (parts.Length < 3)
            return new(line, parts[0], parts.Length > 1 ? parts[1] : "", null, [], [], null, null);
        var voices = parts[0].Split(" said ")[0].Trim();
        var content = parts[2];
        var open = content.IndexOf(" (", StringComparison.Ordinal);
        if (content == "words" || content.StartsWith('"') || open < 0)
            return new(line, voices, parts[1], null, [], [], null, null);
        var close = Closing(content, open + 1);
        var head = content[..open].Split(", ", StringSplitOptions.TrimEntries);
        var participants = content[(open + 2)..close]
            .Split("; ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var tail = content[(close + 1)..];
        if (tail.EndsWith(" carried", StringComparison.Ordinal))
            tail = tail[..^" carried".Length];
        var on = tail.IndexOf(" on ", StringComparison.Ordinal);
        var at = tail.StartsWith(" at ", StringComparison.Ordinal) ? tail[4..(on < 0 ? tail.Length : on)].Trim() : null;
        return new(
            line,
            voices,
            parts[1],
            head[0],
            [.. head.Skip(1)],
            [.. participants],
            at,
            on < 0 ? null : tail[(on + 4)..].Trim()
        );
    }

    private static int Closing(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '(')
                depth++;
            else if (text[i] == ')' && --depth == 0)
                return i;
        }
        return text.Length - 1;
    }

    /// <summary>Whether <paramref name="actual"/> is what this line asks for.</summary>
    public bool Fits(NotationLine actual)
    {
        if (Text == "words")
            return actual.Type is null;
        if (Voices != actual.Voices || Stance != actual.Stance || Type != actual.Type)
            return false;
        if (Type is null)
            return true;
        return Marks.All(mark => actual.Marks.Contains(mark, StringComparer.Ordinal))
            && Marks.Contains("not", StringComparer.Ordinal) == actual.Marks.Contains("not", StringComparer.Ordinal)
            && Sides(this)
                .SetEquals(
                    Sides(actual).Where(side => !IsBehalf(side) || Participants.Contains(side, StringComparer.Ordinal))
                )
            && (Place is null || Place == actual.Place)
            && (Date is null || Date == actual.Date);
    }

    private static bool IsBehalf(string participant) =>
        participant.StartsWith("on_behalf_of ", StringComparison.Ordinal);

    private static HashSet<string> Sides(NotationLine line) => line.Participants.ToHashSet(StringComparer.Ordinal);
}
