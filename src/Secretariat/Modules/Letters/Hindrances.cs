using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>What hinders letters of a campaign from leaving, beside what is lacking in their text: mailboxes of no use, and addressees who left.</summary>
public sealed class Hindrances
{
    private readonly Addressees addressees;
    private readonly IReadOnlyList<FailedAddress> dead;
    private readonly DateOnly today;

    private Hindrances(Addressees addressees, IReadOnlyList<FailedAddress> dead, DateOnly today) =>
        (this.addressees, this.dead, this.today) = (addressees, dead, today);

    /// <summary>By the same queries for any number of letters; none hinders what has been released.</summary>
    public static async Task<Hindrances> ReadAsync(
        SecretariatDb db,
        Campaign campaign,
        IEnumerable<Letter> letters,
        MergedEntries entries,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        List<Letter> waiting = campaign.Status is CampaignStatus.Released ? [] : [.. letters];
        return new(
            await Addressees.ReadAsync(db, waiting, entries, cancellationToken),
            await DeadAsync(db, waiting.ConvertAll(l => FailedAddress.Key(l.AddresseeEmail ?? "")), cancellationToken),
            today
        );
    }

    /// <summary>The letter as it was made, and what else is lacking. In the text of a frozen one nothing is, whatever has become of its template.</summary>
    public MadeLetter AddTo(MadeLetter made, Letter letter)
    {
        var problems = letter.IsFrozen ? [] : made.Problems;
        return made with { Problems = [.. problems, .. new[] { WhyLeft(letter), WhyNoMail(letter) }.OfType<Reason>()] };
    }

    /// <summary>The language of its addressee, where the letter is in another one.</summary>
    public string? OtherLanguageOf(Letter letter) =>
        addressees.LanguageOf(letter) is { } own && own != letter.Language ? own : null;

    public bool WasSignedForSomebodyWhoLeft(Letter letter) =>
        letter.Status is not LetterStatus.Draft && !letter.IsVoided && addressees.HaveLeft(letter, today);

    /// <summary>That whoever a letter is written to has left the office, where it is not too late.</summary>
    private Reason? WhyLeft(Letter letter)
    {
        if (letter.Status is not LetterStatus.Draft || !addressees.HaveLeft(letter, today))
            return null;
        return addressees.SuccessorOf(letter, today) is { } successor
            ? Text.Key(
                "{0} no longer holds the office. The letter goes on to {1} in a moment: look again.",
                letter.AddresseeName,
                successor.Person.Name
            )
            : Text.Key("{0} no longer holds the office, and nobody is recorded who follows.", letter.AddresseeName);
    }

    private Reason? WhyNoMail(Letter letter) =>
        letter.GoesByMail && dead.FirstOrDefault(a => a.Address == FailedAddress.Key(letter.AddresseeEmail ?? "")) is { } failed
            ? Text.Key(
                "Mail to {0} does not arrive (“{1}”). Correct the address, or say on the delivery report in the inbox that it can be written to again.",
                failed.Address,
                failed.Words
            )
            : null;

    private static async Task<IReadOnlyList<FailedAddress>> DeadAsync(
        SecretariatDb db,
        List<string> addresses,
        CancellationToken cancellationToken
    ) =>
        addresses.Count == 0
            ? []
            : await db
                .FailedAddresses.AsNoTracking()
                .Where(a => a.IsHard && !a.IsCleared && addresses.Contains(a.Address))
                .ToListAsync(cancellationToken);
}
