using System.Collections.Concurrent;

namespace Secretariat.Tests;

/// <summary>Time limits pass when the test says so, however slow or fast the machine is.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly ConcurrentDictionary<HandTimer, TimeSpan> timers = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timers[timer] = dueTime;
        return timer;
    }

    /// <summary>Lets every limit of that length pass, until what waits for it has ended.</summary>
    public async Task PassAsync(TimeSpan limit, Task waiting)
    {
        while (!waiting.IsCompleted)
        {
            foreach (var timer in timers.Where(t => t.Value == limit))
                timer.Key.Pass();
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private sealed class HandTimer(HandClock clock, Action pass) : ITimer
    {
        public void Pass() => pass();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.timers[this] = dueTime;
            return true;
        }

        public void Dispose() => clock.timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
