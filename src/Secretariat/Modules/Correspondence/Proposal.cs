using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

public enum ProposalType
{
    Nomination,
    Replacement,
    Interest,
    Decline,
    Endorsement,
    Registration,
    Question,
}

public enum ProposalStatus
{
    Proposed,

    /// <summary>Somebody made sure, by another way than the message, that the partner asks for it.</summary>
    Verified,
    Confirmed,
    Rejected,

    /// <summary>The partner took it back before it was decided.</summary>
    Withdrawn,
}

/// <summary>The person a proposal speaks of; what the message does not say is null.</summary>
public sealed record ProposedPerson(string? Name, string? Function, string? Organisation, string? Email, string? Phone);

/// <summary>The exact words a proposal rests on, verbatim in the named part: <c>text</c>, <c>html</c> or <c>attachment:NAME</c>.</summary>
public sealed record Evidence(string Part, string Quote);

/// <summary>What a message seems to ask for. The platform proposes; only a person confirms.</summary>
public sealed class Proposal : Entity
{
    private bool isAlternate;
    private List<string> strands = [];
    private ProposedPerson? person;

    public required Guid MessageId { get; init; }
    public required ProposalType Type { get; init; }

    /// <summary>A deputy of the contact person, where the message says so.</summary>
    public bool IsAlternate
    {
        get => isAlternate;
        init => isAlternate = value;
    }
    public List<string> Strands
    {
        get => strands;
        init => strands = value;
    }
    public ProposedPerson? Person
    {
        get => person;
        init => person = value;
    }
    public List<Evidence> Evidence { get; init; } = [];
    public ProposalStatus Status { get; private set; } = ProposalStatus.Proposed;
    public Guid? VerifiedById { get; private set; }
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>Whom somebody asked, and when.</summary>
    public string? VerifiedHow { get; private set; }

