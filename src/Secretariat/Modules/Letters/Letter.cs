using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Letters;

public enum LetterStatus
{
    Draft,
    Numbered,
    Frozen,
    InOutbox,

    /// <summary>Goes on paper alone, and nobody has said yet that it was posted.</summary>
    ToPrint,
    Sent,
    Refused,

    /// <summary>It left, and a report came back that it did not arrive.</summary>
    Returned,

    /// <summary>Never leaves; keeps its number.</summary>
    Voided,
}

/// <summary>The personal letter to one partner, and later the frozen evidence of it.</summary>
public sealed partial class Letter : Entity
{
    private Guid partnerId;

    public required Guid CampaignId { get; init; }
    public required Guid PartnerId
    {
        get => partnerId;
        init => partnerId = value;
    }

    /// <summary>The entry of the partner that it was made for, where that one was merged into another since.</summary>
    public Guid? MadeForId { get; private set; }

    /// <summary>Its partner's place in protocol order among all partners of the campaign's kinds.</summary>
    public required int Order { get; init; }

    public string? AddresseeName { get; private set; }

    /// <summary>As it stands in the salutation; null where it is told from the name.</summary>
    public string? AddresseeFamilyName { get; private set; }
    public string? AddresseeFunction { get; private set; }
    public string? AddresseeEmail { get; private set; }

    /// <summary>What the addressee is called, and the mailbox.</summary>
    public IReadOnlyList<string?> Called => [AddresseeName, AddresseeEmail];

    /// <summary>Whom its addressee followed in the office after it had been drafted.</summary>
    public Reason? Readdressed { get; private set; }
    public required string Language { get; set; }
    public required string Rank { get; set; }
    public required AddressForm Form { get; set; }

    /// <summary>Letter, note verbale or e-mail.</summary>
    public CorrespondenceForm WrittenAs { get; set; }

    /// <summary>The drafter's own words in place of those of the salutation table.</summary>
    public string? SalutationOverride { get; private set; }
    public string? AddressLineOverride { get; private set; }

