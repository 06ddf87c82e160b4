using System.ComponentModel;
using System.Diagnostics;

namespace Secretariat.Platform.Pdf;

/// <summary>Ends a process that takes more time of the processor than it may, however busy the machine is, or that takes no end.</summary>
internal sealed class ProcessorLimit : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly TimeSpan most;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Timer timer;
    private long spent;

    public ProcessorLimit(Process process, TimeSpan most)
    {
        (this.process, this.most) = (process, most);
        timer = new Timer(_ => Look(), null, Pace, Pace);
    }

    /// <summary>What the process has taken, as far as was seen; a short one takes less than is looked for.</summary>
    public TimeSpan Spent => TimeSpan.FromTicks(Interlocked.Read(ref spent));

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        try
        {
            Interlocked.Exchange(ref spent, process.TotalProcessorTime.Ticks);
            if (Spent >= most || clock.Elapsed >= Longest)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It has ended meanwhile; its exit code tells.
        }
    }
}
