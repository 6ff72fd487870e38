using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Languages;

/// <summary>What tells that a text is in a language, loaded before the rest of its pack: its commonest words and its letters.</summary>
public sealed record LanguageMark
{
    internal LanguageMark(PackSettings settings, IEnumerable<Cue> cues, IEnumerable<string> vocabulary)
    {
        Settings = settings;
        Common = cues.Where(cue => cue.Elements.Length == 1 && IsFunctionWord(cue.Kind))
            .SelectMany(cue => cue.Elements[0].Forms)
            .ToFrozenSet(StringComparer.Ordinal);
        Letters = settings.Letters.Concat(settings.Segments ? vocabulary.SelectMany(word => word) : []).ToFrozenSet();
    }

    public PackSettings Settings { get; }

    public string Code => Settings.Code;

    /// <summary>Folded words so frequent that their share tells the language.</summary>
    public FrozenSet<string> Common { get; }

    public FrozenSet<char> Letters { get; }

    private static bool IsFunctionWord(CueKind kind) =>
        kind
            is CueKind.Common
                or CueKind.Determiner
                or CueKind.Pronoun
                or CueKind.Possessive
                or CueKind.Preposition
                or CueKind.Complementizer
                or CueKind.Relative
                or CueKind.Subordinator
                or CueKind.Coordinator
                or CueKind.Negator
                or CueKind.Auxiliary;
}