    public LetterStatus Status { get; private set; } = LetterStatus.Draft;
    public string? Reference { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public string? AresNumber { get; private set; }
    public DateOnly? AresDate { get; private set; }
    public string? DocxSha256 { get; private set; }
    public string? PdfSha256 { get; private set; }

    /// <summary>The sheet on which its partner can answer; null where it asks for nothing that stands on one.</summary>
    public string? ReplySheetSha256 { get; private set; }
    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>Why its files could not be made when it was tried; it is tried again when an officer says so.</summary>
    public Reason? NotMadeBecause { get; private set; }
    public string? VoidedBecause { get; private set; }

    public bool IsNoteVerbale => WrittenAs is CorrespondenceForm.NoteVerbale;

    public bool IsFrozen => DocxSha256 is not null;

    public bool IsVoided => Status is LetterStatus.Voided;

    /// <summary>Its partner stands in the record under another entry; what it was made of stays that of its day.</summary>
    internal void PutUnder(Guid partner)
    {
        var madeFor = MadeForId ?? partnerId;
        (partnerId, MadeForId) = (partner, madeFor == partner ? null : madeFor);
    }

    public string? WhyNotEdit() =>
        Status is LetterStatus.Draft ? null : Text.Key("Only a letter that has not been signed off can be changed.");

    public void Address(string? name, string? function, string? email, string? familyName = null)
    {
        if (AddresseeName != Trim(name))
            Readdressed = null;
        (AddresseeName, AddresseeFunction, AddresseeEmail) = (Trim(name), Trim(function), Trim(email));
        AddresseeFamilyName = Trim(familyName);
    }

    /// <summary>Its addressee has left the office: it is written to whoever follows, in the words of the table.</summary>
    public void GoOnTo(Mandate successor, string language)
    {
        if (Status is not LetterStatus.Draft)
            throw new InvalidOperationException("What is signed off stays as it was signed.");
        var (former, next) = (AddresseeName, Addressee.Of(successor, language));
        Address(next.Name, next.Function, next.Email, next.FamilyName);
        // The words of a note verbale are those for an institution, whoever is in office.
        if (!IsNoteVerbale)
            Override(null, null);
        (Language, Rank, Form) = (language, next.Rank, next.Form);
        Readdressed = Text.Key("Now addressed to {0}, who follows {1}.", next.Name, former);
    }

    public void Override(string? salutation, string? addressLine) =>
        (SalutationOverride, AddressLineOverride) = (Trim(salutation), Trim(addressLine));

    /// <summary>What the letter lacks before it can be signed off, or null.</summary>
    public string? WhyNotReady()
    {
        if (!IsNoteVerbale && (AddresseeName is null || AddresseeFunction is null))
            return Text.Key("The letter has no addressee: name and function are needed.");
        if (GoesByMail && !EmailAddress.IsOne(AddresseeEmail))
            return Text.Key("The letter has no valid e-mail address.");
        return null;
    }

    internal void Number(string reference, DateOnly signedOn) =>
        (Reference, SignedOn, Status) = (reference, signedOn, LetterStatus.Numbered);

    /// <summary>Rendered once; what is frozen is never rendered again.</summary>
    public void Freeze(string docxSha256, string? pdfSha256, DateTimeOffset at, string? replySheetSha256 = null)
    {
        if (Status is not LetterStatus.Numbered)
            throw new InvalidOperationException("Only a numbered letter can be frozen.");
        (DocxSha256, PdfSha256, ReplySheetSha256) = (docxSha256, pdfSha256, replySheetSha256);
        (FrozenAt, Status) = (at, LetterStatus.Frozen);
    }

    public void CouldNotBeMade(Reason because) => NotMadeBecause = because;

    public string? WhyNotMakeAgain() => NotMadeBecause is null ? Text.Key("Nothing hinders this letter from being made.") : null;

    public void MakeAgain()
    {
        if (WhyNotMakeAgain() is { } reason)
            throw new InvalidOperationException(reason);
        NotMadeBecause = null;
    }

    public string? WhyNotRegister() =>
        !IsFrozen || IsVoided ? Text.Key("Only a letter that is frozen and not void can be registered.") : null;

    public string? WhyNotRegister(string? number) =>
        WhyNotRegister() ?? (AresNumbers.IsOne(number) ? null : Text.Key("An Ares number looks like Ares(2024)1300417."));

    /// <summary>Before it leaves or later; another number takes the place of a wrong one.</summary>
    public void Register(string number, DateOnly on)
    {
        if (WhyNotRegister(number) is { } reason)
            throw new InvalidOperationException(reason);
        (AresNumber, AresDate) = (number, on);
    }

    public string? WhyNotTakeNumberBack() =>
        AresNumber is null ? Text.Key("The letter has no number that could be taken back.") : WhyNotRegister();

    /// <summary>It is the number of something else.</summary>
    public void TakeNumberBack()
    {
        if (WhyNotTakeNumberBack() is { } reason)
            throw new InvalidOperationException(reason);
        (AresNumber, AresDate) = (null, null);
    }

    public string? WhyNotVoid(Campaign campaign, string? because)
    {
        if (campaign.Status is CampaignStatus.Submitted)
            return Text.Key("The campaign lies before the signatory, who can send it back first.");
        if (Status is not (LetterStatus.Draft or LetterStatus.Numbered or LetterStatus.Frozen or LetterStatus.ToPrint))
            return Text.Key("Only a letter that has not gone to the outbox can be voided.");
        return string.IsNullOrWhiteSpace(because) ? Text.Key("Say why the letter does not leave.") : null;
    }

    /// <summary>The letter never leaves. A number that it has stays its own.</summary>
    public void Void(Campaign campaign, string because)
    {
        if (WhyNotVoid(campaign, because) is { } reason)
            throw new InvalidOperationException(reason);
        (Status, VoidedBecause, NotMadeBecause) = (LetterStatus.Voided, because.Trim(), null);
    }

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.HasIndex(l => l.Reference).IsUnique();
        builder.HasIndex(l => l.AresNumber).IsUnique();
        builder.HasIndex(l => new { l.CampaignId, l.Order });
        builder.HasIndex(l => new { l.CampaignId, l.PartnerId }).IsUnique();
        builder.HasIndex(l => l.Status);
        builder.HasIndex(l => l.CheckCode).IsUnique();
        builder.HasIndex(l => l.TheirReference);
        builder.HasIndex(l => l.PdfSha256);
        builder.HasIndex(l => l.DocxSha256);
        builder.HasIndex(l => new { l.PartnerId, l.Id });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(l => l.CampaignId);
        builder.HasOne<Partner>().WithMany().HasForeignKey(l => l.PartnerId);
        builder.HasOne<Letter>().WithMany().HasForeignKey(l => l.CorrectsId);
        builder.HasOne<OutgoingMessage>().WithMany().HasForeignKey(l => l.OutgoingMessageId);
    }
}
