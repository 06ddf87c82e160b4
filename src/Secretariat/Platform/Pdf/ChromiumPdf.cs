using System.Collections.Concurrent;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Pdf;

/// <summary>PDF by one warm headless Chromium without a network, two pages at a time; started again after a crash.</summary>
public sealed class ChromiumPdf(PdfOptions options, TimeProvider clock) : IPdfRenderer, IAsyncDisposable
{
    private const int PagesAtOnce = 2;

    private readonly SemaphoreSlim slots = new(PagesAtOnce, PagesAtOnce);
    private readonly SemaphoreSlim starting = new(1, 1);
    private Browser? browser;

    public Reason? WhyUnavailable => options.WhyNoChromium();

    public async Task<byte[]> RenderAsync(string html, CancellationToken cancellationToken)
    {
        if (WhyUnavailable is { } reason)
            throw new InvalidOperationException(reason.ToString());
        await slots.WaitAsync(cancellationToken);
        try
        {
            return await RenderOnceAsync(html, cancellationToken);
        }
        catch (IOException)
        {
            // The browser went away under this page; a fresh one gets one more try.
            return await RenderOnceAsync(html, cancellationToken);
        }
        finally
        {
            slots.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        browser = null;
        starting.Dispose();
        slots.Dispose();
    }

    private async Task<byte[]> RenderOnceAsync(string html, CancellationToken cancellationToken)
    {
        var running = await RunningAsync(cancellationToken);
        return await LimitAsync(
            token => running.PrintAsync(html, token),
            options.PageLimit,
            "Chromium did not finish the page",
            cancellationToken
        );
    }

    private async Task<Browser> RunningAsync(CancellationToken cancellationToken)
    {
        await starting.WaitAsync(cancellationToken);
        try
        {
            if (browser is { IsOpen: true })
                return browser;
            if (browser is not null)
                await browser.DisposeAsync();
            browser = null;
            var path = options.FindChromium()!;
            return browser = await LimitAsync(
                token => Browser.StartAsync(path, token),
                options.StartLimit,
                "Chromium did not start",
                cancellationToken
            );
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<T> LimitAsync<T>(
        Func<CancellationToken, Task<T>> act,
        TimeSpan limit,
        string what,
        CancellationToken cancellationToken
    )
    {
        using var late = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await act(either.Token);
        }
        catch (OperationCanceledException canceled)
            when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{what} within {limit.TotalSeconds:0} seconds.", canceled);
        }
    }

    /// <summary>A running browser with the pages that wait for their next letter.</summary>
    private sealed class Browser(ChromiumProcess process, DevTools tools) : IAsyncDisposable
    {
        private readonly ConcurrentBag<ChromiumPage> idle = [];
        private volatile bool isLost;

        /// <summary>Not once it went away under a page, even while the connection has not noticed.</summary>
        public bool IsOpen => !isLost && tools.IsOpen;

        public static async Task<Browser> StartAsync(string path, CancellationToken cancellationToken)
        {
            var process = ChromiumProcess.Start(path);
            try
            {
                var address = await process.AddressAsync(cancellationToken);
                return new(process, await DevTools.ConnectAsync(address, cancellationToken));
            }
            catch
            {
                await process.DisposeAsync();
                throw;
            }
        }

        public async Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken)
        {
            ChromiumPage? page = null;
            try
            {
                if (!idle.TryTake(out page))
                    page = await ChromiumPage.OpenAsync(tools, cancellationToken);
                var pdf = await page.PrintAsync(html, cancellationToken);
                idle.Add(page);
                return pdf;
            }
            catch (IOException)
            {
                isLost = true;
                throw;
            }
            catch
            {
                // A page that failed or hangs is not used again.
                page?.Abandon();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await tools.DisposeAsync();
            await process.DisposeAsync();
        }
    }
}
