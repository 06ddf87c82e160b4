using System.Threading.Channels;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>Messages on their way into the file store, and those that lie there and wait to be entered, in their order.</summary>
internal sealed class Arrivals(TakeIn takeIn)
{
    private const int MostAtOnce = 64;

    /// <summary>So much may be on its way to the disk at a time.</summary>
    private const long MostBytesAtOnce = 16_000_000;

    private readonly Channel<Task<KeptItem>> waiting = System.Threading.Channels.Channel.CreateBounded<Task<KeptItem>>(
        MostAtOnce
    );
    private readonly List<Task> keeping = [];
    private long bytes;

    /// <summary>Starts to keep it, and waits where much is on its way or many wait.</summary>
    /// <returns>False when no more are taken.</returns>
    public async Task<bool> AddAsync(MailboxItem item, CancellationToken cancellationToken)
    {
        var kept = takeIn.KeepAsync(item, cancellationToken);
        keeping.Add(kept);
        bytes += item.Size;
        if (bytes >= MostBytesAtOnce)
        {
            await Task.WhenAll(keeping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            keeping.Clear();
            bytes = 0;
        }

        while (await waiting.Writer.WaitToWriteAsync(cancellationToken))
        {
            if (waiting.Writer.TryWrite(kept))
                return true;
        }

        return false;
    }

    /// <summary>No more are taken; those that wait still come.</summary>
    public void Close() => waiting.Writer.TryComplete();

    /// <summary>Whether there are some, or will be none any more.</summary>
    public async Task<bool> AnyAsync() => await waiting.Reader.WaitToReadAsync(CancellationToken.None);

    /// <summary>As many as wait.</summary>
    public IEnumerable<Task<KeptItem>> Take()
    {
        for (var count = 0; count < MostAtOnce && waiting.Reader.TryRead(out var kept); count++)
            yield return kept;
    }
}
