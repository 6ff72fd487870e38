using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Mentions;

/// <summary>Finds runs of tokens that are a proper name no list holds: by capitals where the script has them, by the company they keep elsewhere.</summary>
internal static class Names
{
    /// <summary>The last token of a name that begins at <paramref name="first"/>; less than it where none begins.</summary>
    public static int RunFrom(Sentence sentence, int first, int end, LanguagePack pack)
    {
        if (!IsNameToken(sentence, first, pack))
            return first - 1;
        // Where words are cut from a run of letters, a name is one word, unless it stands in letters that are not cut.
        if (pack.Settings.Segments && sentence.Tokens[first] is { Span.Length: > 1, IsCapital: false })
            return first;
        var last = first;
        for (var i = first + 1; i <= end; i++)
        {
            if (
                IsNameToken(sentence, i, pack)
                || IsContinued(sentence, i, pack)
                || IsPeopleSurname(sentence, first, i, pack)
            )
                last = i;
            else if (
                sentence.HitAt(i, CueKind.Particle) is not null
                && i + 1 <= end
                && (
                    IsNameToken(sentence, i + 1, pack)
                    || i + 2 <= end
                        && sentence.HitAt(i + 1, CueKind.Particle) is not null
                        && IsNameToken(sentence, i + 2, pack)
                )
            )
                continue;
            else
                break;
        }
        return last;
    }

    /// <summary>"رئيس الوزراء العراقي محمد شياع السوداني": the post has its state already; a second one is a surname.</summary>
    private static bool IsPeopleSurname(Sentence sentence, int first, int i, LanguagePack pack) =>
        !pack.Settings.Capitals
        && i > first
        && Belongs(sentence, i, CueKind.Adjective)
        && Belongs(sentence, first, CueKind.Given)
        && pack.Settings.ArticlePrefix is { Length: > 0 } article
        && sentence.Forms[i].StartsWith(article, StringComparison.Ordinal)
        && first > 1
        && Belongs(sentence, first - 1, CueKind.Adjective)
        && i - first < 4;

    /// <summary>Whether the last letters of a word are a word for media: 时报, 邮报.</summary>
    public static bool EndsAsMedia(string text, LanguagePack pack)
    {
        for (var length = 1; length <= 3 && length < text.Length; length++)
        {
            if (pack.Lexicon.Words(text[^length..]).Any(cue => cue.Kind == CueKind.Media))
                return true;
        }
        return false;
    }

    /// <summary>"Sever.ru", "news-norden.at": the address of a site is the name of an outlet, in any script and with or without capitals.</summary>
    public static bool IsSite(string text)
    {
        var dot = text.LastIndexOf('.');
        if (dot < ShortestSite || text.Length - dot - 1 is not (2 or 3))
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (
                !char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('.' or '-')
                || i > dot && !char.IsAsciiLetterLower(text[i])
            )
                return false;
        }
        return !text.AsSpan(0, dot).Contains('.') || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Shorter words before a dot are abbreviations.</summary>
    private const int ShortestSite = 3;

    public static bool IsNameToken(Sentence sentence, int i, LanguagePack pack)
    {
        var token = sentence.Tokens[i];
        // "ليو الرابع عشر": a name of several words in the lists is one, whatever its words are.
        if (!pack.Settings.Capitals && sentence.HitsAt(i, CueKind.Given).Any(hit => hit.Length > 1))
            return true;
        if (!token.IsWord || char.IsDigit(token.Text[0]) || sentence.Grammar[i] is not null || sentence.IsTime(i))
            return false;
        if (IsSite(token.Text))
            return true;
        var tag = sentence.Tags[i].Upos;
        // "عبد الله", "آل ثاني": behind a particle, whatever else the word may mean.
        if (
            !pack.Settings.Capitals
            && tag == Upos.Propn
            && i > 0
            && !token.Glued
            && Belongs(sentence, i - 1, CueKind.Particle)
            && sentence.Tags[i - 1].Upos == Upos.Propn
        )
            return true;
        if (Belongs(sentence, i, CueKind.NotName) && !(pack.Settings.Capitals && IsSurname(sentence, i)))
            return false;
        if (pack.Settings.Capitals)
        {
            if (
                !token.IsCapital
                && !(sentence.Postpositions && tag == Upos.Propn && token.Text.Contains('-', StringComparison.Ordinal))
            )
                return false;
            if (IsSurname(sentence, i))
                return true;
            if (
                Belongs(sentence, i, CueKind.Person)
                || Belongs(sentence, i, CueKind.Media)
                || Belongs(sentence, i, CueKind.Adjective)
            )
                return false;
            if (Belongs(sentence, i, CueKind.World) || Belongs(sentence, i, CueKind.Body))
                return false;
            if (tag is Upos.Propn)
                return true;
            return !pack.Settings.NounCapitals
                    && (
                        i > 0
                        && (sentence.Tokens[i - 1].IsWord || !sentence.VerbLast)
                        && tag is Upos.Noun or Upos.Adj or Upos.X
                        && !IsOrdinary(sentence, i)
                    )
                || Belongs(sentence, i, CueKind.Given);
        }
        // "عرفان صديق": a word for people that was read as a surname.
        if (
            tag == Upos.Propn
            && i > 0
            && !token.Glued
            && Belongs(sentence, i, CueKind.Person)
            && Belongs(sentence, i - 1, CueKind.Given)
            && sentence.Tags[i - 1].Upos == Upos.Propn
            && !pack.Settings.Capitals
        )
            return true;
        // "خليفة حفتر", "جورجيا ميلوني": a post or state that is a given name too is one before a surname.
        if (tag == Upos.Propn && IsGivenBeforeSurname(sentence, i))
            return true;
        if (
            Belongs(sentence, i, CueKind.Person)
            || Belongs(sentence, i, CueKind.Body)
            || Belongs(sentence, i, CueKind.Media)
            || Belongs(sentence, i, CueKind.World)
            || Belongs(sentence, i, CueKind.Adjective)
            || Belongs(sentence, i, CueKind.StateNoun)
        )
            return false;
        if (Belongs(sentence, i, CueKind.Given))
            return true;
        if (IsCue(sentence, i))
            return false;
        // "Leive說": a name left in its own letters, in a script that has no capitals.
        if (token.IsCapital && token.Text.Length > 1 && token.Text.Any(char.IsLower))
            return tag is Upos.Propn or Upos.Noun or Upos.X;
        if (tag == Upos.Propn)
            return !pack.KnowsAsOrdinary(token.Form);
        return IsUnknown(token, pack) && tag is Upos.Noun or Upos.Adj or Upos.X && FollowsTitle(sentence, i, pack);
    }

