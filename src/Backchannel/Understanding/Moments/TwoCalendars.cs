using Backchannel.Languages;

namespace Backchannel.Understanding.Moments;

/// <summary>A day told twice, in two calendars: "1 رمضان 1445 الموافق 11 مارس 2024".</summary>
internal static class TwoCalendars
{
    /// <summary>Whether nothing stands between two times but marks and words that say they are one day: "(", "الموافق".</summary>
    public static bool AreJoined(ReadOnlySpan<string> forms, int from, int to, TimeLexicon times)
    {
        for (var i = from; i < to; )
        {
            if (times.Read(TimeSlot.Equals, forms, i, out _, out var length))
                i += length;
            else if (forms[i] is "(" or "/" or "-" or "," or "،" or "（" or "、")
                i++;
            else
                return false;
        }
        return true;
    }

    /// <summary>
    /// One day told in two calendars, as one moment with the Gregorian day; null where it is not. The other calendar's may be a day off, and
    /// where it has no year, the one that has decides.
    /// </summary>
    public static Moment? AsOne(Moment first, Moment second)
    {
        if (
            first.Calendar == second.Calendar
            || first.Calendar != CalendarSystem.Gregorian && second.Calendar != CalendarSystem.Gregorian
            || first.Precision != second.Precision
            || first.Precision is not (Precision.Day or Precision.Month or Precision.Year)
        )
            return null;
        var (ours, other) = first.Calendar == CalendarSystem.Gregorian ? (first, second) : (second, first);
        // "1 رمضان 1445 الموافق 11 مارس": the year of the one dates the other.
        var (firm, loose) =
            ours.Basis != MomentBasis.Absolute && other.Basis == MomentBasis.Absolute ? (other, ours) : (ours, other);
        if (
            loose is { When: { From: { } a, To: { } b }, Basis: MomentBasis.Absolute }
            && firm is { When: { From: { } c, To: { } d } }
            && (a > d.AddDays(DaysOff(firm.Precision)) || c > b.AddDays(DaysOff(firm.Precision)))
        )
            return null;
        return firm with
        {
            Span = first.Span.Cover(second.Span),
            Core = first.Core.Cover(second.Core),
            IsBareWeekday = false,
            Why = $"{first.Why}, {second.Why}",
        };
    }

    /// <summary>
    /// By how many days the same time may differ in two calendars: a day by who saw the moon or when it ends, at most two; months and years need
    /// only overlap.
    /// </summary>
    private static int DaysOff(Precision precision) => precision == Precision.Day ? 2 : 0;
}
