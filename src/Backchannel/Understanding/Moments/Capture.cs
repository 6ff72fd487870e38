using Backchannel.Languages;

namespace Backchannel.Understanding.Moments;

/// <summary>What one element of a pattern was found to be, and where; words have no slot.</summary>
internal readonly record struct Capture(TimeSlot? Slot, int Value, int First, int Last);
