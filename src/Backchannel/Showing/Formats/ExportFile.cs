namespace Backchannel.Showing.Formats;

/// <summary>One file of a format that is a folder of several.</summary>
public sealed record ExportFile(string Name, Action<Stream> Write);
