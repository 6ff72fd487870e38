using Backchannel.Understanding.Statements;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding;

/// <summary>What understanding a document went by: sentences as they were cut and acts of saying. For explanations and measures, never for results.</summary>
internal sealed class Trace
{
    public IReadOnlyList<Sentence> Sentences { get; set; } = [];

    public IReadOnlyList<Attribution> Attributions { get; set; } = [];
}
