using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Formats.Tables;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>The charset that a text file is read in, and the choice of another.</summary>
public sealed partial class ImportPreviewModel
{
    private string? encoding;

    /// <summary>As somebody chose it; null: guessed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Encoding
    {
        get => encoding;
        set => encoding = TableReader.CharsetNames.Contains(value, StringComparer.Ordinal) ? value : null;
    }

    /// <summary>Null for a list that is no text.</summary>
    public string? ReadEncoding { get; private set; }

    /// <summary>Whether it can hardly be another.</summary>
    public bool IsEncodingSure { get; private set; } = true;

    public IEnumerable<SelectListItem> EncodingOptions =>
        TableReader.CharsetNames.Select(name => new SelectListItem(NameOfEncoding(name), name));

    public string FileAt =>
        Encoding is null
            ? $"/office/imports/{Given.Id}?handler=File"
            : $"/office/imports/{Given.Id}?handler=File&Encoding={Encoding}";

    public string NameOfEncoding(string name) => EncodingWords.Script(name) is { } script ? $"{name} ({t.Of(script)})" : name;
}
