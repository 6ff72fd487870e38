using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>Joins phrases to the noun behind them, where modifiers come first.</summary>
internal static class Modifiers
{
    /// <summary>
    /// Where modifiers come first, the phrase before the mark of possession hangs on the noun behind it: 与伊朗的会谈, 美国和伊朗的会谈. The
    /// preposition is its own where the noun knows it, else the noun's.
    /// </summary>
    public static void Attach(Sentence sentence, int i, Nominal nominal)
    {
        var units = sentence.Units;
        if (
            i < 2
            || units[i - 1].Kind != UnitKind.Preposition
            || units[i - 2].Nominal is not { } owner
            || sentence.PrepositionAt(units[i - 1].First) is not { } mark
            || !mark.Cue.Is("possessive")
            || sentence
                .HitsAt(nominal.Last, CueKind.Trigger)
                .Where(hit => hit.Cue.Class == WordClass.Noun)
                .Select(hit => hit.Cue.Frame)
                .FirstOrDefault()
                is not { } frame
        )
            return;
        var whole = owner.ListedWith ?? owner;
        if (whole.Marker.Length > 0 && frame.For(whole.Marker) is not null)
        {
            var at = units.FindIndex(unit => unit.Nominal == whole) - 2;
            if (at >= 0 && units[at].Nominal is { Marker.Length: 0, AttachedTo: null } partner)
            {
                partner.Marker = sentence.Forms[mark.First];
                Links.Hang(partner, nominal);
            }
            else if (at >= 0 && units[at].Kind == UnitKind.Preposition)
                (nominal.Marker, nominal.MarkerFirst) = (sentence.Forms[units[at].First], units[at].First);
        }
        else
        {
            (nominal.Marker, nominal.MarkerFirst) = (
                whole.Marker,
                whole.Marker.Length > 0 ? whole.MarkerFirst : nominal.First
            );
            foreach (var each in whole.All())
                (each.Marker, each.MarkerFirst) = (sentence.Forms[mark.First], each.First);
        }
        foreach (var each in whole.All())
            Links.Hang(each, nominal);
    }
}
