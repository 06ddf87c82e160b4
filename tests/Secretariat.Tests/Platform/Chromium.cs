using Secretariat.Platform.Pdf;

namespace Secretariat.Tests.Platform;

/// <summary>One browser for all the tests that print.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly ChromiumPdf pdf = new(new PdfOptions(), TimeProvider.System);

    public Task<byte[]> PrintAsync(string html)
    {
        Assert.SkipWhen(pdf.WhyUnavailable is not null, pdf.WhyUnavailable?.ToString() ?? "");
        return pdf.RenderAsync(html, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => pdf.DisposeAsync();
}