    /// <summary>The partner that was asked: filed under another one, the message is as unproven as before.</summary>
    public Guid? VerifiedForId { get; private set; }
    public string? Reason { get; private set; }
    public Guid? DecidedById { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    public static Proposal From(Guid messageId, Suggestion suggestion) =>
        new()
        {
            MessageId = messageId,
            Type = suggestion.Type,
            IsAlternate = suggestion.IsAlternate,
            Strands = [.. suggestion.Strands],
            Person = suggestion.Person,
            Evidence = [.. suggestion.Evidence],
        };

    /// <summary>Whether it asks for the same: of the same person, or of the same strands.</summary>
    public bool IsLike(Suggestion suggestion) =>
        Type == suggestion.Type
        && string.Equals(Person?.Name, suggestion.Person?.Name, StringComparison.OrdinalIgnoreCase)
        && (NamesPerson || Strands.ToHashSet(StringComparer.Ordinal).SetEquals(suggestion.Strands));

    /// <summary>The sender’s own words, which are the reason where an officer gives no other.</summary>
    public string? SaidInWords => Evidence.Count == 0 ? null : $"“{Evidence[0].Quote}”";

    public bool IsOpen => DecidedAt is null;

    /// <summary>Types that change the record; the others are only taken note of.</summary>
    public bool NamesPerson => Type is ProposalType.Nomination or ProposalType.Replacement;

    public string? WhyNotConfirm(Message message, Correction correction, string? reason)
    {
        if (WhyNotDecide() is { } decided)
            return decided;
        if (message.PartnerId is null)
            return Text.Key("File the message under a partner first.");
        if (NamesPerson && string.IsNullOrWhiteSpace(correction.Person?.Name))
            return Text.Key("A nomination needs the person’s name.");
        if (WhyNotStrands(correction) is { } strandless)
            return strandless;
        if (Type is ProposalType.Endorsement && correction.Endorsement is null)
            return Text.Key("Say which text the partner endorses.");
        if (!string.IsNullOrWhiteSpace(reason))
            return null;
        if (!IsVerifiedFor(message) && message.WhyNeedsReason() is { } untrusted)
            return untrusted;
        return correction.Contradicts(this) ? Text.Key("You have changed what the message says. Say in a reason why.") : null;
    }

    public bool IsVerifiedFor(Message message) => Status is ProposalStatus.Verified && VerifiedForId == message.PartnerId;

    public string? WhyNotVerify(Message message, string? how)
    {
        if (WhyNotDecide() is { } decided)
            return decided;
        if (message.PartnerId is null)
            return Text.Key("File the message under a partner first.");
        if (IsVerifiedFor(message))
            return Text.Key("This proposal has already been verified.");
        return string.IsNullOrWhiteSpace(how)
            ? Text.Key("Say in a reason how it was verified: whom you asked, how and when.")
            : null;
    }

    /// <summary>The partner was asked and stands by it, so the sender needs to be known no better.</summary>
    public void Verify(Message message, Decision decision)
    {
        if (WhyNotVerify(message, decision.Reason) is { } reason)
            throw new InvalidOperationException(reason);
        Status = ProposalStatus.Verified;
        (VerifiedHow, VerifiedForId) = (decision.Reason, message.PartnerId);
        (VerifiedById, VerifiedAt) = (decision.ById, decision.At);
    }

    /// <summary>The partner that was asked stands in the record under another entry.</summary>
    internal void VerifiedFor(Guid partnerId) => VerifiedForId = partnerId;

    public string? WhyNotWithdraw(string? reason) =>
        WhyNotDecide()
        ?? (string.IsNullOrWhiteSpace(reason) ? Text.Key("Say in a reason how the partner took it back, and when.") : null);

    /// <summary>The partner took it back; what is confirmed is withdrawn from the record.</summary>
    public void Withdraw(Decision decision)
    {
        if (WhyNotWithdraw(decision.Reason) is { } reason)
            throw new InvalidOperationException(reason);
        Decide(ProposalStatus.Withdrawn, decision);
    }

    public string? WhyNotReject(string? reason) =>
        WhyNotDecide() ?? (string.IsNullOrWhiteSpace(reason) ? Text.Key("Say in a reason why it is rejected.") : null);

    /// <summary>A person decides, with what they corrected.</summary>
    public void Confirm(Message message, Correction correction, Decision decision)
    {
        if (WhyNotConfirm(message, correction, decision.Reason) is { } reason)
            throw new InvalidOperationException(reason);
        (person, strands, isAlternate) = (correction.Person, [.. correction.Strands], correction.IsAlternate ?? isAlternate);
        Decide(ProposalStatus.Confirmed, decision);
        Report(
            new ProposalConfirmed(
                Id,
                Type,
                message.PartnerId!.Value,
                message.Id,
                Person,
                IsAlternate,
                Strands,
                correction.From,
                correction.Which,
                decision
            )
            {
                Interests = correction.Interests,
                Endorsement = correction.Endorsement,
            }
        );
    }

    public void Reject(Decision decision)
    {
        if (WhyNotReject(decision.Reason) is { } reason)
            throw new InvalidOperationException(reason);
        Decide(ProposalStatus.Rejected, decision);
    }

    private string? WhyNotStrands(Correction correction) =>
        (Type, correction.Strands.Count) switch
        {
            (ProposalType.Interest, 0) => Text.Key("Say in which strands the partner takes interest."),
            (ProposalType.Decline, 0) => Text.Key("Say which strands the partner declines: name them, or choose all of them."),
            _ => null,
        };

    private string? WhyNotDecide() => IsOpen ? null : Text.Key("This proposal has already been decided.");

    private void Decide(ProposalStatus status, Decision decision)
    {
        Status = status;
        (Reason, DecidedById, DecidedAt) = (decision.Reason, decision.ById, decision.At);
    }
}

public sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.OwnsOne(p => p.Person, p => p.ToJson());
        builder.OwnsMany(p => p.Evidence, e => e.ToJson());
        builder.HasOne<Message>().WithMany().HasForeignKey(p => p.MessageId);
        builder.HasIndex(p => new { p.MessageId, p.Status });
    }
}
