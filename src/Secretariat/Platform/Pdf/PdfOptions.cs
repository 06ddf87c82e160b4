using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Pdf;

/// <summary>The section <c>Pdf</c> of the configuration.</summary>
public sealed record PdfOptions
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Path of the browser; where it is not set, the usual places are searched.</summary>
    public string? Chromium { get; init; }

    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that one letter may take.</summary>
    public TimeSpan PageLimit { get; init; } = TimeSpan.FromSeconds(30);

    public string? FindChromium() =>
        string.IsNullOrWhiteSpace(Chromium) ? Usual.FirstOrDefault(File.Exists)
        : File.Exists(Chromium) ? Chromium
        : null;

    public Reason? WhyNoChromium() =>
        FindChromium() is not null ? null
        : string.IsNullOrWhiteSpace(Chromium)
            ? Text.Key("There is no Chromium on this machine; install the package “chromium”, or set Pdf:Chromium to its path.")
        : Text.Key("Pdf:Chromium names “{0}”, where there is no file; correct the path, or leave it empty to search.", Chromium);
}
