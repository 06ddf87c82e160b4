using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>A text with which a reply begins, in each language that it is written in.</summary>
public sealed record ReplyTemplate(string Code, LocalizedText Title, LocalizedText Text);

/// <summary>The alliance's own texts for replies: <c>letters/replies.json</c>.</summary>
public sealed class ReplyTemplates(AllianceFolder folder, AllianceWords alliance)
{
    private const string File = "letters/replies.json";

    public IReadOnlyList<ReplyTemplate> All => field ??= folder.Has(File) ? folder.Read<ReplyTemplate>(File) : [];

    public IEnumerable<string> Languages =>
        All.SelectMany(r => r.Text.Languages).Append("en").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public string Fill(string? code, string language, Message message, string? reference) =>
        All.FirstOrDefault(r => r.Code == code) is not { } template
            ? ""
            : template
                .Text.In(language)
                .Replace("{name}", message.FromName ?? message.FromAddress, StringComparison.Ordinal)
                .Replace("{subject}", message.Subject, StringComparison.Ordinal)
                .Replace("{reference}", reference ?? "", StringComparison.Ordinal)
                .Replace("{secretariat}", alliance.Secretariat.In(language), StringComparison.Ordinal);
}
