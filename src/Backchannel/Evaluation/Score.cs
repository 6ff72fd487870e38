using System.Globalization;

namespace Backchannel.Evaluation;

/// <summary>How well the articles of one language, or all, were understood: the figures of measures.md section 1. Null: nothing to measure.</summary>
public sealed record Score
{
    /// <summary>A language code, or "all".</summary>
    public required string Language { get; init; }

    public double ContactP { get; init; }
    public double ContactR { get; init; }
    public double ContactF1 { get; init; }
    public int ContactGold { get; init; }
    public double? Modality { get; init; }
    public double? Channel { get; init; }
    public double? Intermediary { get; init; }
    public double? Date { get; init; }
    public double? Place { get; init; }
    public double? FalseConfirmation { get; init; }
    public double OtherP { get; init; }
    public double OtherR { get; init; }
    public double OtherF1 { get; init; }
    public int OtherGold { get; init; }
    public double? OtherType { get; init; }
    public double StatementP { get; init; }
    public double StatementR { get; init; }
    public double StatementF1 { get; init; }
    public int StatementGold { get; init; }
    public double? StatementFound { get; init; }
    public double? Stance { get; init; }
    public double? Chain { get; init; }
    public double? OwnSource { get; init; }
    public int MissingDocuments { get; init; }

    internal static Score Of(string language, Tally tally)
    {
        var contact = tally.F1(Count.ContactMatch, Count.ContactPredicted, Count.ContactGold);
        var other = tally.F1(Count.OtherMatch, Count.OtherPredicted, Count.OtherGold);
        var statement = tally.F1(Count.StatementMatch, Count.StatementPredicted, Count.StatementGold);
        return new()
        {
            Language = language,
            ContactP = contact.P,
            ContactR = contact.R,
            ContactF1 = contact.F1,
            ContactGold = tally[Count.ContactGold],
            Modality = tally.Rate(Count.ModalityRight, Count.ContactMatch),
            Channel = tally.Rate(Count.ChannelRight, Count.ChannelGold),
            Intermediary = tally.Rate(Count.IntermediaryRight, Count.IntermediaryGold),
            Date = tally.Rate(Count.DateOverlaps, Count.DateGold),
            Place = tally.Rate(Count.PlaceRight, Count.PlaceGold),
            FalseConfirmation = tally.Rate(Count.FalseConfirmation, Count.UnsureGold),
            OtherP = other.P,
            OtherR = other.R,
            OtherF1 = other.F1,
            OtherGold = tally[Count.OtherGold],
            OtherType = tally.Rate(Count.OtherTypeRight, Count.OtherMatch),
            StatementP = statement.P,
            StatementR = statement.R,
            StatementF1 = statement.F1,
            StatementGold = tally[Count.StatementGold],
            StatementFound = tally.Rate(Count.StatementFound, Count.StatementGold),
            Stance = tally.Rate(Count.StanceRight, Count.StatementMatch),
            Chain = tally.Rate(Count.ChainRight, Count.StatementMatch),
            OwnSource = tally.Rate(Count.OwnSourceRight, Count.OwnSourceGold),
            MissingDocuments = tally[Count.MissingDocuments],
        };
    }

    /// <summary>The three lines that score.py prints, character for character.</summary>
    public override string ToString()
    {
        var missing = MissingDocuments > 0 ? Text($" | missing documents {MissingDocuments}") : "";
        return Text(
            $"""
            {Language, -4} contacts P {Two(ContactP)} R {Two(ContactR)} F1 {Two(
                ContactF1
            )} (gold {ContactGold}) | modality {Two(Modality)} channel {Two(Channel)} intermediary {Two(
                Intermediary
            )} date {Two(Date)} place {Two(Place)} | false confirmation {Two(FalseConfirmation)}
                 bargain, pressure, position P {Two(OtherP)} R {Two(OtherR)} F1 {Two(
                OtherF1
            )} (gold {OtherGold}) | type {Two(OtherType)}
                 statements P {Two(StatementP)} R {Two(StatementR)} F1 {Two(
                StatementF1
            )} (gold {StatementGold}, found {Two(StatementFound)}) | stance {Two(Stance)} chain {Two(
                Chain
            )} own source {Two(OwnSource)}{missing}
            """
        );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Two decimals, ties to even as Python rounds them; a dash for nothing. Only odd eighths are ties in binary.</summary>
    internal static string Two(double? value)
    {
        if (value is not { } number)
            return "-";
        if (number * 8 % 2 == 1)
            number = Math.Round(number * 100, MidpointRounding.ToEven) / 100;
        return number.ToString("F2", CultureInfo.InvariantCulture);
    }
}
