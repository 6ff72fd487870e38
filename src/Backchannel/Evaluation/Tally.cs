namespace Backchannel.Evaluation;

internal enum Count
{
    ContactGold,
    ContactPredicted,
    ContactMatch,
    ModalityRight,
    UnsureGold,
    FalseConfirmation,
    ChannelGold,
    ChannelRight,
    IntermediaryGold,
    IntermediaryRight,
    DateGold,
    DateOverlaps,
    PlaceGold,
    PlaceRight,
    StatementGold,
    StatementPredicted,
    StatementFound,
    StatementMatch,
    StanceRight,
    ChainRight,
    OwnSourceGold,
    OwnSourceRight,
    OtherGold,
    OtherPredicted,
    OtherMatch,
    OtherTypeRight,
    MissingDocuments,
}

/// <summary>What was counted over some articles.</summary>
internal sealed class Tally
{
    private readonly int[] _counts = new int[Enum.GetValues<Count>().Length];

    public int this[Count count]
    {
        get => _counts[(int)count];
        set => _counts[(int)count] = value;
    }

    /// <summary>Counts one where it is so.</summary>
    public void Add(Count count, bool isSo) => this[count] += isSo ? 1 : 0;

    public void Add(Tally other)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
    }

    /// <summary>The share, or null where there was nothing to share.</summary>
    public double? Rate(Count part, Count whole) => this[whole] == 0 ? null : (double)this[part] / this[whole];

    public (double P, double R, double F1) F1(Count match, Count predicted, Count gold)
    {
        var p = this[predicted] == 0 ? 0 : (double)this[match] / this[predicted];
        var r = this[gold] == 0 ? 0 : (double)this[match] / this[gold];
        return (p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
    }
}
