using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>Settles word classes where verbs stand last and their endings tell most.</summary>
internal static partial class Classes
{
    /// <summary>Where a verb ends its clause, a word that the paradigms know as a verb is one, whatever the tagger takes it for.</summary>
    public static void TrustParadigms(Token[] tokens, Tag[] tags, LanguagePack pack)
    {
        if (!pack.Settings.VerbLast)
            return;
        for (var i = 0; i < tags.Length; i++)
        {
            if (!tags[i].IsVerb && !(tokens[i].IsCapital && i > 0) && pack.Inflections.ContainsKey(tokens[i].Form))
                tags[i] = new(Upos.Verb, VerbForm.Finite, Mood.None, Case.None);
            // Of forms that are no predicate, the paradigms know better than the tagger which are verbs.
            else if (
                tags[i].IsVerb
                && !pack.Inflections.ContainsKey(tokens[i].Form)
                && (
                    tags[i].Form is not VerbForm.Finite
                    || pack.Lexicon.Words(tokens[i].Form).Any(cue => cue.Class == WordClass.Noun)
                    // A predicate ends its clause: no other word but a joining one follows it.
                    || i + 1 < tokens.Length
                        && tokens[i + 1].IsWord
                        && tags[i + 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num or Upos.Verb or Upos.Det
                )
            )
                tags[i] = new(Upos.Noun, VerbForm.None, Mood.None, tags[i].Case);
            // "Korhan'la", "Oleksandr Kovalenko", "el-Harusi": a capital inside a sentence, or before an ending with an apostrophe, makes a name.
            else if (
                pack.Settings is { Capitals: true, NounCapitals: false }
                && tags[i].Upos is not (Upos.Propn or Upos.Num or Upos.Punct)
                && (
                    tokens[i].IsCapital
                        && (
                            i + 1 < tokens.Length && tokens[i + 1].Glued
                            || i > 0
                                && tokens[i - 1].IsWord
                                && tags[i].Upos is Upos.Verb or Upos.Aux or Upos.X or Upos.Adv or Upos.Adp
                                && !pack.Inflections.ContainsKey(tokens[i].Form)
                        )
                    || IsNameWithParticle(tokens[i])
                )
            )
                tags[i] = tags[i] with { Upos = Upos.Propn, Form = VerbForm.None, Mood = Mood.None };
        }
    }

    private static bool IsNameWithParticle(Token token) =>
        token.Text.IndexOf('-', StringComparison.Ordinal) is var hyphen and > 0
        && hyphen + 1 < token.Text.Length
        && hyphen <= 3
        && char.IsUpper(token.Text[hyphen + 1]);
}
