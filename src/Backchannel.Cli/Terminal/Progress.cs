using System.Globalization;
using Backchannel.Storage;

namespace Backchannel.Cli.Terminal;

/// <summary>One line on stderr that counts documents and says how long it will take; silent unless stderr is a terminal.</summary>
internal sealed class Progress(string what, TimeProvider time) : IProgress<IntakeProgress>, IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private readonly bool _silent = Console.IsErrorRedirected;
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private long _shown;
    private int _width;

    public void Report(IntakeProgress value)
    {
        var (done, total) = value;
        if (_silent)
            return;
        lock (_lock)
        {
            if (done < total && _shown != 0 && time.GetElapsedTime(_shown) < Between)
                return;
            _shown = time.GetTimestamp();
            Show(Line(what, done, total, time.GetElapsedTime(_start)));
        }
    }

    public void Dispose()
    {
        if (_width > 0)
            Show("");
    }

    /// <summary>"reading 1,200 of 40,000, 512 a second, 1 min 15 s left".</summary>
    internal static string Line(string what, int done, int total, TimeSpan elapsed)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{what} {done:N0} of {total:N0}");
        if (done == 0 || elapsed < TimeSpan.FromSeconds(1))
            return line;
        var rate = done / elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds((total - done) / rate);
        var wait = left switch
        {
            { TotalHours: >= 1 } => $"{(int)left.TotalHours} h {left.Minutes} min",
            { TotalMinutes: >= 1 } => $"{left.Minutes} min {left.Seconds} s",
            _ => $"{left.Seconds} s",
        };
        return line + string.Create(CultureInfo.InvariantCulture, $", {rate:N0} a second, {wait} left");
    }

    private void Show(string line)
    {
        Console.Error.Write('\r' + line.PadRight(_width) + (line.Length == 0 ? "\r" : ""));
        _width = line.Length;
    }
}
