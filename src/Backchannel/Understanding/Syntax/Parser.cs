using System.Collections.Immutable;
using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>From passages to sentences with words, classes, cues, moments, phrases and clauses.</summary>
internal static class Parser
{
    public static (List<Sentence> Sentences, ImmutableArray<Moment>.Builder Moments) Read(
        Document document,
        ImmutableArray<Passage> passages,
        LanguagePack pack
    )
    {
        var text = document.Text;
        var standing = Tokenizer.Standing(
            text,
            passages.Where(passage => passage.IsRead).Select(passage => passage.Span),
            pack
        );
        var sentences = new List<Sentence>();
        var moments = ImmutableArray.CreateBuilder<Moment>();
        for (var p = 0; p < passages.Length; p++)
        {
            if (!passages[p].IsRead)
                continue;
            var tokens = Tokenizer.Tokens(text, passages[p].Span, pack, standing);
            foreach (var (from, to) in Sentences.Sentences.Split(text, tokens, pack))
                sentences.Add(Read([.. tokens[from..to]], p, document, pack, moments));
        }
        var names = pack.Settings.Capitals ? CapitalNames(sentences) : UnknownNames(sentences, pack);
        foreach (var sentence in sentences)
        {
            if (!pack.Settings.Capitals)
                MarkNames(sentence, names, pack);
            // A sentence begins with a capital whatever the word: it is a name where it is one elsewhere.
            var first = Array.FindIndex(sentence.Tokens, token => token.IsWord);
            if (
                pack.Settings.Capitals
                && first >= 0
                && sentence.Grammar[first] is null
                && (
                    names.Contains(sentence.Texts[first])
                    // "Helga Sveinsdal hitti": a given name before a surname, whatever else the word may mean.
                    || first + 1 < sentence.Tokens.Length
                        && sentence.HitAt(first, CueKind.Given) is not null
                        && sentence.Tokens[first + 1].IsCapital
                        && sentence.Tags[first + 1].Upos == Upos.Propn
                )
            )
                sentence.Tags[first] = sentence.Tags[first] with
                {
                    Upos = Upos.Propn,
                    Form = VerbForm.None,
                    Mood = Mood.None,
                };
            Units.Build(sentence, pack);
            Links.Join(sentence);
            Brackets.Straighten(sentence, pack);
        }
        return (sentences, moments);
    }

    /// <summary>The first word of a sentence, where it is written with a capital and nothing knows it without one; -1 otherwise.</summary>
    private static int LeadingName(Token[] tokens, LanguagePack pack)
    {
        if (!pack.Settings.Capitals || pack.Tagger is not { } tagger)
            return -1;
        var first = Array.FindIndex(tokens, token => token.IsWord);
        return
            first >= 0
            && tokens[first] is { IsCapital: true, Text.Length: > 2 } word
            && !tagger.HasSeenSmall(word.Form)
            && !pack.Lexicon.Knows(word.Form)
            && !pack.Common.Contains(word.Form)
            ? first
            : -1;
    }

    /// <summary>Where no capitals tell: words that nothing knows and that the tagger took for a name somewhere in the document.</summary>
    private static HashSet<string> UnknownNames(List<Sentence> sentences, LanguagePack pack)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Tokens.Length; i++)
            {
                var form = sentence.Forms[i];
                if (
                    sentence.Tags[i].Upos == Upos.Propn
                    && form.Length > 2
                    && !pack.KnowsWord(form)
                    && !pack.Lexicon.Knows(form)
                )
                    names.Add(form);
            }
        }
        return names;
    }

    private static void MarkNames(Sentence sentence, HashSet<string> names, LanguagePack pack)
    {
        // Behind a given name, a word that nothing knows is its surname, not the verb the tagger guesses.
        for (var i = 1; i < sentence.Tokens.Length; i++)
        {
            var form = sentence.Forms[i];
            if (
                sentence.Tokens[i].IsWord
                && !sentence.Tokens[i].Glued
                && form.Length > 2
                && sentence.Grammar[i] is null
                && sentence.Tags[i].Upos != Upos.Propn
                && sentence.HitAt(i - 1, CueKind.Given) is not null
                && sentence.Grammar[i - 1] is null
                && !pack.KnowsWord(form)
                && !pack.Lexicon.Knows(form)
            )
                sentence.Tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
        }
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (
                sentence.Tags[i].Upos is Upos.Noun or Upos.Adj or Upos.X or Upos.Adv
                && names.Contains(sentence.Forms[i])
            )
                sentence.Tags[i] = sentence.Tags[i] with { Upos = Upos.Propn };
        }
    }

    private static HashSet<string> CapitalNames(List<Sentence> sentences)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var i = 1; i < sentence.Tokens.Length; i++)
            {
                if (
                    sentence.Tokens[i].IsCapital
                    && sentence.Tags[i].Upos == Upos.Propn
                    && sentence.Tokens[i - 1].IsWord
                )
                    names.Add(sentence.Texts[i]);
            }
        }
        return names;
    }

    private static Sentence Read(
        Token[] tokens,
        int passage,
        Document document,
        LanguagePack pack,
        ImmutableArray<Moment>.Builder moments
    )
    {
        var forms = Array.ConvertAll(tokens, token => token.Form);
        var texts = Array.ConvertAll(tokens, token => token.Text);
        var hits = pack.Lexicon.Find(forms, texts, 0, tokens.Length);
        var tags = pack.Tagger?.Assign(tokens, LeadingName(tokens, pack)) ?? Classes.FromLists(tokens, hits, pack);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord)
                tags[i] = new(Upos.Punct, VerbForm.None, Mood.None, Case.None);
        }
        if (pack.Settings.NounCapitals)
            Doubts.Capitals(tokens, tags, hits);
        var grammar = Classes.Settle(tokens, tags, hits);
        foreach (var hit in hits)
            Classes.Expect(hit, tokens, tags, grammar, pack);
        hits.RemoveAll(hit => !Classes.Agrees(hit, tags, grammar, hits, pack));
        Classes.Overrule(hits);
        Classes.Inflect(tokens, tags, pack);
        var times = new List<TimeSpot>();
        foreach (var moment in Moments.Moments.Find(tokens, forms, document.Published, pack))
        {
            var first = Array.FindIndex(tokens, token => token.Span.Start == moment.Span.Start);
            var last = Array.FindIndex(tokens, token => token.Span.End == moment.Span.End);
            times.Add(new(first, last, moments.Count));
            moments.Add(moment);
        }
        var sentence = new Sentence
        {
            Span = tokens[0].Span.Cover(tokens[^1].Span),
            Passage = passage,
            Tokens = tokens,
            Forms = forms,
            Texts = texts,
            Tags = tags,
            Grammar = grammar,
            Hits = hits,
            Times = times,
            QuotationOf = new int[tokens.Length],
        };
        Array.Fill(sentence.QuotationOf, -1);
        return sentence;
    }
}
