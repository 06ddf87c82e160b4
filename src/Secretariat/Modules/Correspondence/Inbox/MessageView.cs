using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>A message, what it says, what it belongs to, and what is to be decided about it.</summary>
public sealed record MessageView(Message Message, MimeMessage Mail)
{
    private MarkedText? marked;

    public SplitText Body { get; } = NewText.Split(Mail.TextBody ?? "");

    /// <summary>Why it cannot be shown.</summary>
    public Reason? Problem { get; init; }

    /// <summary>What to say where there is nothing to read.</summary>
    public Reason WhyNoText =>
        Mail.IsEncrypted ? Text.Key("The message is encrypted and cannot be read here.")
        : Mail.IsOpaque
            ? Text.Key(
                "The whole letter stands within its electronic signature (S/MIME) and is not opened here. Read it in a mail program."
            )
        : Text.Key("The message has no text.");
    public Thread? Thread { get; init; }
    public Partner? Partner { get; init; }
    public IReadOnlyList<ProposalCard> Proposals { get; init; } = [];
    public IReadOnlyList<Strand> Strands { get; init; } = [];

    /// <summary>The texts that can be endorsed.</summary>
    public IReadOnlyList<Instrument> Instruments { get; init; } = [];

    /// <summary>What the message has been entered as evidence of.</summary>
    public IReadOnlyList<Endorsement> Endorsements { get; init; } = [];
    public ThreadItems InThread { get; init; } = ThreadItems.None;

    /// <summary>What officers did with the thread and can take back, latest first.</summary>
    public IReadOnlyList<MoveRow> Moves { get; init; } = [];
    public IReadOnlyList<Mandate> Mandates { get; init; } = [];

    public IReadOnlyList<NoteRow> Notes { get; init; } = [];

    /// <summary>The officers who may have it assigned.</summary>
    public IReadOnlyList<Officer> Officers { get; init; } = [];

    /// <summary>Whose it is, whose account may be closed since.</summary>
    public Assigned? AssignedTo { get; init; }

    /// <summary>What an attentive reader would notice about the sender.</summary>
    public IReadOnlyList<Reason> Signs { get; init; } = [];

    /// <summary>What a delivery report said, and of which address.</summary>
    public FailedAddress? Failed { get; init; }

    /// <summary>What the message answers to invitations, as far as it is the latest word.</summary>
    public IReadOnlyList<InvitationAnswer> Answers { get; init; } = [];

    /// <summary>What stands in the calendar beside an answer, in words.</summary>
    public IEnumerable<string> Comments => Message.Kind is MailKind.CalendarReply ? TakeAnswer.CommentsIn(Mail) : [];

    /// <summary>Who stands in the partner's record.</summary>
    public IReadOnlyList<KnownPerson> Persons { get; init; } = [];

    /// <summary>Whether it is longer, or asks for more, than the clerk takes in.</summary>
    public bool IsReadInPart => Mail.TextBody?.Length > Clerk.MaxLength || Proposals.Count >= Clerk.MaxSuggestions;
    public bool HasOpen => Proposals.Any(p => p.Proposal.IsOpen);

    /// <summary>The letter's number that the message names, which its thread may have had before it was merged.</summary>
    public string? NamedReference =>
        InSubject is [var first, ..] ? first
        : LetterReference.FindIn(Mail.TextBody ?? "") is [var inText, ..] ? inText
        : null;

    public string ReferenceIn => InSubject.Count > 0 ? "subject" : "text";

    private IReadOnlyList<string> InSubject => LetterReference.FindIn(Mail.Subject);

    /// <summary>The body with the words that proposals rest on.</summary>
    public MarkedText Marked => marked ??= new(Body.Body, Proposals.SelectMany(p => p.Proposal.Evidence).Select(e => e.Quote));
}

public sealed record NoteRow(string Author, DateTimeOffset At, string Text);

public sealed record Officer(Guid Id, string Name)
{
    /// <summary>Those to whom a message can be assigned.</summary>
    public static Task<List<Officer>> AllAsync(SecretariatDb db, CancellationToken cancellationToken) =>
        db
            .Users.Where(a => Access.Writers.Contains(a.Role) && a.DisabledAt == null)
            .OrderBy(a => a.Name)
            .Select(a => new Officer(a.Id, a.Name))
            .ToListAsync(cancellationToken);
}

