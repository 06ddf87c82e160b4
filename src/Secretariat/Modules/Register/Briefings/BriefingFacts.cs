using Secretariat.Modules.Alliance;
using Secretariat.Modules.Commitments;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>What the record says of one partner on a day, as a briefing takes it.</summary>
internal sealed record BriefingFacts
{
    public required Partner Partner { get; init; }
    public required SharedFacts Shared { get; init; }

    /// <summary>All of them, since gaps are seen from what ended.</summary>
    public required IReadOnlyList<Mandate> Mandates { get; init; }
    public required IReadOnlyList<(Instrument Instrument, Endorsement Endorsement)> Endorsements { get; init; }
    public required IReadOnlyList<Interest> Interests { get; init; }
    public required IReadOnlyList<Commitment> Commitments { get; init; }
    public required Latest Letters { get; init; }

    /// <summary>To events that are still to come, of the office alone.</summary>
    public required IReadOnlyList<Invitation> Invitations { get; init; }
    public required Latest Messages { get; init; }
    public required Latest Replies { get; init; }

    /// <summary>Letters that nothing has answered.</summary>
    public required Latest Unanswered { get; init; }

    /// <summary>Messages to do or waiting; of today alone, since their state of an earlier day is not kept.</summary>
    public required Latest Open { get; init; }

    /// <summary>Proposals to decide.</summary>
    public required Latest Proposals { get; init; }

    public DateOnly Day => Shared.Day.Day;

    public string Record => $"/office/partners/{Partner.Code}";

    public IEnumerable<Mandate> ContactPoints => Mandates.Where(m => m.Role is MandateRole.ContactPoint);
}

/// <summary>What is the same for all partners.</summary>
internal sealed record SharedFacts(
    AsOf Day,
    BriefingReader Reader,
    IReadOnlyDictionary<string, LocalizedText> Kinds,
    IReadOnlyDictionary<string, LocalizedText> Languages,
    IReadOnlyList<Strand> Strands,
    IReadOnlyDictionary<string, Event> Events,
    IReadOnlyList<TimetableEntry> Coming,
    IReadOnlyList<int> ProtocolOrders
)
{
    /// <summary>Where mail does not arrive, which the office alone is told.</summary>
    public FailedMail Failed { get; init; } = FailedMail.None;

    public bool IsForOffice => Reader is BriefingReader.Office;

    /// <summary>Which of the Member States of the day it was, in their order; null for others.</summary>
    public int? PlaceOf(Partner partner) =>
        PartnerKind.PlaceIn(partner.KindOn(Day.Day), partner.ProtocolOrder) is { } order
            ? ProtocolOrders.Count(o => o <= order)
            : null;

    public LocalizedText NameOf(string strand) =>
        Strands.FirstOrDefault(s => s.Code == strand)?.Name ?? LocalizedText.InEnglish(strand);
}

/// <summary>The latest of a partner's letters, messages or proposals, and how many there are.</summary>
internal sealed record Latest(IReadOnlyList<LatestRow> Rows, int Total)
{
    public static readonly Latest None = new([], 0);
}

internal sealed class LatestRow
{
    public Guid PartnerId { get; init; }
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public string Words { get; init; } = "";

    /// <summary>The campaign of a letter, the message of a proposal.</summary>
    public Guid? Of { get; init; }
    public bool HasPdf { get; init; }
    public ProposalType? Type { get; init; }
    public Triage? Triage { get; init; }

    public DateOnly Day => Clock.DayOf(At);
}
