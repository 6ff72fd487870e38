using Backchannel.Showing;

namespace Backchannel.Web;

/// <summary>The words a statement rests on, between the words of the passage around them; without controls that would turn the page.</summary>
public readonly record struct Quoted(string Before, string Words, string After)
{
    /// <summary>Characters of the neighbouring sentences that are shown.</summary>
    private const int Neighbour = 220;

    public static Quoted Of(Said said)
    {
        var text = said.Reading.Document.Text;
        var evidence = said.Statement.Evidence;
        var passage =
            said.Reading.Findings.Passages.FirstOrDefault(each => each.Span.Contains(evidence))?.Span ?? evidence;
        var from = Math.Max(passage.Start, evidence.Start - Neighbour);
        var to = Math.Min(passage.End, evidence.End + Neighbour);
        // Never between the two halves of a character.
        if (from > 0 && from < text.Length && char.IsLowSurrogate(text[from]))
            from--;
        if (to < text.Length && char.IsLowSurrogate(text[to]))
            to++;
        return new(
            Bidi.Plain((from > passage.Start ? "…" : "") + text[from..evidence.Start]),
            Bidi.Plain(evidence.Of(text)),
            Bidi.Plain(text[evidence.End..to] + (to < passage.End ? "…" : ""))
        );
    }
}
