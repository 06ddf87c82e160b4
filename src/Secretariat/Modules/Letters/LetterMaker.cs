using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The finished letter, or the sentences that say what it lacks.</summary>
public sealed record MadeLetter(LetterDocument? Document, IReadOnlyList<Reason> Problems);

/// <summary>Puts a campaign's template, its content and one addressee together.</summary>
public sealed class LetterMaker(SecretariatDb db, CorrectionText correction, Catalogue catalogue, Settings settings)
{
    private Dictionary<string, LetterTemplate>? templates;
    private Salutations? salutations;
    private Sender? sender;

    /// <summary>What the letters are made with: held by the campaign, or as the tables stand now.</summary>
    public CampaignWording Wording { get; private set; } = new();

    /// <summary>Reads once what all letters of the campaign share.</summary>
    public async Task PrepareAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        Wording = campaign.Wording ?? await ReadAsync(campaign, cancellationToken);
        templates = Wording.Templates.ToDictionary(t => t.Key, t => LetterTemplate.Parse(t.Value));
        salutations = new Salutations(Wording.FormsOfAddress);
        sender = await db.Senders.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Wording.SenderId, cancellationToken);
    }

    /// <summary>Ranks that the table of forms of address knows.</summary>
    public IReadOnlyList<string> Ranks => salutations!.Ranks;

    /// <summary>Languages in which a whole letter can be made.</summary>
    public IReadOnlyList<string> LanguagesFor(Campaign campaign) =>
        [.. templates!.Keys.Where(language => !Missing(campaign, language).Any()).Order(StringComparer.Ordinal)];

    public MadeLetter Make(Campaign campaign, Letter letter)
    {
        if (letter.WhyNotReady() is { } reason)
            return new MadeLetter(null, [reason]);
        if (sender is null)
            return new MadeLetter(null, [Text.Key("The letter has no sender: enter who signs first.")]);
        if (!templates!.TryGetValue(letter.Language, out var template))
            return new MadeLetter(
                null,
                [Text.Key("The template “{0}” is not written in “{1}”.", campaign.TemplateCode, letter.Language)]
            );
        if (Missing(campaign, letter.Language).ToList() is { Count: > 0 } missing)
            return new MadeLetter(
                null,
                [.. missing.Select(text => Text.Key("Not written in “{0}”: {1}", letter.Language, text))]
            );

        var partner = Wording.PartnerOf(letter);
        var addressee = AddresseeOf(Addressee.Of(letter), partner);
        var address = salutations!.For(letter.Rank, letter.Language, partner.KindCode, letter.Form, addressee);
        if (Frame(campaign, letter, address) is not { } frame)
            return new MadeLetter(null, [Text.Key("The letter has no salutation."), .. address.Problems]);
        var made = Fill(template, frame, new LetterData(campaign, letter, Wording, sender, addressee).All());
        return made.Document is { } document && partner.Replaces is { } earlier
            ? made with
            {
                Document = Naming(document, earlier),
            }
            : made;
    }

    private IEnumerable<string> Missing(Campaign campaign, string language) =>
        Wording.Corrects && Wording.Correction is { } text && text.Get(language).LanguageUsed != language
            ? campaign.Content.MissingIn(language).Append(text.In(language))
            : campaign.Content.MissingIn(language);

    /// <summary>It says first which letter it replaces.</summary>
    private LetterDocument Naming(LetterDocument document, NamedLetter earlier) =>
        document with
        {
            Body = $"{CorrectionText.Fill(Wording.Correction!, document.Language, earlier)}\n\n{document.Body}",
        };

    /// <summary>How somebody is addressed in the language of the letter; null where the table has no words for them.</summary>
    public string? SalutationFor(Letter letter, Addressee addressee)
    {
        var partner = Wording.PartnerOf(letter);
        var data = AddresseeOf(addressee, partner);
        return salutations!.For(addressee.Rank, letter.Language, partner.KindCode, addressee.Form, data).Salutation;
    }

    private async Task<CampaignWording> ReadAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var sources = db.TemplateSources.AsNoTracking().Where(t => t.Code == campaign.TemplateCode);
        var forms = await db.FormsOfAddress.AsNoTracking().ToListAsync(cancellationToken);
        var asks = await db.Asks.AsNoTracking().OrderBy(a => a.Order).ToListAsync(cancellationToken);
        var partners =
            from letter in db.Letters
            where letter.CampaignId == campaign.Id
            join partner in db.Partners on letter.PartnerId equals partner.Id
            select new
            {
                partner.Id,
                partner.Name,
                partner.KindCode,
                letter.Language,
                Replaces = db
                    .Letters.Where(l => l.Id == letter.CorrectsId)
                    .Select(l => new NamedLetter(l.Id, l.CampaignId, l.Reference, l.SignedOn))
                    .FirstOrDefault(),
            };
        return new CampaignWording
        {
            Templates = await sources.ToDictionaryAsync(t => t.Language, t => t.Markdown, cancellationToken),
            FormsOfAddress = forms.ConvertAll(f => f.ToRule()),
            Asks = asks.ConvertAll(a => a.ToWording()),
            SenderId = await db
                .Senders.OrderByDescending(s => s.Id)
                .Select(s => (Guid?)s.Id)
                .FirstOrDefaultAsync(cancellationToken),
            ReplyTo = settings.Mail.Mailbox,
            Correction = correction.Text,
            Partners = await partners.ToDictionaryAsync(
                p => p.Id,
                p => new PartnerWording(p.Name.In(p.Language), p.KindCode) { Replaces = p.Replaces },
                cancellationToken
            ),
        };
    }

    private static MadeLetter Fill(LetterTemplate template, LetterDocument frame, TemplateData data)
    {
        if (template.Problems.Count > 0)
            return new MadeLetter(null, [.. template.Problems]);
        var filled = template.Fill(frame, data);
        if (filled.Letter is not { } letter)
            return new MadeLetter(null, [.. filled.Missing.Select(field => Text.Key("The letter lacks: {0}.", field))]);
        var problems = letter.WhatIsMissing();
        return new MadeLetter(problems.Count == 0 ? letter : null, [.. problems]);
    }

    private LetterDocument? Frame(Campaign campaign, Letter letter, AddressWords address)
    {
        var (salutation, line) = (
            letter.SalutationOverride ?? address.Salutation,
            letter.AddressLineOverride ?? address.AddressLine
        );
        if (salutation is null || line is null || address.Close is null)
            return null;
        string In(LocalizedText text) => text.In(letter.Language);
        return new LetterDocument
        {
            Language = letter.Language,
            Title = campaign.Title,
            Sender = new LetterSender(
                sender!.Name,
                In(sender.Institution),
                In(sender.Portfolio),
                In(sender.Address),
                sender.Phone,
                sender.Mailbox
            ),
            Place = In(sender.Place),
            SignedOn = letter.SignedOn,
            Reference = letter.Reference,
            AresNumber = letter.AresNumber,
            AresDate = letter.AresDate,
            Salutation = salutation,
            Body = "",
            Close = address.Close,
            SignatoryName = sender.Name,
            Check = letter.CheckCode is { } code ? new LetterCheck(code, CheckAt(letter.Language)) : null,
            AddresseeLines = line.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Annex = campaign.HasAnnex ? AnnexOf(campaign.Content, letter.Language) : null,
        };
    }

    /// <summary>Where letters in that language are checked.</summary>
    private string CheckAt(string language) => $"{settings.BaseUrl}/{catalogue.For(language).Language.Code}/check";

    private static LetterAnnex AnnexOf(CampaignContent content, string language) =>
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

    private static TemplateData AddresseeOf(Addressee addressee, PartnerWording partner) =>
        new()
        {
            ["addressee.name"] = addressee.Name,
            ["addressee.family"] = addressee.Name.Split(' ')[^1],
            ["addressee.function"] = addressee.Function,
            ["addressee.organisation"] = partner.Name,
            ["addressee.country"] = partner.Name,
        };
}
