using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Values;

namespace Backchannel.Linking.Copies;

/// <summary>
/// A document's news text as copies are looked for in it: its words in order, headlines and page furniture left out. Where words are written without spaces,
/// each character counts as one.
/// </summary>
internal sealed class CopyText
{
    /// <summary>Words in a shingle: few, so that one still stands where scanned letters are misread; set phrases are told from copies by what stands around.</summary>
    public const int ShingleWords = 4;

    public CopyText(DocumentReading reading)
    {
        Reading = reading;
        var text = reading.Document.Text;
        var spans = ImmutableArray.CreateBuilder<Span>();
        var hashes = new List<uint>();
        var paragraphs = new List<int>();
        var quoted = new List<bool>();
        foreach (var passage in reading.Findings.Passages)
        {
            if (!passage.IsRead || passage.Kind == PassageKind.Headline)
                continue;
            paragraphs.Add(hashes.Count);
            Words(text, passage.Span, spans, hashes, quoted);
        }
        paragraphs.Add(hashes.Count);
        Spans = spans.ToImmutable();
        WordHashes = [.. hashes];
        Paragraphs = [.. paragraphs];
        IsQuoted = [.. quoted];
        Shingles = new ulong[Math.Max(0, WordHashes.Length - ShingleWords + 1)];
        for (var i = 0; i < Shingles.Length; i++)
            Shingles[i] = HashOf(WordHashes.AsSpan(i, ShingleWords));
    }

    public DocumentReading Reading { get; }

    /// <summary>Where each word stands in the document.</summary>
    public ImmutableArray<Span> Spans { get; }

    /// <summary>Each word folded and hashed.</summary>
    public uint[] WordHashes { get; }

    /// <summary>Where each paragraph begins, by word; the last entry is the number of words.</summary>
    public int[] Paragraphs { get; }

    /// <summary>Whether each word stands inside quotation marks: what two papers quote of one speech is the speaker's, and no copy.</summary>
    public bool[] IsQuoted { get; }

    /// <summary>The hash of the words from each word on.</summary>
    public ulong[] Shingles { get; }

    /// <summary>Words of paragraphs that an outlet prints under anything; null before that is known, and where there are none.</summary>
    public bool[]? IsStanding { get; set; }

    /// <summary>Whether a word counts when it is asked how much of a text is copied.</summary>
    public bool Counts(int word) => !IsQuoted[word] && IsStanding?[word] != true;

    public static ulong HashOf(ReadOnlySpan<uint> words)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in words)
            hash = (hash ^ word) * 1099511628211UL;
        // Multiplication leaves the low bits poor; sampling looks at all of them.
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93UL;
        return hash ^ (hash >> 32);
    }

    private static void Words(
        string text,
        Span passage,
        ImmutableArray<Span>.Builder spans,
        List<uint> hashes,
        List<bool> quoted
    )
    {
        var depth = 0;
        var straight = false;
        var start = -1;
        for (var i = passage.Start; i <= passage.End; i++)
        {
            var c = i < passage.End ? text[i] : ' ';
            var alone = Scripts.WritesNoSpaces(c);
            if (start >= 0 && (alone || !IsOfWord(c)))
            {
                Add(start, i);
                start = -1;
            }
            if (alone)
                Add(i, i + 1);
            else if (start < 0 && char.IsLetterOrDigit(c))
                start = i;
            switch (char.GetUnicodeCategory(c))
            {
                // „ and 「 open as brackets do.
                case UnicodeCategory.InitialQuotePunctuation when c != '\u2018':
                case UnicodeCategory.OpenPunctuation when c is '„' or '「' or '『':
                    depth++;
                    break;
                case UnicodeCategory.FinalQuotePunctuation when c != '\u2019':
                case UnicodeCategory.ClosePunctuation when c is '」' or '』':
                    depth = Math.Max(0, depth - 1);
                    break;
            }
            if (c == '"')
                straight = !straight;
        }

        void Add(int from, int to)
        {
            spans.Add(Span.Between(from, to));
            hashes.Add(HashOf(Fold.Word(text.AsSpan(from, to - from))));
            quoted.Add(depth > 0 || straight);
        }
    }

    private static bool IsOfWord(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static uint HashOf(string word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
