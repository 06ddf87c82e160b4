using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>Writes to heads of delegations and to those who are registered; the caller saves.</summary>
public sealed partial class RegistrationMail(
    SecretariatDb db,
    PutInOutbox outbox,
    RegistrationLinks links,
    RegistrationText text,
    InvitationText invitations,
    AllianceWords alliance,
    Settings settings,
    OfficeHours hours,
    TimeProvider time
)
{
    /// <summary>What stands in words until they leave: whoever sees them before does not get the link.</summary>
    public const string LinkPlaceholder = "{link}";

    /// <summary>What the purpose of a message about one registration begins with.</summary>
    private const string PersonPurpose = "registration/";

    private const string RegisteredKind = "registered";
    private const string LeftKind = "left";
    private const string PlaceKind = "place";
    private const string RejectedKind = "rejected";

    private readonly Dictionary<Guid, Frame> frames = [];

    /// <summary>Reads what all messages need.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await links.TokenAsync(LinkTo.Person, Guid.Empty, cancellationToken);
        await links.TokenAsync(LinkTo.Head, Guid.Empty, cancellationToken);
        await outbox.PrepareAsync(cancellationToken);
    }

    /// <summary>Whether the event of a delegation is still to come.</summary>
    public async Task<bool> IsComingAsync(Guid delegationId, CancellationToken cancellationToken) =>
        (await FrameAsync(delegationId, cancellationToken)).Entry.Standing is Standing.Coming;

    /// <summary>Of a delegation that a page has read already.</summary>
    public void Take(Frame read) => frames[read.Delegation.Id] = read;

    public void Forget() => frames.Clear();

    public async Task<Frame> FrameAsync(Guid delegationId, CancellationToken cancellationToken)
    {
        if (frames.TryGetValue(delegationId, out var frame))
            return frame;
        var row = await db.RowsOf(db.Delegations.Where(d => d.Id == delegationId)).SingleAsync(cancellationToken);
        return frames[delegationId] = Frame.Of(row, TimetableEntry.At(row.Event, AsOf.Today(time))!);
    }

    /// <summary>What a head of delegation reads, without their link.</summary>
    /// <param name="to">Without a mandate, the name alone is the salutation.</param>
    public InvitationWords WriteLink(
        TimetableEntry entry,
        RegistrationTerms terms,
        (Partner Partner, Mandate? Mandate, string Name) to,
        Greeting greeting
    ) => WriteToHead(text.Link, entry, terms, to, greeting);

    /// <summary>That nobody is registered yet.</summary>
    public InvitationWords WriteReminder(
        TimetableEntry entry,
        RegistrationTerms terms,
        (Partner Partner, Mandate? Mandate, string Name) to,
        Greeting greeting
    ) => WriteToHead(text.Reminder, entry, terms, to, greeting);

    private InvitationWords WriteToHead(
        MessageText words,
        TimetableEntry entry,
        RegistrationTerms terms,
        (Partner Partner, Mandate? Mandate, string Name) to,
        Greeting greeting
    )
    {
        var language = text.LanguageFor(to.Mandate?.Language ?? "en");
        var zone = entry.Event.Details.Zone;
        var until = $"{LetterLanguage.For(language).Write(terms.DayIn(zone))}, {terms.TimeIn(zone):HH:mm} ({zone.Id})";
        return Write(words, entry, language)
            .With("{salutation}", to.Mandate is null ? $"{to.Name}," : greeting.For(to.Partner, to.Mandate, language))
            .With("{until}", until);
    }

    public async Task TellRegisteredAsync(
        Registration registration,
        RegistrationCategory category,
        CancellationToken cancellationToken
    )
    {
        var about = await FrameAsync(registration.DelegationId, cancellationToken);
        var link = await links.AddressAsync(LinkTo.Person, registration.Id, cancellationToken);
        var words = WriteRegistered(about, registration, category).With(LinkPlaceholder, link);
        await PutAsync(
            about,
            $"{PersonPurpose}{registration.Id}/{RegisteredKind}",
            registration.Name,
            registration.Email,
            words,
            cancellationToken
        );
    }

    private InvitationWords WriteRegistered(Frame about, Registration registration, RegistrationCategory category) =>
        Write(text.Registered, about.Entry, about.Delegation.Language)
            .With("{name}", registration.Name)
            .With("{category}", category.Name.In(about.Delegation.Language));

    /// <summary>Whoever has not been told yet that they are registered is told nothing.</summary>
    public async Task TellLeftAsync(Registration registration, CancellationToken cancellationToken)
    {
        if (await RecallAsync(registration, cancellationToken))
            return;
        var about = await FrameAsync(registration.DelegationId, cancellationToken);
        var words = WriteAbout(text.Left, about, registration);
        var purpose = $"{PersonPurpose}{registration.Id}/{LeftKind}";
        await PutAsync(about, purpose, registration.Name, registration.Email, words, cancellationToken);
    }

    /// <summary>Of one who comes from the waiting list.</summary>
    public Task TellPlaceAsync(Registration registration, CancellationToken cancellationToken) =>
        TellHeadAsync(registration, text.Place, PlaceKind, null, cancellationToken);

    public Task TellRejectedAsync(Registration registration, string because, CancellationToken cancellationToken) =>
        TellHeadAsync(registration, text.Rejected, RejectedKind, because, cancellationToken);

    /// <summary>Once for each other address, and at once: the cut-off may be near.</summary>
    public async Task TellOtherAsync(Guid delegationId, string other, CancellationToken cancellationToken)
    {
        var about = await FrameAsync(delegationId, cancellationToken);
        var purpose = $"{WriteToHeads.Purpose}{about.Delegation.LinkId}/other/{Registration.OnceOf(other)}";
        if (await db.Outbox.AnyAsync(m => m.Purpose == purpose, cancellationToken))
            return;
        var link = await links.AddressAsync(LinkTo.Head, about.Delegation.LinkId, cancellationToken);
        var words = Write(text.Other, about.Entry, about.Delegation.Language).With("{other}", other).With(LinkPlaceholder, link);
        var (name, address) = (about.Delegation.HeadName, about.Delegation.HeadAddress);
        await outbox.RunAsync(
            about.ThreadId,
            new OutgoingText(purpose, name, address, words.Subject, words.Body) { DueAt = time.Now() },
            cancellationToken
        );
    }

    private async Task TellHeadAsync(
        Registration registration,
        MessageText words,
        string kind,
        string? because,
        CancellationToken cancellationToken
    )
    {
        var about = await FrameAsync(registration.DelegationId, cancellationToken);
        var (name, address) = (about.Delegation.HeadName, about.Delegation.HeadAddress);
        var filled = WriteAbout(words, about, registration, because);
        await PutAsync(about, $"{PersonPurpose}{registration.Id}/{kind}", name, address, filled, cancellationToken);
    }

    private InvitationWords WriteAbout(MessageText words, Frame about, Registration registration, string? because = null) =>
        Write(words, about.Entry, about.Delegation.Language)
            .With("{name}", registration.Name)
            .With("{because}", because ?? registration.Because ?? "");

    /// <param name="isAtOnce">Else in the office hours of the partner.</param>
    private async Task PutAsync(
        Frame about,
        string purpose,
        string name,
        string address,
        InvitationWords words,
        CancellationToken cancellationToken,
        bool isAtOnce = false
    )
    {
        await outbox.RunAsync(
            about.ThreadId,
            new OutgoingText(purpose, name, address, words.Subject, words.Body)
            {
                // In office hours, unless the event would have begun by then.
                DueAt = isAtOnce ? time.Now() : hours.NextBefore(about.Entry.Begins, about.Country, time.Now()),
                KeepsOfficeHours = !isAtOnce,
                Country = about.Country,
                NoLaterThan = about.Entry.Begins,
            },
            cancellationToken
        );
    }

    private InvitationWords Write(MessageText words, TimetableEntry entry, string language) =>
        new InvitationWords(language, words.Subject.In(language), words.Text.In(language))
            .With("{title}", entry.Event.Title.In(language))
            .With("{date}", entry.When.Text.In(language))
            .With("{place}", entry.Event.City?.In(language) ?? "–")
            .With("{mailbox}", settings.Mail.Mailbox)
            .With("{secretariat}", alliance.Secretariat.In(language));

    /// <summary>What messages on one delegation have in common.</summary>
    public sealed record Frame(Delegation Delegation, TimetableEntry Entry, string? Country, Guid ThreadId)
    {
        public static Frame Of(DelegationRow row, TimetableEntry entry) =>
            new(row.Delegation, entry, row.IsoAlpha2, row.ThreadId);
    }
}
