using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>What stands around the text of a letter: who writes, when, to whom, and the annexes.</summary>
/// <param name="annexes">For which annexes beside the timetable its template asks.</param>
internal sealed class LetterFrame(Campaign campaign, Letter letter, Sender sender, IReadOnlyCollection<AnnexKind> annexes)
{
    private readonly CampaignContent content = campaign.Content;
    private readonly string language = letter.Language;

    /// <summary>Null where the table has no words for the addressee.</summary>
    public LetterDocument? With(AddressWords address)
    {
        var (salutation, line) = (
            letter.SalutationOverride ?? address.Salutation,
            letter.AddressLineOverride ?? address.AddressLine
        );
        if (salutation is null || line is null || address.Close is null)
            return null;
        return new LetterDocument
        {
            Language = language,
            Form = letter.WrittenAs,
            Title = campaign.Title,
            Sender = letter.IsNoteVerbale ? Institution() : Person(),
            Place = sender.Place.In(language),
            SignedOn = letter.SignedOn,
            Reference = letter.Reference,
            Salutation = salutation,
            Body = "",
            Close = address.Close,
            SignatoryName = letter.IsNoteVerbale ? "" : sender.Name,
            AddresseeLines = line.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Annexes = [.. campaign.HasAnnex ? [Timetable()] : Nothing, .. annexes.Select(Annex)],
            OtherLanguages = OtherLanguages(),
        };
    }

    private LetterSender Person() =>
        new(
            sender.Name,
            sender.Institution.In(language),
            sender.Portfolio.In(language),
            sender.Address.In(language),
            sender.Phone,
            sender.Mailbox
        );

    private LetterSender Institution() =>
        new(sender.Institution.In(language), Address: sender.Address.In(language), Phone: sender.Phone, Mailbox: sender.Mailbox);

    private static IEnumerable<LetterAnnex> Nothing => [];

    private LetterAnnex Annex(AnnexKind kind) => kind is AnnexKind.Programme ? Programme() : Partners();

    private LetterAnnex Timetable() =>
        new(
            content.AnnexTitle?.In(language) ?? "",
            null,
            [],
            [
                .. content.AnnexRows.Select(r =>
                    new[] { r.Date.In(language), r.Event?.In(language) ?? "", r.Venue?.In(language) ?? "" }
                ),
            ]
        );

    private LetterAnnex Partners() =>
        new(
            "",
            null,
            [],
            [
                .. content.Partners.SelectMany(k =>
                    k.In(language).Select(p => new[] { k.Heading.In(language), Lines(p.Name, p.Footnote) })
                ),
            ]
        )
        {
            Kind = AnnexKind.Partners,
        };

    private LetterAnnex Programme() =>
        new("", null, [], [.. content.Programme!.Rows.Select(Cells)]) { Kind = AnnexKind.Programme };

    private string[] Cells(ProgrammeRow row)
    {
        var written = LetterLanguage.For(language);
        return [written.Write(row.Day), written.KeepOrder(row.Time), Lines(row.Title, row.Speakers), row.Room ?? ""];
    }

    /// <summary>Each on a line of its own below the one before.</summary>
    private string Lines(params LocalizedText?[] texts) =>
        string.Join('\n', texts.OfType<LocalizedText>().Select(t => PlainText.Clean(t.In(language))));

    private Dictionary<string, string> OtherLanguages()
    {
        LocalizedText?[] texts =
        [
            sender.Institution,
            sender.Portfolio,
            sender.Address,
            .. campaign.HasAnnex
                ? content.AnnexRows.SelectMany(r => new[] { r.Date, r.Event, r.Venue }).Append(content.AnnexTitle)
                : [],
            .. annexes.Contains(AnnexKind.Partners) ? content.PartnerTexts() : [],
            .. annexes.Contains(AnnexKind.Programme) ? content.ProgrammeTexts() : [],
        ];
        return texts
            .Select(text => text?.Get(language))
            .OfType<(string Text, string LanguageUsed)>()
            .Where(used => used.LanguageUsed != language)
            .DistinctBy(used => PlainText.Clean(used.Text), StringComparer.Ordinal)
            .ToDictionary(used => PlainText.Clean(used.Text), used => used.LanguageUsed, StringComparer.Ordinal);
    }

    /// <param name="person">Null for a note verbale, which is written to an institution.</param>
    public static TemplateData AddresseeOf(Addressee? person, PartnerWording partner, string language)
    {
        var data = new TemplateData
        {
            ["addressee.organisation"] = new TemplateValue.Text(partner.Name, partner.Language),
            ["addressee.country"] = new TemplateValue.Text(partner.Name, partner.Language),
            ["addressee.ofCountry"] = OfCountry.In(language, partner.Name),
        };
        return person is null
            ? data
            : data.With("addressee.name", person.Name)
                .With("addressee.family", person.FamilyName ?? FamilyName.Of(person.Name))
                .With("addressee.function", person.Function);
    }
}
