using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Languages;

/// <summary>Words of time that patterns write as one with a plus: <c>{weekday}+{daypart}</c>.</summary>
internal static class TimeCompounds
{
    /// <summary>Every such word, and where the second of its two begins.</summary>
    /// <param name="values">What each list holds, by its first word.</param>
    public static FrozenDictionary<string, int> Of(
        ImmutableArray<TimePattern> patterns,
        FrozenDictionary<string, (ImmutableArray<FrozenSet<string>> More, int Value)[]>[] values
    )
    {
        return patterns
            .SelectMany(pattern => pattern.Elements.Zip(pattern.Elements.Skip(1)).Where(pair => pair.First.Joined))
            .SelectMany(pair =>
                from first in Words(pair.First, last: true)
                from second in Words(pair.Second, last: false)
                select (Word: first + second, Cut: first.Length)
            )
            .DistinctBy(compound => compound.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(compound => compound.Word, compound => compound.Cut, StringComparer.Ordinal);

        // The first or last words of what an element may be.
        IEnumerable<string> Words(TimeElement element, bool last) =>
            element.Slot is not { } slot ? element.Forms
            : slot > TimeSlot.Open ? []
            : values[(int)slot]
                .SelectMany(pair =>
                    pair.Value.SelectMany(entry => last && entry.More is [.., var end] ? end : [pair.Key])
                );
    }
}
