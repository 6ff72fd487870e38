using System.Text;
using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Notation;

/// <summary>How a sentence was cut: units, clauses and cues, for finding out why a sentence gave what it gave.</summary>
internal static class SyntaxNotation
{
    public static string Of(Sentence sentence)
    {
        var text = new StringBuilder();
        text.AppendJoin(' ', sentence.Tokens.Select((token, i) => $"{token.Text}/{Tag(sentence, i)}")).Append('\n');
        foreach (var unit in sentence.Units)
        {
            text.Append('[')
                .Append(unit.Kind == UnitKind.Nominal ? "" : unit.Kind + " ")
                .AppendJoin(' ', sentence.Texts[unit.First..(unit.Last + 1)]);
            if (unit.Nominal is { } n)
            {
                if (n.Marker.Length > 0)
                    text.Append(" <").Append(n.Marker);
                if (n.AttachedTo is { } on)
                    text.Append(" ^").Append(sentence.Texts[on.Last]);
                if (n.ListedWith is { } with)
                    text.Append(" &").Append(sentence.Texts[with.Last]);
                if (n.Renames is { } renames)
                    text.Append(" =").Append(sentence.Texts[renames.Last]);
                if (n.Reference is { } reference)
                    text.Append(" :")
                        .Append(reference.Type)
                        .Append('/')
                        .Append(reference.Kind)
                        .Append('#')
                        .Append(reference.Figure);
            }
            text.Append("] ");
        }
        text.Append('\n');
        foreach (var clause in sentence.Clauses)
            text.Append("  ").Append(Of(sentence, clause)).Append('\n');
        text.Append("  ")
            .AppendJoin(
                ", ",
                sentence
                    .Hits.Where(hit => hit.Cue.Kind > CueKind.Adverb)
                    .Select(hit => $"{hit.Cue.Kind}:{sentence.Texts[hit.Head]}")
            )
            .Append('\n');
        return text.ToString();
    }

    /// <summary>"main: subject Peter Holm; verb met; object Ana Ruiz; in Geneva": one clause in a line.</summary>
    public static string Of(Sentence sentence, Clause clause)
    {
        var parts = new List<string>();
        if (clause.Subject is { } subject)
            parts.Add($"subject {Name(sentence, subject)}{(clause.SubjectIsCarried ? " (from before)" : "")}");
        if (clause.Verb is { } verb)
            parts.Add(
                $"verb {sentence.Texts[verb.Main]}{(verb.IsPassive ? " (passive)" : "")}{(verb.IsNegated ? " (not)" : "")}"
                    + (
                        verb.IsInfinitive ? " (infinitive)"
                        : verb.IsFinite ? ""
                        : " (not finite)"
                    )
            );
        parts.AddRange(clause.Objects.Select(nominal => $"object {Name(sentence, nominal)}"));
        parts.AddRange(clause.Obliques.Select(nominal => $"{nominal.Marker} {Name(sentence, nominal)}".TrimStart()));
        return $"{clause.Kind.ToString().ToLowerInvariant()}: {string.Join("; ", parts)}";
    }

    private static string Tag(Sentence sentence, int i)
    {
        var tag = sentence.Tags[i];
        return tag.Upos
            + (tag.Form == VerbForm.None ? "" : "." + tag.Form)
            + (tag.Mood == Mood.None ? "" : "." + tag.Mood)
            + (tag.Case == Case.None ? "" : "." + tag.Case)
            + (sentence.Grammar[i] is { } grammar ? "~" + grammar : "");
    }

    private static string Name(Sentence sentence, Nominal? nominal) =>
        nominal is null ? "-" : string.Join(' ', sentence.Texts[nominal.First..(nominal.Last + 1)]);
}
