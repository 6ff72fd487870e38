using System.Collections.Immutable;

namespace Backchannel.Showing.Summary;

/// <summary>One sentence of the summary, and the claims it rests on: empty for a sentence that counts.</summary>
public sealed record SummarySentence(string Text, ImmutableArray<ClaimId> Claims);

/// <summary>Sentences under one heading.</summary>
public sealed record SummarySection(string Title, ImmutableArray<SummarySentence> Sentences);