public sealed record Assigned(string Name, bool IsClosed);

public sealed record MoveRow(Move Move, string Author);

public sealed record ProposalCard(Proposal Proposal, string? DecidedBy);

/// <summary>Gathers what the page of a message shows, by the same number of queries for any message.</summary>
public sealed class ReadMessage(SecretariatDb db, OpenMail opening, FileMessage filing)
{
    private const int MovesShown = 5;

    /// <param name="before">From where the thread is shown; null for its end.</param>
    public async Task<MessageView?> FindAsync(Guid id, PlaceInList? before, CancellationToken cancellationToken)
    {
        if (await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } message)
            return null;
        await filing.WeighAsync(message, cancellationToken);
        var (mail, problem) = await opening.ShowAsync(message, cancellationToken);
        return new MessageView(message, mail)
        {
            Problem = problem,
            Signs = SenderSigns.Of(mail, await db.PartnerDomains.Select(d => d.Domain).ToListAsync(cancellationToken)),
            Thread = await db.Threads.AsNoTracking().SingleOrDefaultAsync(t => t.Id == message.ThreadId, cancellationToken),
            Partner = await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == message.PartnerId, cancellationToken),
            Proposals = await ProposalsAsync(id, cancellationToken),
            Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken),
            Instruments = await db.Instruments.AsNoTracking().OrderBy(i => i.On).ToListAsync(cancellationToken),
            Endorsements = await db
                .Endorsements.AsNoTracking()
                .Where(e => e.EvidenceMessageId == id)
                .OrderBy(e => e.From)
                .ToListAsync(cancellationToken),
            InThread = await ThreadItems.OfAsync(db, message, before, cancellationToken),
            Moves = await MovesAsync(message, cancellationToken),
            Mandates = await db
                .Mandates.AsNoTracking()
                .Include(m => m.Person)
                .Where(m => m.EvidenceMessageId == id)
                .ToListAsync(cancellationToken),
            Notes = await NotesAsync(id, cancellationToken),
            Officers = await Officer.AllAsync(db, cancellationToken),
            AssignedTo = await db
                .Users.Where(a => a.Id == message.AssignedToId)
                .Select(a => new Assigned(a.Name, a.DisabledAt != null))
                .FirstOrDefaultAsync(cancellationToken),
            Failed = await db
                .FailedAddresses.AsNoTracking()
                .FirstOrDefaultAsync(a => a.MessageId == id && !a.IsCleared, cancellationToken),
            Answers = await db.InvitationAnswers.AsNoTracking().Where(a => a.MessageId == id).ToListAsync(cancellationToken),
            Persons = await KnownPerson.OfAsync(db, message.PartnerId, cancellationToken),
        };
    }

    private Task<List<NoteRow>> NotesAsync(Guid id, CancellationToken cancellationToken) =>
        (
            from note in db.Notes
            where note.MessageId == id
            join account in db.Users on note.AuthorId equals account.Id
            orderby note.Id
            select new NoteRow(account.Name, note.At, note.Text)
        ).ToListAsync(cancellationToken);

    private Task<List<MoveRow>> MovesAsync(Message message, CancellationToken cancellationToken) =>
        (
            from move in db.Moves.AsNoTracking()
            where message.ThreadId != null && move.UndoneAt == null
            where move.ToId == message.ThreadId || move.FromId == message.ThreadId
            join account in db.Users on move.AccountId equals account.Id
            orderby move.Id descending
            select new MoveRow(move, account.Name)
        )
            .Take(MovesShown)
            .ToListAsync(cancellationToken);

    private Task<List<ProposalCard>> ProposalsAsync(Guid id, CancellationToken cancellationToken) =>
        (
            from proposal in db.Proposals.AsNoTracking()
            where proposal.MessageId == id
            join account in db.Users on proposal.DecidedById equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            orderby proposal.Id
            select new ProposalCard(proposal, account == null ? null : account.Name)
        ).ToListAsync(cancellationToken);
}
