using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Pdf;

/// <summary>Turns a page of HTML that holds everything it needs into a tagged PDF.</summary>
public interface IPdfRenderer
{
    /// <summary>Why there will be no PDF, as a sentence with the remedy; null when there can be.</summary>
    Reason? WhyUnavailable { get; }

    /// <exception cref="InvalidOperationException">There is no renderer, or it could not start.</exception>
    /// <exception cref="TimeoutException">The page took longer than its limit.</exception>
    Task<byte[]> RenderAsync(string html, CancellationToken cancellationToken);
}
