namespace Secretariat.Platform.Pdf;

/// <summary>One page of a browser, without script and offline, that prints one document after the other.</summary>
internal sealed class ChromiumPage
{
    private readonly DevTools tools;
    private readonly string target;
    private readonly string session;
    private readonly string frame;

    private ChromiumPage(DevTools tools, string target, string session, string frame) =>
        (this.tools, this.target, this.session, this.frame) = (tools, target, session, frame);

    public static async Task<ChromiumPage> OpenAsync(
        DevTools tools,
        CancellationToken cancellationToken
    )
    {
        var created = await tools.CallAsync(
            "Target.createTarget",
            new { url = "about:blank" },
            null,
            cancellationToken
        );
        var target = created.GetProperty("targetId").GetString()!;
        var attach = new { targetId = target, flatten = true };
        var attached = await tools.CallAsync(
            "Target.attachToTarget",
            attach,
            null,
            cancellationToken
        );
        var session = attached.GetProperty("sessionId").GetString()!;
        await tools.CallAsync(
            "Emulation.setScriptExecutionDisabled",
            new { value = true },
            session,
            cancellationToken
        );
        await tools.CallAsync("Network.enable", new { }, session, cancellationToken);
        await tools.CallAsync(
            "Network.setBlockedURLs",
            new { urls = (string[])["*"] },
            session,
            cancellationToken
        );
        var tree = await tools.CallAsync("Page.getFrameTree", new { }, session, cancellationToken);
        var frame = tree.GetProperty("frameTree")
            .GetProperty("frame")
            .GetProperty("id")
            .GetString()!;
        return new(tools, target, session, frame);
    }

    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken)
    {
        var document = new { frameId = frame, html };
        await tools.CallAsync("Page.setDocumentContent", document, session, cancellationToken);
        var options = new
        {
            printBackground = true,
            preferCSSPageSize = true,
            generateTaggedPDF = true,
            generateDocumentOutline = true,
        };
        var printed = await tools.CallAsync("Page.printToPDF", options, session, cancellationToken);
        return printed.GetProperty("data").GetBytesFromBase64();
    }

    /// <summary>Asks the browser to close the page, without waiting for a page that may not answer.</summary>
    public void Abandon() => _ = CloseAsync();

    private async Task CloseAsync()
    {
        try
        {
            await tools.CallAsync(
                "Target.closeTarget",
                new { targetId = target },
                null,
                CancellationToken.None
            );
        }
        catch (Exception gone)
            when (gone is IOException or InvalidOperationException or OperationCanceledException)
        {
            // The browser or the page is gone already, which is what was asked for.
        }
    }
}
