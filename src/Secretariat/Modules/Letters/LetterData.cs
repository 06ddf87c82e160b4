using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The values of one letter under the names that a template uses.</summary>
internal sealed class LetterData(Campaign campaign, Letter letter, CampaignWording wording, Sender sender, TemplateData addressee)
{
    private readonly CampaignContent content = campaign.Content;
    private readonly string language = letter.Language;
    private readonly string kind = wording.PartnerOf(letter).KindCode;

    /// <summary>Only a Member State sits in the Council: only its letter speaks of the two files there.</summary>
    private bool IsInCouncil => kind == PartnerKind.MemberState;

    public TemplateData All()
    {
        var data = addressee;
        foreach (var (name, value) in Single())
            data = data.With(name, value);
        return data.With("strands", List(content.Strands, Strand))
            .With("asks", List(wording.Asks.Where(a => a.IsFor(kind)), ask => new() { ["ask.text"] = In(ask.Text) }))
            .With(
                "files",
                List(content.Files, file => new() { ["file.reference"] = file.Reference, ["file.title"] = In(file.Title) })
            )
            .With("annex", List(content.AnnexRows, Row))
            .With("partners", List(content.Partners.SelectMany(k => k.In(language).Select(p => (k.Heading, p))), Partner))
            .With("programme", List(content.Programme?.Rows ?? [], Programme));
    }

    private IEnumerable<(string Name, TemplateValue? Value)> Single() =>
        [
            ("sender.name", sender.Name),
            ("sender.institution", In(sender.Institution)),
            ("sender.portfolio", In(sender.Portfolio)),
            ("sender.address", In(sender.Address)),
            ("sender.phone", sender.Phone),
            ("sender.mailbox", sender.Mailbox),
            ("letter.place", In(sender.Place)),
            ("letter.signedOn", letter.SignedOn is { } on ? Written(on) : null),
            ("letter.asOf", Written(campaign.AnnexAsOf)),
            ("letter.reference", letter.Reference),
            ("letter.replyTo", wording.ReplyTo),
            ("annex.title", In(content.AnnexTitle)),
            ("conference.date", In(content.Conference)),
            ("council.date", IsInCouncil ? In(content.Council) : null),
            ("programme.event", In(content.Programme?.Title)),
            ("programme.dates", In(content.Programme?.Dates)),
            ("programme.place", In(content.Programme?.Place)),
            .. Count("participants", content.Participants),
            .. Count("commitment", content.Commitment),
        ];

    private IEnumerable<(string, TemplateValue?)> Count(string name, CountContent? count) =>
        [
            ($"counts.{name}", In(count?.Phrase)),
            ($"counts.{name}.date", In(count?.Date)),
            ($"counts.{name}.definition", count is null ? null : WithinSentence(count.Definition)),
        ];

    private TemplateData Strand(StrandContent strand) =>
        new()
        {
            ["strand.name"] = WithinSentence(strand.Name),
            ["events"] = List(
                strand.Events,
                e =>
                    new()
                    {
                        ["event.date"] = In(e.Date),
                        ["event.title"] = In(e.Title),
                        ["event.venue"] = In(e.Venue),
                    }
            ),
        };

    private TemplateData Row(AnnexRow row) =>
        new()
        {
            ["row.date"] = In(row.Date),
            ["row.event"] = In(row.Event),
            ["row.venue"] = In(row.Venue),
        };

    private TemplateData Partner((LocalizedText Kind, PartnerContent Partner) listed) =>
        new()
        {
            ["partner.kind"] = In(listed.Kind),
            ["partner.name"] = In(listed.Partner.Name),
            ["partner.footnote"] = In(listed.Partner.Footnote),
        };

    private TemplateData Programme(ProgrammeRow row) =>
        new()
        {
            ["day"] = Written(row.Day),
            ["time"] = LetterLanguage.For(letter.Language).KeepOrder(row.Time),
            ["title"] = In(row.Title),
            ["speakers"] = In(row.Speakers),
            ["room"] = row.Room,
        };

    private string Written(DateOnly day) => LetterLanguage.For(language).Write(day);

    /// <summary>A text that is not written in the language of the letter says in which one it is.</summary>
    private TemplateValue.Text? In(LocalizedText? text) =>
        text?.Get(language) is var (words, used) ? new(words, used == language ? null : used) : null;

    /// <summary>German writes nouns with a capital everywhere.</summary>
    private TemplateValue.Text WithinSentence(LocalizedText text)
    {
        var words = In(text)!;
        var isGerman = (words.Language ?? language) == "de";
        return isGerman ? words : words with { Value = char.ToLowerInvariant(words.Value[0]) + words.Value[1..] };
    }

    private static TemplateData[] List<T>(IEnumerable<T> items, Func<T, TemplateData> entry) => [.. items.Select(entry)];
}
