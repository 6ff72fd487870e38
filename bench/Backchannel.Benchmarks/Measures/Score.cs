namespace Backchannel.Benchmarks.Measures;

/// <summary>
/// One figure a measure prints: ours, and beside it a peer's on the same set where one is known. Shares and F1 lie between 0 and 1.
/// </summary>
/// <param name="Measure">The command that made it, such as <c>attribution</c>.</param>
/// <param name="Set">The folder of data below the data folder, such as <c>attribution/polnear</c>.</param>
/// <param name="Split">The split of the set, or <c>all</c> where it has none.</param>
/// <param name="Metric">What was counted, in words.</param>
/// <param name="Value">Our figure.</param>
/// <param name="Peer">Who the peer is, and whether its figure is published, <c>[P]</c>, or was measured beside ours, <c>[M]</c>.</param>
/// <param name="PeerValue">The peer's figure.</param>
/// <param name="Must">The floor for calling the capability done; a rate of errors is a ceiling, see <paramref name="LowerIsBetter"/>.</param>
/// <param name="LowerIsBetter">Whether the figure counts errors.</param>
internal sealed record Score(
    string Measure,
    string Set,
    string Split,
    string Metric,
    double Value,
    string? Peer = null,
    double? PeerValue = null,
    double? Must = null,
    bool LowerIsBetter = false
)
{
    /// <summary>Whether the floor is met; null where none is set.</summary>
    public bool? Holds =>
        Must is not { } must ? null
        : LowerIsBetter ? Value <= must
        : Value >= must;
}
