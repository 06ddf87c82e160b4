using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Pdf;

/// <summary>The section <c>Pdf</c> of the configuration.</summary>
public sealed record PdfOptions
{
    // The headless shell first: the whole browser starts one process more for each document and is several times slower.
    private static readonly string[] UsualChromium =
    [
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];
    private static readonly string[] UsualLibreOffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"];

    /// <summary>Path of the browser; where it is not set, the usual places are searched.</summary>
    public string? Chromium { get; init; }

    /// <summary>Path of the program that renders a house's own Word documents; where it is not set, the usual places are searched.</summary>
    public string? LibreOffice { get; init; }

    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that one letter may take.</summary>
    public TimeSpan PageLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that one Word document may take, the start of its program included.</summary>
    public TimeSpan DocumentLimit { get; init; } = TimeSpan.FromSeconds(60);

    public string? FindChromium() => Find(Chromium, UsualChromium);

    public Reason? WhyNoChromium() =>
        FindChromium() is not null ? null
        : string.IsNullOrWhiteSpace(Chromium)
            ? Text.Key(
                "There is no Chromium on this machine; install the package “chromium-headless-shell”, or set Pdf:Chromium to its path."
            )
        : Text.Key("Pdf:Chromium names “{0}”, where there is no file; correct the path, or leave it empty to search.", Chromium);

    public string? FindLibreOffice() => Find(LibreOffice, UsualLibreOffice);

    public Reason? WhyNoLibreOffice() =>
        FindLibreOffice() is not null ? null
        : string.IsNullOrWhiteSpace(LibreOffice)
            ? Text.Key(
                "There is no LibreOffice on this machine; install the package “libreoffice-writer-nogui”, or set Pdf:LibreOffice to its path."
            )
        : Text.Key(
            "Pdf:LibreOffice names “{0}”, where there is no file; correct the path, or leave it empty to search.",
            LibreOffice
        );

    private static string? Find(string? configured, string[] usual) =>
        string.IsNullOrWhiteSpace(configured) ? usual.FirstOrDefault(File.Exists)
        : File.Exists(configured) ? configured
        : null;
}
