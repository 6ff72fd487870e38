using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>Words that fitted a line of the lists and led no further: which line, where, and why. For explanations, never for results.</summary>
/// <param name="Roles">How its roles had been filled by then.</param>
internal readonly record struct Rejection(Cue Cue, Span Span, string Why, IReadOnlyList<string> Roles);
