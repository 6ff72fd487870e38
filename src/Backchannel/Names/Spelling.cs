using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AnyAscii;

namespace Backchannel.Names;

/// <summary>Which family of scripts a word is written in, as far as its spelling of names goes.</summary>
internal enum Writing
{
    Latin,

    /// <summary>Another script of vowels and consonants.</summary>
    Alphabet,

    /// <summary>A script that leaves short vowels out.</summary>
    Abjad,
    Han,
    Kana,
    Hangul,
}

/// <summary>Turns a word of any script into <see cref="Sounds"/>, by the lists of spelling.txt and, for what they leave out, AnyAscii.</summary>
internal static class Spelling
{
    /// <summary>The family of scripts of the word's first letter.</summary>
    public static Writing WritingOf(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                continue;
            return c switch
            {
                < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Writing.Latin,
                (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') =>
                    Writing.Abjad,
                (>= '\u3040' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF') => Writing.Kana,
                (>= '\u1100' and <= '\u11FF') or (>= '\uAC00' and <= '\uD7AF') => Writing.Hangul,
                (>= '\u2E80' and <= '\u2FFF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') =>
                    Writing.Han,
                _ => Writing.Alphabet,
            };
        }
        return Writing.Latin;
    }

    /// <summary>The sounds of a word, without doubled ones; empty where it has none.</summary>
    public static byte[] Sounds(string word, Writing writing)
    {
        var composed = WellFormed(word).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        return writing switch
        {
            Writing.Abjad => Codes(Abjad.Apply(composed)),
            Writing.Han => SoundsOf(Romanised(composed), Pinyin),
            Writing.Hangul => SoundsOf(Romanised(composed), Hangul),
            Writing.Alphabet => SoundsOf(Romanised(composed), FromOthers),
            _ => SoundsOf(Romanised(composed), Latin),
        };
    }

    /// <summary>The sounds of a syllable that a Han character is read as, spelled in Latin.</summary>
    /// <param name="vowelsAsHangul">Whether eo and eu are one vowel in that spelling.</param>
    public static byte[] SoundsOfReading(string latin, bool vowelsAsHangul) =>
        SoundsOf(latin, vowelsAsHangul ? Hangul : Latin);

    private static byte[] SoundsOf(string latin, Rules rules) => Codes(rules.Apply(latin));

    /// <summary>Letters of spelling.txt as it says; others without their marks, as AnyAscii romanises them.</summary>
    private static string Romanised(string word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c < '\u0080' || char.IsSurrogate(c) || Letters.Begins(c))
                bare.Append(c);
            else
            {
                foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
                {
                    if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                        bare.Append(part);
                }
            }
        }
        return Letters.Apply(bare.ToString().Normalize(NormalizationForm.FormC)).Transliterate().ToLowerInvariant();
    }

    /// <summary>Half a surrogate pair, which a damaged file may hold, cannot be normalised.</summary>
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
            : text;

    private static byte[] Codes(string spelled)
    {
        var codes = new List<byte>(spelled.Length);
        foreach (var sound in spelled)
        {
            var code = Names.Sounds.Code(sound);
            if (code >= 0 && (codes.Count == 0 || codes[^1] != code))
                codes.Add((byte)code);
        }
        return [.. codes];
    }

    private static readonly Rules Letters = new("letters"),
        Latin = new("latin"),
        FromOthers = new("romanised", "latin"),
        Hangul = new("hangul", "latin"),
        Pinyin = new("pinyin"),
        Abjad = new("abjad");

    /// <summary>The lines of one or more sections; of two for the same letters, that of the section named first holds.</summary>
    private sealed class Rules
    {
        private sealed record Rule(string Letters, string Before, bool AtEnd, string Becomes);

        private readonly FrozenDictionary<char, ImmutableArray<Rule>> _byFirst;

        public Rules(params ReadOnlySpan<string> sections)
        {
            var rules = new List<Rule>();
            foreach (var section in sections)
                rules.AddRange(NameFiles.Section("spelling.txt", section).Select(Parse));
            _byFirst = rules
                .GroupBy(rule => rule.Letters[0])
                .ToFrozenDictionary(
                    group => group.Key,
                    group =>
                        group
                            .OrderByDescending(rule => rule.Letters.Length)
                            .ThenByDescending(rule => rule.Before.Length > 0 || rule.AtEnd)
                            .ToImmutableArray()
                );
        }

        private static Rule Parse(string line)
        {
            var (left, right) = line.Split(' ') is [var a, var b] ? (a, b) : throw new FormatException(line);
            var becomes = right == "0" ? "" : right;
            if (left.Length > 1 && left[^1] == '$')
                return new(left[..^1], "", true, becomes);
            var open = left.IndexOf('(', StringComparison.Ordinal);
            return open < 0 ? new(left, "", false, becomes) : new(left[..open], left[(open + 1)..^1], false, becomes);
        }

        /// <summary>Whether some line begins with the letter.</summary>
        public bool Begins(char letter) => _byFirst.ContainsKey(letter);

        /// <summary>The word with each letter as its line says; a letter without a line stays as it is.</summary>
        public string Apply(string word)
        {
            var said = new StringBuilder(word.Length + 4);
            for (var i = 0; i < word.Length; )
            {
                var rule = _byFirst.TryGetValue(word[i], out var rules) ? Fitting(rules, word, i) : null;
                if (rule is null)
                    said.Append(word[i]);
                else
                    said.Append(rule.Becomes);
                i += rule?.Letters.Length ?? 1;
            }
            return said.ToString();
        }

        private static Rule? Fitting(ImmutableArray<Rule> rules, string word, int at)
        {
            foreach (var rule in rules)
            {
                var end = at + rule.Letters.Length;
                if (
                    word.AsSpan(at).StartsWith(rule.Letters, StringComparison.Ordinal)
                    && (!rule.AtEnd || end == word.Length)
                    && (
                        rule.Before == ""
                        || end < word.Length && rule.Before.Contains(word[end], StringComparison.Ordinal)
                    )
                )
                    return rule;
            }
            return null;
        }
    }
}
