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

    public static async Task<ChromiumPage> OpenAsync(DevTools tools, CancellationToken cancellationToken)
    {
        var created = await tools.CallAsync("Target.createTarget", new { url = "about:blank" }, null, cancellationToken);
        var targetId = created.GetProperty("targetId").GetString()!;
        var attach = new { targetId, flatten = true };
        var attached = await tools.CallAsync("Target.attachToTarget", attach, null, cancellationToken);
        var sessionId = attached.GetProperty("sessionId").GetString()!;
        await tools.CallAsync("Emulation.setScriptExecutionDisabled", new { value = true }, sessionId, cancellationToken);
        await tools.CallAsync("Network.enable", new { }, sessionId, cancellationToken);
        // Whatever is elsewhere; a picture that stands in the document itself (data:) is shown.
        await tools.CallAsync("Network.setBlockedURLs", new { urls = (string[])["*://*"] }, sessionId, cancellationToken);
        var tree = await tools.CallAsync("Page.getFrameTree", new { }, sessionId, cancellationToken);
        var frameId = tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!;
        return new(tools, targetId, sessionId, frameId);
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
            await tools.CallAsync("Target.closeTarget", new { targetId = target }, null, CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or OperationCanceledException)
        {
            // The browser or the page is gone already, which is what was asked for.
        }
    }
}
