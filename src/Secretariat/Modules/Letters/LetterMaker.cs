using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The finished letter, or the sentences that say what it lacks.</summary>
public sealed record MadeLetter(LetterDocument? Document, IReadOnlyList<Reason> Problems);

/// <summary>Puts a campaign's template, its content and one addressee together.</summary>
public sealed class LetterMaker(SecretariatDb db, IFileStore files, ReadWording tables, Catalogue catalogue, Settings settings)
{
    private Salutations? salutations;
    private Sender? sender;

    /// <summary>What the letters are made with: held by the campaign, or as the tables stand now.</summary>
    public CampaignWording Wording { get; private set; } = new();

    /// <summary>The template of the campaign, in its forms and languages.</summary>
    public Writings Writings { get; private set; } = new(new Dictionary<(CorrespondenceForm, string), Writing>());

    /// <summary>Reads once what all letters of the campaign share.</summary>
    public async Task PrepareAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var wording = campaign.Wording ?? await tables.ReadAsync(campaign, cancellationToken);
        var signing = await db.Senders.AsNoTracking().SingleOrDefaultAsync(s => s.Id == wording.SenderId, cancellationToken);
        await PrepareAsync(wording, signing, cancellationToken);
    }

    /// <summary>Reads what a letter made of one template alone needs besides it.</summary>
    public async Task PrepareAsync(
        Campaign campaign,
        TemplateWording template,
        (Guid Id, PartnerWording Wording) partner,
        CancellationToken cancellationToken
    )
    {
        var wording = await tables.ReadAsync(campaign, cancellationToken);
        var signing = await db.Senders.AsNoTracking().SingleOrDefaultAsync(s => s.Id == wording.SenderId, cancellationToken);
        var alone = wording with
        {
            Templates = new Dictionary<string, string>(),
            OtherForms = [template],
            Partners = new Dictionary<Guid, PartnerWording> { [partner.Id] = partner.Wording },
        };
        await PrepareAsync(alone, signing ?? LetterExample.Sender, cancellationToken);
    }

    private async Task PrepareAsync(CampaignWording wording, Sender? signing, CancellationToken cancellationToken)
    {
        (Wording, sender, salutations) = (wording, signing, new Salutations(wording.FormsOfAddress));
        Writings = await Writings.ReadAsync(wording, files, cancellationToken);
    }

    /// <summary>Ranks of persons that the table of forms of address knows.</summary>
    public IReadOnlyList<string> Ranks => [.. salutations!.Ranks.Where(rank => rank != Letters.Ranks.Institution)];

    /// <summary>Languages in which a whole letter of that form can be made.</summary>
    public IReadOnlyList<string> LanguagesFor(Campaign campaign, CorrespondenceForm form) =>
        [
            .. Writings
                .LanguagesOf(form)
                .Where(language =>
                    !campaign.Content.MissingIn(language, Writings.Find(form, language)!.ListsPartners).Any()
                    && WhyNotNaming(language) is null
                ),
        ];

    /// <summary>Whether a letter to that partner asks for what a reply sheet has places for, whatever its form says in words of its own.</summary>
    public bool AsksForReply(Letter letter) =>
        Writings.AnyAsks
        && Wording.Asks.Any(a => Ask.OnReplySheet.Contains(a.Code) && a.IsFor(Wording.PartnerOf(letter).KindCode));

    /// <summary>Whether it lists the partners, as an annex or in its text.</summary>
    public bool ListsPartners(Letter letter) => Writings.Find(letter.WrittenAs, letter.Language) is { ListsPartners: true };

    /// <summary>Whether it has the programme of an event, as an annex or in its text.</summary>
    public bool HasProgramme(Letter letter) => Writings.Find(letter.WrittenAs, letter.Language) is { HasProgramme: true };

    public MadeLetter Make(Campaign campaign, Letter letter)
    {
        if (letter.WhyNotReady() is { } reason)
            return new MadeLetter(null, [reason]);
        if (sender is null)
            return new MadeLetter(null, [Text.Key("The letter has no sender: enter who signs first.")]);
        if (Writings.Find(letter.WrittenAs, letter.Language) is not { } template)
            return new MadeLetter(null, [WhyNoTemplate(campaign, letter)]);
        if (WhyNotNaming(letter.Language) is { } unnamed)
            return new MadeLetter(null, [unnamed]);
        if (template.HasProgramme && campaign.Content.Programme is null)
            return new MadeLetter(null, [WhyNoProgramme]);
        var addressee = AddresseeOf(letter);
        var address = WordsFor(letter, addressee);
        if (new LetterFrame(campaign, letter, sender, template.Annexes).With(address) is not { } frame)
            return new MadeLetter(null, [Text.Key("The letter has no salutation."), .. address.Problems]);
        frame = frame with { Check = CheckOf(letter) };
        var values = Values(campaign, letter, addressee, frame);
        if (template.Word is { } word)
        {
            // What is signed off stays as it was signed, and a correction as the letter that it replaces.
            var unplaced = letter.Status is LetterStatus.Draft && !Wording.Corrects ? WordLetter.WhyNotAnnex(word, frame) : null;
            return unplaced is null ? WordLetter.Fill(word, frame, values, Wording.Corrects) : new MadeLetter(null, [unplaced]);
        }

        var made = Fill(template.Text!, frame, values);
        return made.Document is { } document && Wording.PartnerOf(letter).Replaces is { } earlier
            ? made with
            {
                Document = Naming(document, earlier),
            }
            : made;
    }

    /// <summary>A letter in the place of another one says so in its own language.</summary>
    private Reason? WhyNotNaming(string language) =>
        Wording.Corrects && Wording.Correction is { } text && text.Get(language).LanguageUsed != language
            ? Text.Key("Not written in “{0}”: {1}", language, text.In(language))
            : null;

    /// <summary>It says first which letter it replaces.</summary>
    private LetterDocument Naming(LetterDocument document, NamedLetter earlier) =>
        document with
        {
            Body = $"{CorrectionText.Fill(Wording.Correction!, document.Language, earlier)}\n\n{document.Body}",
        };

    /// <summary>The code at the foot, and where letters in that language are checked.</summary>
    private LetterCheck? CheckOf(Letter letter) =>
        letter.CheckCode is { } code
            ? new LetterCheck(code, $"{settings.BaseUrl}/{catalogue.For(letter.Language).Language.Code}/check")
            : null;

    /// <summary>What a letter says under the names of a template; null where its addressee cannot be addressed.</summary>
    public TemplateData? ValuesOf(Campaign campaign, Letter letter)
    {
        var addressee = AddresseeOf(letter);
        return new LetterFrame(campaign, letter, sender!, annexes: []).With(WordsFor(letter, addressee)) is { } frame
            ? Values(campaign, letter, addressee, frame)
            : null;
    }

    private TemplateData Values(Campaign campaign, Letter letter, TemplateData addressee, LetterDocument frame)
    {
        var data = new LetterData(campaign, letter, Wording, sender!, addressee)
            .All()
            .With("addressee.salutation", frame.Salutation)
            .With("addressee.line", string.Join(", ", frame.AddresseeLines))
            .With("letter.close", frame.Close)
            .With("letter.checkCode", frame.Check?.Code)
            .With("letter.checkAddress", frame.Check?.Address)
            .With("letter.replaces", ReplacesOf(letter));
        if (letter.IsFrozen)
            return data;
        foreach (var name in GivenLater.Where(name => data[name] is null or { IsEmpty: true }))
            data = data.With(name, $"[{name}]");
        return data;
    }

    /// <summary>What a letter has from sign-off or freezing on stands in a draft as the name of its place.</summary>
    private static readonly string[] GivenLater =
    [
        "letter.reference",
        "letter.signedOn",
        "letter.checkCode",
        "letter.checkAddress",
    ];

    private string? ReplacesOf(Letter letter) =>
        Wording.PartnerOf(letter).Replaces is { } earlier
            ? CorrectionText.Fill(Wording.Correction!, letter.Language, earlier)
            : null;

    private TemplateData AddresseeOf(Letter letter) =>
        LetterFrame.AddresseeOf(letter.IsNoteVerbale ? null : Addressee.Of(letter), Wording.PartnerOf(letter), letter.Language);

    private AddressWords WordsFor(Letter letter, TemplateData addressee)
    {
        var rank = letter.IsNoteVerbale ? Letters.Ranks.Institution : letter.Rank;
        return salutations!.For(rank, letter.Language, Wording.PartnerOf(letter).Scopes, letter.Form, addressee);
    }

    private static Reason WhyNoTemplate(Campaign campaign, Letter letter) =>
        letter.IsNoteVerbale
            ? Text.Key("The template “{0}” is not written as a note verbale in “{1}”.", campaign.TemplateCode, letter.Language)
            : Text.Key("The template “{0}” is not written in “{1}”.", campaign.TemplateCode, letter.Language);

    private static Reason WhyNoProgramme =>
        Text.Key(
            "The letter has the programme of an event, and the campaign names no event: choose it under “Take over the timetable again”."
        );

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
}