    /// <summary>
    /// "Anna King", "Peter Jordan", "Theresa May": right behind a given name that is nothing else, a word that means something is a surname; not where a
    /// further name makes it a post ("Charlotte Mayor Jennifer Oduya").
    /// </summary>
    private static bool IsSurname(Sentence sentence, int i) =>
        i > 0
        && sentence.Tokens[i].IsCapital
        && sentence.HitsAt(i - 1, CueKind.Given).Any(hit => hit.Last == i - 1)
        && sentence.Grammar[i - 1] is null
        && sentence.Tags[i - 1].Upos is Upos.Propn
        && !sentence.Hits.Exists(hit =>
            hit.Covers(i - 1) && hit.Cue.Kind is CueKind.World or CueKind.Person or CueKind.Body or CueKind.Media
            || hit.Covers(i) && hit.Length > 1
        )
        && sentence
            .Hits.Where(hit => hit.Covers(i))
            .Any(hit => hit.Cue.Kind is CueKind.Person or CueKind.World or CueKind.Adjective or CueKind.NotName)
        && !(
            i + 1 < sentence.Tokens.Length
            && sentence.Tokens[i + 1].IsCapital
            && sentence.Tags[i + 1].Upos is Upos.Propn
        );

    internal static bool IsGivenBeforeSurname(Sentence sentence, int i) =>
        i + 1 < sentence.Tokens.Length
        && Belongs(sentence, i, CueKind.Given)
        && !sentence.Tokens[i + 1].Glued
        && sentence.Tags[i + 1].Upos == Upos.Propn
        && sentence.Grammar[i + 1] is null
        && !Belongs(sentence, i + 1, CueKind.World)
        && !Belongs(sentence, i + 1, CueKind.NotName);

    /// <summary>Behind a name token, in a script without capitals, a word that nothing knows goes on with the name.</summary>
    private static bool IsContinued(Sentence sentence, int i, LanguagePack pack) =>
        pack.Settings is { Capitals: false, Segments: false }
        && sentence.Tokens[i].IsWord
        && sentence.Grammar[i] is null
        && IsUnknown(sentence.Tokens[i], pack)
        && !IsCue(sentence, i)
        && sentence.Tags[i].Upos is Upos.Noun or Upos.Propn or Upos.X or Upos.Adj;

    private static bool IsUnknown(Token token, LanguagePack pack) =>
        !pack.KnowsWord(token.Form)
        && !pack.Lexicon.Knows(token.Form)
        && !(
            pack.Settings.ArticlePrefix.Length > 0
            && token.Form.StartsWith(pack.Settings.ArticlePrefix, StringComparison.Ordinal)
        );

    /// <summary>Whether a post, or a post with its adjectives, stands right before.</summary>
    private static bool FollowsTitle(Sentence sentence, int i, LanguagePack pack)
    {
        for (var k = i - 1; k >= 0 && k >= i - 4; k--)
        {
            if (Belongs(sentence, k, CueKind.Person))
                return !sentence.HitsAt(k, CueKind.Person).Any(hit => hit.Cue.Is("plural"));
            if (
                sentence.Tags[k].Upos != Upos.Adj
                && !Belongs(sentence, k, CueKind.Adjective)
                && !Belongs(sentence, k, CueKind.Former)
            )
                return false;
        }
        return false;
    }

    private static bool Belongs(Sentence sentence, int i, CueKind kind) => sentence.HitAt(i, kind) is not null;

    private static bool IsCue(Sentence sentence, int i)
    {
        foreach (var hit in sentence.Hits)
        {
            if (
                hit.Covers(i)
                && hit.Cue.Kind
                    is CueKind.Trigger
                        or CueKind.Say
                        or CueKind.Support
                        or CueKind.Status
                        or CueKind.Report
                        or CueKind.Hedge
                        or CueKind.Former
            )
                return true;
        }
        return false;
    }

    /// <summary>A capital on a word the lists know as an ordinary one: titles of laws, the first word of a headline.</summary>
    private static bool IsOrdinary(Sentence sentence, int i) => IsCue(sentence, i);
}
