using System.Collections.Frozen;

namespace Backchannel.Languages;

/// <summary>
/// A cue found in a sentence: which, and from which token to which (both included); Head is the token that bears its arguments.
/// <paramref name="Matched"/> has a bit for each token from First on that the phrase itself takes; those in its gaps are not its own.
/// </summary>
public readonly record struct Hit(Cue Cue, int First, int Last, int Head, ulong Matched)
{
    public int Length => Last - First + 1;

    public bool Covers(int token) => First <= token && token <= Last && (Matched >> (token - First) & 1) != 0;

    /// <summary>The same words where the tokens have got new places; null where those lie too far apart.</summary>
    internal Hit? Through(int[] place)
    {
        int first = int.MaxValue,
            last = -1;
        for (var t = First; t <= Last; t++)
        {
            if (Covers(t))
                (first, last) = (Math.Min(first, place[t]), Math.Max(last, place[t]));
        }
        if (last - first >= 64)
            return null;
        var matched = 0UL;
        for (var t = First; t <= Last; t++)
        {
            if (Covers(t))
                matched |= 1UL << (place[t] - first);
        }
        return new(Cue, first, last, place[Head], matched);
    }
}

/// <summary>All phrases of one pack, ready to be found in token sequences. Built once, then frozen.</summary>
public sealed class Lexicon
{
    // Built faster than a frozen one by more than it is read slower.
    private readonly Dictionary<string, Cue[]> _byFirstForm;

    internal Lexicon(IEnumerable<Cue> cues)
    {
        var index = new Dictionary<string, List<Cue>>(StringComparer.Ordinal);
        foreach (var cue in cues)
        {
            foreach (var form in FirstForms(cue))
            {
                if (!index.TryGetValue(form, out var list))
                    index[form] = list = [];
                if (list.Count == 0 || !ReferenceEquals(list[^1], cue))
                    list.Add(cue);
            }
        }
        _byFirstForm = index.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Count == 1 ? [pair.Value[0]] : pair.Value.Distinct().ToArray(),
            StringComparer.Ordinal
        );
    }

    /// <summary>Whether a folded form begins or is some cue.</summary>
    public bool Knows(string form) => _byFirstForm.ContainsKey(form);

    /// <summary>Single-word cues of that folded form.</summary>
    public IEnumerable<Cue> Words(string form) =>
        _byFirstForm.TryGetValue(form, out var cues) ? cues.Where(cue => cue.Elements.Length == 1) : [];

    /// <summary>
    /// Every cue found from <paramref name="from"/> up to, not including, <paramref name="to"/>, in order of appearance; overlapping hits of
    /// one kind are settled for the longer one, hits of different kinds stand side by side.
    /// </summary>
    /// <param name="forms">Folded forms of the tokens.</param>
    /// <param name="texts">The tokens as written, for names whose capitals matter.</param>
    public List<Hit> Find(ReadOnlySpan<string> forms, ReadOnlySpan<string> texts, int from, int to) =>
        Settle(FindAll(forms, texts, from, to));

    /// <summary>The same, with overlapping hits not settled yet.</summary>
    internal List<Hit> FindAll(ReadOnlySpan<string> forms, ReadOnlySpan<string> texts, int from, int to)
    {
        var hits = new List<Hit>();
        for (var i = from; i < to; i++)
        {
            if (!_byFirstForm.TryGetValue(forms[i], out var cues))
                continue;
            foreach (var cue in cues)
            {
                // An optional first element may be absent: the phrase then begins at its second.
                var start = 0;
                while (start < cue.Elements.Length && !Fits(cue.Elements[start], forms[i], texts[i]))
                {
                    if (!cue.Elements[start].Optional)
                    {
                        start = cue.Elements.Length;
                        break;
                    }
                    start++;
                }
                if (start >= cue.Elements.Length)
                    continue;
                var head = i;
                var matched = 0UL;
                var last = Match(cue, start, i, Math.Min(to, i + 64), i, forms, texts, ref head, ref matched);
                if (last >= 0)
                    hits.Add(new(cue, i, last, head, matched));
            }
        }
        return hits;
    }

    private static int Match(
        Cue cue,
        int element,
        int token,
        int to,
        int first,
        ReadOnlySpan<string> forms,
        ReadOnlySpan<string> texts,
        ref int head,
        ref ulong matched
    )
    {
        if (element == cue.Elements.Length)
            return token - 1;
        var expected = cue.Elements[element];
        if (expected.Gap)
        {
            for (var skip = expected.LeastGap; skip <= expected.MostGap && token + skip < to; skip++)
            {
                if (skip > 0 && IsBreak(texts[token + skip - 1]))
                    break;
                var tried = head;
                var taken = matched;
                var end = Match(cue, element + 1, token + skip, to, first, forms, texts, ref tried, ref taken);
                if (end >= 0)
                {
                    (head, matched) = (tried, taken);
                    return end;
                }
            }
            return -1;
        }
        // Quotation marks inside a phrase ("a “lie”") are read over.
        while (token < to && element > 0 && IsQuote(texts[token]) && !Fits(expected, forms[token], texts[token]))
            token++;
        if (token < to && Fits(expected, forms[token], texts[token]))
        {
            var tried = element == cue.Head ? token : head;
            var taken = matched | 1UL << (token - first);
            var end = Match(cue, element + 1, token + 1, to, first, forms, texts, ref tried, ref taken);
            if (end >= 0)
            {
                (head, matched) = (tried, taken);
                return end;
            }
        }
        return expected.Optional ? Match(cue, element + 1, token, to, first, forms, texts, ref head, ref matched) : -1;
    }

    private static bool IsQuote(string text) =>
        text is "\"" or "“" or "”" or "«" or "»" or "„" or "‘" or "’" or "「" or "」" or "『" or "』";

    private static bool IsBreak(string text) =>
        text
            is "."
                or ","
                or ";"
                or ":"
                or "!"
                or "?"
                or "،"
                or "؛"
                or "؟"
                or "，"
                or "。"
                or "；"
                or "："
                or "！"
                or "？";

    private static bool Fits(Element element, string form, string text) =>
        element.Forms.Contains(form)
        || element.CasedForms.Count > 0 && element.CasedForms.Contains(text)
        || !element.Endings.IsEmpty && EndsLike(element, form);

    private static bool EndsLike(Element element, string form)
    {
        foreach (var ending in element.Endings)
        {
            if (form.Length > ending.Length && form.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    internal static List<Hit> Settle(List<Hit> hits)
    {
        if (hits.Count < 2)
            return hits;
        var kept = new List<Hit>(hits.Count);
        foreach (var hit in hits)
        {
            var beaten = false;
            foreach (var other in hits)
            {
                if (
                    other.Cue.Kind == hit.Cue.Kind
                    && other.Cue.Class == hit.Cue.Class
                    && other.Length > hit.Length
                    && other.First <= hit.First
                    && hit.Last <= other.Last
                )
                {
                    beaten = true;
                    break;
                }
            }
            if (!beaten)
                kept.Add(hit);
        }
        return kept;
    }

    private static IEnumerable<string> FirstForms(Cue cue)
    {
        foreach (var element in cue.Elements)
        {
            foreach (var form in element.Forms)
                yield return form;
            foreach (var form in element.CasedForms)
                yield return Values.Fold.Word(form);
            if (!element.Optional)
                yield break;
        }
    }
}
