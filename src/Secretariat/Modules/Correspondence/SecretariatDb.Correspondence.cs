using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Correspondence.Inbox;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<MailboxState> MailboxStates => Set<MailboxState>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<AnsweredId> AnsweredIds => Set<AnsweredId>();

    public DbSet<InvitationAnswer> InvitationAnswers => Set<InvitationAnswer>();

    public DbSet<Move> Moves => Set<Move>();

    public DbSet<Thread> Threads => Set<Thread>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<FailedAddress> FailedAddresses => Set<FailedAddress>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<Glance> Glances => Set<Glance>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<OutgoingMessage> Outbox => Set<OutgoingMessage>();
}
