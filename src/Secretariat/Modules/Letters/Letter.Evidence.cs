using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>How it is told from what it is not: by its code, by the letter that replaces it, by the partner's own reference.</summary>
public sealed partial class Letter
{
    /// <summary>Stands at its foot; null for what was frozen before there were codes.</summary>
    public string? CheckCode { get; private set; }

    /// <summary>The letter in whose place it comes.</summary>
    public Guid? CorrectsId { get; init; }

    /// <summary>The number under which the partner keeps it, and its day.</summary>
    public string? TheirReference { get; private set; }
    public DateOnly? TheirDate { get; private set; }

    /// <summary>As the file of its reply sheet is called.</summary>
    public string ReplySheetName => $"{Reference}-reply.docx";

    public void TakeCheckCode() => CheckCode ??= CheckCodes.New();

    public string? WhyNotCorrect(string? because)
    {
        if (!IsFrozen || IsVoided)
            return Text.Key("Only a letter that is frozen and not void is corrected by another one.");
        return string.IsNullOrWhiteSpace(because) ? Text.Key("Say what is wrong in the letter.") : null;
    }

    /// <summary>The letter that comes in its place, as it was written itself. What is frozen stays as evidence.</summary>
    internal Letter Corrected(Guid campaignId, Guid partner)
    {
        var letter = new Letter
        {
            CampaignId = campaignId,
            PartnerId = partner,
            Order = 1,
            Language = Language,
            Rank = Rank,
            Form = Form,
            WrittenAs = WrittenAs,
            CorrectsId = Id,
            Way = Way,
        };
        letter.Address(AddresseeName, AddresseeFunction, AddresseeEmail, AddresseeFamilyName);
        letter.Override(SalutationOverride, AddressLineOverride);
        return letter;
    }

    public string? WhyNotTakeTheirReference() =>
        SentAt is null ? Text.Key("Only a letter that has left has a reference of the partner.") : null;

    /// <summary>Null takes a wrong one back.</summary>
    public void TakeTheirReference(string? reference, DateOnly? on) => (TheirReference, TheirDate) = (reference, on);
}
