using System.Collections.Immutable;
using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>From passages to sentences with words, classes, cues, moments, phrases and clauses.</summary>
internal static class Parser
{
    /// <summary>The moments of a text alone, without reading what happens in it.</summary>
    public static List<Moment> Times(string text, Interval published, LanguagePack pack)
    {
        var whole = Span.Between(0, text.Length);
        var tokens = Tokenizer.Tokens(text, whole, pack, Tokenizer.Standing(text, [whole], pack));
        var moments = new List<Moment>();
        var narrative = new Moments.Narrative();
        foreach (var (from, to) in Sentences.Sentences.Split(text, tokens, pack))
        {
            var sentence = tokens[from..to].ToArray();
            moments.AddRange(
                Moments.Moments.Find(
                    sentence,
                    Array.ConvertAll(sentence, token => token.Form),
                    published,
                    narrative,
                    pack
                )
            );
        }
        return moments;
    }

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
        var narrative = new Moments.Narrative();
        for (var p = 0; p < passages.Length; p++)
        {
            if (!passages[p].IsRead)
                continue;
            var tokens = Tokenizer.Tokens(text, passages[p].Span, pack, standing);
            foreach (var (from, to) in Sentences.Sentences.Split(text, tokens, pack))
                sentences.Add(Read([.. tokens[from..to]], p, document, pack, moments, narrative));
        }
        if (!pack.Settings.Capitals)
        {
            foreach (var sentence in sentences)
                RunNames(sentence, pack);
        }
        var names = pack.Settings.Capitals ? CapitalNames(sentences) : UnknownNames(sentences, pack);
        if (!pack.Settings.Capitals)
        {
            foreach (var sentence in sentences)
                MarkNames(sentence, names);
            var before = NamesBefore(sentences);
            foreach (var sentence in sentences)
                sentence.NamesBefore = before;
        }
        foreach (var sentence in sentences)
        {
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
            // So does what a quotation begins with.
            for (var i = 1; pack.Settings is { VerbLast: true, Capitals: true } && i < sentence.Tokens.Length; i++)
            {
                if (
                    sentence.Tokens[i].IsCapital
                    && !sentence.Tokens[i - 1].IsWord
                    && sentence.Grammar[i] is null
                    && names.Contains(sentence.Texts[i])
                )
                    sentence.Tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
            }
            Units.Build(sentence, pack);
            Links.Join(sentence, pack);
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
                    && !pack.KnowsAsOrdinary(form)
                    && (!pack.KnowsWord(form) || IsUnknown(sentence, i, pack))
                    && !pack.Lexicon.Knows(form)
                )
                    names.Add(form);
            }
        }
        return names;
    }

    private static void MarkNames(Sentence sentence, HashSet<string> names)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (
                sentence.Tags[i].Upos is not (Upos.Propn or Upos.Punct or Upos.Num)
                && sentence.Grammar[i] is null
                && names.Contains(sentence.Forms[i])
            )
                sentence.Tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
        }
    }

    /// <summary>"Дональд Туск", "Marta Lind": a capital right behind a given name is a surname, whatever word the tagger takes it for.</summary>
    private static void MarkSurnames(Token[] tokens, Tag[] tags, List<Hit> hits, LanguagePack pack)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (
                tokens[i] is { IsCapital: true, IsWord: true, Glued: false, Text.Length: > 1 }
                && tokens[i - 1].IsCapital
                && tags[i].Upos is not Upos.Propn
                && hits.Exists(hit => hit.First == i - 1 && hit.Last == i - 1 && hit.Cue.Kind == CueKind.Given)
                && !hits.Exists(hit =>
                    hit.Covers(i)
                    && hit.Cue.Kind
                        is CueKind.World
                            or CueKind.Person
                            or CueKind.Body
                            or CueKind.Media
                            or CueKind.Adjective
                )
                && !(pack.Settings.NounCapitals && pack.Lexicon.Knows(tokens[i].Form))
            )
            {
                tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, tags[i].Case);
                if (tags[i - 1].Upos is not Upos.Propn && !pack.Settings.NounCapitals)
                    tags[i - 1] = new(Upos.Propn, VerbForm.None, Mood.None, tags[i - 1].Case);
            }
        }
    }

    /// <summary>"el diario El Mercurio": capitals right behind a small word for a medium are its name, whatever words they are.</summary>
    private static void MarkTitles(Token[] tokens, Tag[] tags, CueKind?[] grammar, List<Hit> hits)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (
                !tokens[i].IsCapital
                || tokens[i - 1].IsCapital
                || !hits.Exists(hit => hit.Last == i - 1 && hit.Cue.Kind == CueKind.Media && !hit.Cue.Is("plural"))
                || hits.Exists(hit => hit.First == i && hit.Cue.Kind == CueKind.World)
            )
                continue;
            for (var t = i; t < tokens.Length && tokens[t] is { IsCapital: true, IsWord: true, Glued: false }; t++)
            {
                tags[t] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
                grammar[t] = null;
            }
        }
    }

    /// <summary>
    /// Where no capitals tell: behind a given name, or behind a post, a word that nothing knows goes on with a person's name, whatever the
    /// tagger guesses; so does what stands behind a particle of names.
    /// </summary>
    private static void RunNames(Sentence sentence, LanguagePack pack)
    {
        for (var i = 1; i < sentence.Tokens.Length; i++)
        {
            var token = sentence.Tokens[i];
            if (!token.IsWord || char.IsDigit(token.Text[0]) || sentence.Grammar[i] is not null)
                continue;
            var before = i - 1;
            if (token.Glued)
            {
                if (!sentence.Tags[i].IsVerb && IsGivenBeforeSurname(sentence, i, pack))
                    sentence.Tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
                continue;
            }
            if (sentence.Grammar[before] is not null || sentence.Tokens[before].Text is "\"" or "«" or "“")
                continue;
            var particle = sentence.HitAt(before, CueKind.Particle) is not null;
            var behindName =
                particle
                || sentence.HitAt(before, CueKind.Given) is not null && sentence.Tags[before].Upos == Upos.Propn
                || sentence.Tags[before].Upos == Upos.Propn
                    && (
                        IsUnknown(sentence, before, pack)
                        || before > 0 && sentence.HitAt(before - 1, CueKind.Particle) is not null
                    );
            // "خليفة حفتر", "جورجيا ميلوني": a given name that is a post or a state as well, before what can only be a surname.
            if (
                sentence.Tags[i].Upos is not Upos.Propn
                && sentence.Tags[i].IsVerb is false
                && IsGivenBeforeSurname(sentence, i, pack)
            )
                sentence.Tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
            var isPart =
                particle && sentence.Tags[before].Upos == Upos.Propn && !IsActorWord(sentence, i)
                || behindName && IsUnknown(sentence, i, pack)
                || behindName && IsSurnameLikePost(sentence, i)
                // "الرئيس السيسي": two words with the article, the second of which nothing knows.
                || IsUnknown(sentence, i, pack)
                    && HasArticle(token, pack)
                    && HasArticle(sentence.Tokens[before], pack)
                    && sentence.HitAt(before, CueKind.Person) is { Length: 1 } title
                    && !title.Cue.Is("plural")
                    && (
                        i + 1 >= sentence.Tokens.Length
                        || !sentence.Tokens[i + 1].IsWord
                        || sentence.Grammar[i + 1] is not null
                        || !IsUnknown(sentence, i + 1, pack) && sentence.HitAt(i + 1, CueKind.Given) is null
                    )
                // "وكالة شفق نيوز": behind a word for a medium, what nothing knows is its name.
                || IsUnknown(sentence, i, pack)
                    && !HasArticle(token, pack)
                    && sentence
                        .HitsAt(before, CueKind.Media)
                        .Any(media => media.Last == before && !media.Cue.Is("plural"))
                || IsUnknown(sentence, i, pack)
                    && !sentence.Tags[i].IsVerb
                    && !HasArticle(token, pack)
                    && (FollowsPost(sentence, before, pack) || FollowsDeed(sentence, before));
            if (isPart)
                sentence.Tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
        }
    }

    private static bool IsGivenBeforeSurname(Sentence sentence, int i, LanguagePack pack) =>
        i + 1 < sentence.Tokens.Length
        && sentence.HitAt(i, CueKind.Given) is not null
        && sentence.Tokens[i + 1].IsWord
        && !sentence.Tokens[i + 1].Glued
        && sentence.Grammar[i + 1] is null
        && !sentence.Tags[i + 1].IsVerb
        && IsUnknown(sentence, i + 1, pack);

    private static bool HasArticle(Token token, LanguagePack pack) =>
        pack.Settings.ArticlePrefix is { Length: > 0 } article
        && token.Form.StartsWith(article, StringComparison.Ordinal);

    private static bool IsUnknown(Sentence sentence, int i, LanguagePack pack)
    {
        var form = sentence.Forms[i];
        if (form.Length < 2 || pack.KnowsAsOrdinary(form) || Content(sentence, i))
            return false;
        return !HasArticle(sentence.Tokens[i], pack)
            || !pack.KnowsAsOrdinary(form[pack.Settings.ArticlePrefix.Length..])
                && !pack.Lexicon.Knows(form[pack.Settings.ArticlePrefix.Length..]);
    }

    /// <summary>"عرفان صديق", "حسين الأمين": behind a given name alone, a word for people that nothing goes on with is its surname.</summary>
    private static bool IsSurnameLikePost(Sentence sentence, int i) =>
        sentence.HitAt(i, CueKind.Person) is { Length: 1 } post
        && !post.Cue.Is("plural")
        && sentence.HitAt(i - 1, CueKind.Given) is not null
        && !(i > 1 && sentence.Tags[i - 2].Upos == Upos.Propn)
        && (
            i + 1 >= sentence.Tokens.Length
            || sentence.Grammar[i + 1] is CueKind.Preposition or CueKind.Coordinator or CueKind.Complementizer
            || !sentence.Tokens[i + 1].IsWord
            || sentence.Tags[i + 1].IsVerb
        );

    private static bool IsActorWord(Sentence sentence, int i) =>
        sentence.Hits.Exists(hit =>
            hit.Covers(i)
            && hit.Cue.Kind is CueKind.World or CueKind.Body or CueKind.Media or CueKind.Trigger or CueKind.Say
        );

    /// <summary>Whether a word means something to the lists, other than a person's name.</summary>
    private static bool Content(Sentence sentence, int i)
    {
        foreach (var hit in sentence.Hits)
        {
            if (
                hit.Covers(i)
                && hit.Cue.Kind is not (CueKind.Given or CueKind.Particle)
                && (hit.Cue.Class is not WordClass.Any || hit.Cue.Kind > CueKind.Adverb)
            )
                return true;
        }
        return sentence.IsTime(i);
    }

    /// <summary>Whether a verb of the lists stands there, whose subject comes next.</summary>
    private static bool FollowsDeed(Sentence sentence, int i) =>
        sentence.Tags[i].IsVerb
        && sentence.Hits.Exists(hit =>
            hit.Head == i && hit.Length == 1 && hit.Cue.Kind is CueKind.Say or CueKind.Trigger or CueKind.Support
        );

    /// <summary>Whether a post of one person, with its adjectives and whose it is, ends at <paramref name="i"/>.</summary>
    private static bool FollowsPost(Sentence sentence, int i, LanguagePack pack)
    {
        for (var k = i; k >= 0 && k >= i - 4; k--)
        {
            // "رئيس مجلس القضاء الأعلى فائق": over what the post is of.
            if (
                k < i + 1
                && sentence.Grammar[k] is null
                && sentence.Tags[k].Upos == Upos.Noun
                && sentence.HitAt(k, CueKind.Person) is null
                && HasArticle(sentence.Tokens[k], pack)
                && i + 1 < sentence.Tokens.Length
                && !(
                    pack.Settings.FeminineEnding is { Length: > 0 } feminine
                    && sentence.Forms[i + 1].EndsWith(feminine, StringComparison.Ordinal)
                )
            )
                continue;
            if (sentence.HitAt(k, CueKind.Person) is { } person)
                return !sentence.HitsAt(k, CueKind.Person).Any(hit => hit.Cue.Is("plural") || hit.Cue.Is("source"))
                    && !(person.Cue.Is("plural") && !person.Cue.Is("office"));
            if (
                sentence.Grammar[k] is not null
                || sentence.Tags[k].Upos != Upos.Adj
                    && sentence.HitAt(k, CueKind.Adjective) is null
                    && sentence.HitAt(k, CueKind.Former) is null
                    && sentence.HitAt(k, CueKind.World) is null
                    && sentence.HitAt(k, CueKind.Body) is null
            )
                return false;
        }
        return false;
    }

    /// <summary>Where no capitals tell: what stands before each name in a row of names, anywhere in the document.</summary>
    private static Dictionary<string, HashSet<string>> NamesBefore(List<Sentence> sentences)
    {
        var names = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var i = 1; i < sentence.Tags.Length; i++)
            {
                if (
                    sentence.Tags[i].Upos != Upos.Propn
                    || sentence.Tags[i - 1].Upos != Upos.Propn
                    || sentence.Grammar[i] is not null
                    || sentence.Tokens[i].Glued
                )
                    continue;
                if (!names.TryGetValue(sentence.Forms[i], out var before))
                    names[sentence.Forms[i]] = before = new(StringComparer.Ordinal);
                before.Add(sentence.Forms[i - 1]);
            }
        }
        return names;
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
        ImmutableArray<Moment>.Builder moments,
        Moments.Narrative narrative
    )
    {
        var forms = Array.ConvertAll(tokens, token => token.Form);
        var texts = Array.ConvertAll(tokens, token => token.Text);
        var hits = pack.Lexicon.Find(forms, texts, 0, tokens.Length);
        var tags = pack.Tagger?.Assign(tokens, LeadingName(tokens, pack)) ?? Classes.FromLists(tokens, hits, pack);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].IsName)
                tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
            if (!tokens[i].IsWord)
                tags[i] = new(Upos.Punct, VerbForm.None, Mood.None, Case.None);
        }
        if (pack.Settings.Segments)
        {
            // A word of two letters or more is no suffix.
            for (var i = 0; i < tokens.Length; i++)
            {
                if (tags[i].Upos is Upos.Part or Upos.Punct && tokens[i].IsWord && tokens[i].Span.Length > 1)
                    tags[i] = tags[i] with { Upos = Upos.Noun };
            }
            foreach (var hit in hits)
            {
                if (
                    hit.Length == 1
                    && texts[hit.First].Length > 1
                    && (
                        hit.Cue.Kind == CueKind.Given
                        || hit.Cue.Kind == CueKind.World && tags[hit.First].Upos is not Upos.Noun
                    )
                )
                    tags[hit.First] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
            }
        }
        if (pack.Settings.Capitals)
            MarkSurnames(tokens, tags, hits, pack);
        if (pack.Settings.NounCapitals)
            Doubts.Capitals(tokens, tags, hits);
        Classes.TrustParadigms(tokens, tags, pack);
        var grammar = Classes.Settle(tokens, tags, hits);
        if (pack.Settings is { HeadFirst: true, Capitals: true })
            MarkTitles(tokens, tags, grammar, hits);
        if (pack.Settings is { HeadFirst: false, Cases: false, ModifiersFirst: false })
            Classes.ReadVerbs(tags, grammar, hits);
        if (pack is { Settings: { TrustTagger: false, Capitals: false } })
            Classes.Correct(tokens, tags, grammar, hits, pack);
        if (pack.Settings.Segments)
        {
            // The small words are all in the lists: what the tagger takes for another is none.
            for (var i = 0; i < tokens.Length; i++)
            {
                if (grammar[i] is null && tokens[i].Span.Length > 1)
                    tags[i] = tags[i].Upos switch
                    {
                        Upos.Adp or Upos.Det or Upos.Pron or Upos.Sconj or Upos.Cconj => tags[i] with
                        {
                            Upos = Upos.Noun,
                        },
                        Upos.Aux => tags[i] with { Upos = Upos.Verb },
                        // 与供应商: no verb that the lists know, right behind a word that wants a noun.
                        Upos.Verb
                            when i > 0
                                && hits.Exists(hit =>
                                    hit.Covers(i - 1)
                                    && hit.Cue.Kind == CueKind.Preposition
                                    && (hit.Cue.Is("together") || hit.Cue.Is("addressee"))
                                )
                                && !hits.Exists(hit => hit.Covers(i) && hit.Cue.Class == WordClass.Verb) => new(
                            Upos.Noun,
                            VerbForm.None,
                            Mood.None,
                            Case.None
                        ),
                        _ => tags[i],
                    };
            }
        }
        // "Sana", "Kemal Doğru": a capital inside a sentence makes a name of a small word.
        for (var i = 1; pack.Settings is { VerbLast: true, Capitals: true } && i < tokens.Length; i++)
        {
            if (
                tokens[i].IsCapital
                && tokens[i - 1].IsWord
                && grammar[i] is CueKind.Pronoun or CueKind.Preposition or CueKind.Determiner or CueKind.Possessive
                && !hits.Exists(hit => hit.Length > 1 && hit.Covers(i))
            )
            {
                grammar[i] = null;
                tags[i] = new(Upos.Propn, VerbForm.None, Mood.None, Case.None);
            }
        }
        foreach (var hit in hits)
            Classes.Expect(hit, tokens, tags, grammar, hits, pack);
        var rejected = new List<Rejection>();
        hits.RemoveAll(hit =>
        {
            if (Classes.Agrees(hit, tags, grammar, hits, pack))
                return false;
            if (hit.Cue.Kind is CueKind.Trigger or CueKind.Say or CueKind.Report or CueKind.Attribute)
                rejected.Add(
                    new(
                        hit.Cue,
                        tokens[hit.First].Span.Cover(tokens[hit.Last].Span),
                        Classes.AsRead(tags[hit.Head].Upos),
                        []
                    )
                );
            return true;
        });
        Classes.Overrule(hits);
        Classes.Inflect(tokens, tags, pack);
        var times = new List<TimeSpot>();
        foreach (var moment in Moments.Moments.Find(tokens, forms, document.Published, narrative, pack))
        {
            var first = Array.FindIndex(tokens, token => token.Span.Start == moment.Span.Start);
            var last = Array.FindIndex(tokens, token => token.Span.End == moment.Span.End);
            // How long and how often date nothing, and their words are words like others.
            if (moment.Kind is MomentKind.Date or MomentKind.Time)
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
            Rejected = rejected,
            QuotationOf = new int[tokens.Length],
            ModifiersFirst = pack.Settings.ModifiersFirst,
            VerbLast = pack.Settings.VerbLast,
            Postpositions = pack.Settings.Postpositions,
        };
        Array.Fill(sentence.QuotationOf, -1);
        return sentence;
    }
}
