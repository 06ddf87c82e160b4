using System.Text.Encodings.Web;
using QRCoder;

namespace Secretariat.Modules.Events.Day;

/// <summary>QR codes (ISO/IEC 18004) as SVG, with a quarter of redundancy: paper gets scratched.</summary>
public static class QrCode
{
    /// <param name="title">What it is, for whoever does not see it.</param>
    public static string Svg(string content, string title)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.Q);
        using var code = new SvgQRCode(data);
        var svg = code.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        var at = svg.IndexOf("<svg ", StringComparison.Ordinal);
        return $"<svg role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(title)}\" {svg[(at + "<svg ".Length)..]}";
    }
}
