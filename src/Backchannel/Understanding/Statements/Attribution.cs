using System.Collections.Immutable;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Statements;

/// <summary>Someone who says something, in one place of the text: figure and where it stands, or carried over from elsewhere.</summary>
internal sealed record Speaker(int Figure, Span? Span, bool IsMedia, bool IsAnonymous);

/// <summary>One act of saying in one sentence: who, with what stance, and which words of the sentence are what is said.</summary>
internal sealed class Attribution
{
    public required int Sentence { get; init; }

    /// <summary>Who says it; several where they are listed ("AP and the Wall Street Journal"). Empty for words that only report.</summary>
    public required List<Speaker> Speakers { get; init; }

    /// <summary>The media through which they say it, nearest the reader first: the agency spoken to, the paper that cites them.</summary>
    public List<Speaker> Relays { get; init; } = [];

    public required Stance Stance { get; set; }

    /// <summary>Token ranges of the sentence that hold what is said.</summary>
    public List<(int First, int Last)> Content { get; } = [];

    /// <summary>Tokens of the words of saying themselves: subject, verb, addressee.</summary>
    public int First { get; set; }

    public int Last { get; set; }

    /// <summary>Tokens of the verb or words that say it, without who says it; none where the speaker is carried over.</summary>
    public (int First, int Last) Words { get; init; } = (0, -1);

    public Clause? Clause { get; init; }

    /// <summary>The act of saying inside whose content this one stands.</summary>
    public Attribution? Within { get; set; }

    public int? Said { get; set; }

    /// <summary>Whether it tells whom a medium cites ("citing officials") rather than what is said.</summary>
    public bool IsRelay { get; init; }

    /// <summary>Words that only report: nobody is named, nothing is vouched for.</summary>
    public bool IsHearsay { get; init; }

    /// <summary>Whether the speakers come from a neighbouring sentence.</summary>
    public bool IsCarried { get; init; }

    /// <summary>The speaker answers a question about what is said: an affirmation is a confirmation.</summary>
    public bool IsAnswer { get; set; }

    public string Why { get; init; } = "";

    public bool Covers(int token)
    {
        foreach (var (first, last) in Content)
        {
            if (first <= token && token <= last)
                return true;
        }
        return false;
    }

    /// <summary>Every chain of voices behind what is said, nearest the reader first; one for each of several listed speakers.</summary>
    public IEnumerable<ImmutableArray<Speaker>> Chains()
    {
        ImmutableArray<Speaker>[] outer = Within is null
            ?
            [
                [],
            ]
            : [.. Within.Chains()];
        foreach (var chain in outer)
        {
            var relayed = Add(chain, Relays);
            if (Speakers.Count == 0)
                yield return relayed;
            foreach (var speaker in Speakers)
                yield return Add(relayed, [speaker]);
        }
    }

    private static ImmutableArray<Speaker> Add(ImmutableArray<Speaker> chain, IEnumerable<Speaker> more)
    {
        foreach (var speaker in more)
        {
            if (!chain.Any(voice => voice.Figure == speaker.Figure))
                chain = chain.Add(speaker);
        }
        return chain;
    }
}
