using Backchannel.Storage;

namespace Backchannel.Web.Desk;

/// <summary>
/// The account of a store as it stands now: linked when the desk opens, and again whenever anything was read or judged, here or by another process.
/// Linking goes on behind the views, which show the state before until it is done.
/// </summary>
public sealed class LiveAccount : IDisposable
{
    private readonly string _file;
    private readonly Store _watched;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly List<(int Wanted, TaskCompletionSource Done)> _waiting = [];
    private volatile Snapshot? _current;
    private long _seen = -1;
    private int _wanted;
    private int _counted;
    private volatile bool _counting;
    private int _holds;
    private DateTimeOffset _notBefore;

    public LiveAccount(string file, TimeProvider time)
    {
        (_file, _time) = (file, time);
        Store.Open(file).Dispose();
        _watched = Store.OpenExisting(file);
    }

    /// <summary>The latest state, or null while the first is being linked.</summary>
    public Snapshot? Current => _current;

    public bool IsBeingCounted => _counting;

    /// <summary>Why the last attempt failed, in a sentence; null where it did not.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Looks whether the store was written, and links again if so.</summary>
    public void Look()
    {
        lock (_lock)
        {
            if (_counting || _holds > 0 || _time.GetUtcNow() < _notBefore || _watched.Version() == _seen)
                return;
            _wanted++;
            Begin();
        }
    }

    /// <summary>Links what was written until now, and waits for it as long as that.</summary>
    /// <returns>Whether it is done.</returns>
    public async Task<bool> CatchUpAsync(TimeSpan most)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((++_wanted, done));
            Begin();
        }
        return await Task.WhenAny(done.Task, Task.Delay(most, _time)) == done.Task;
    }

    /// <summary>While many documents are being written the account is not linked after each.</summary>
    public void Hold(bool on)
    {
        lock (_lock)
            _holds += on ? 1 : -1;
    }

    private void Begin()
    {
        if (_counting)
            return;
        _counting = true;
        _ = Task.Run(CountAll);
    }

    private void CountAll()
    {
        while (true)
        {
            int wanted;
            lock (_lock)
            {
                if (_counted == _wanted)
                {
                    _counting = false;
                    return;
                }
                wanted = _wanted;
                _seen = _watched.Version();
            }
            var began = _time.GetTimestamp();
            try
            {
                using var store = Store.OpenExisting(_file);
                _current = new Snapshot(store.Archive(), store.Judgements());
                Trouble = null;
            }
            // Whatever it was, the views go on with the state before, say so, and it is tried again.
            catch (Exception e)
            {
                Trouble = e.Message;
                lock (_lock)
                    _seen = -1;
            }
            lock (_lock)
            {
                _counted = wanted;
                // Another process that reads for an hour must not make this one link for an hour.
                _notBefore = _time.GetUtcNow() + 2 * _time.GetElapsedTime(began);
                foreach (var (number, done) in _waiting.Where(each => each.Wanted <= wanted))
                    done.SetResult();
                _waiting.RemoveAll(each => each.Wanted <= wanted);
            }
        }
    }

    public void Dispose() => _watched.Dispose();
}
