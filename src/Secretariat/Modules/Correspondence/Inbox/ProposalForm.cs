using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>A proposal as the officer corrects it. Each card has its own prefix, so that names and ids stay apart.</summary>
public class ProposalForm
{
    [StringLength(200), Display(Name = "Name")]
    public string? Name { get; set; }

    [StringLength(300), Display(Name = "Function")]
    public string? Function { get; set; }

    [StringLength(300), Display(Name = "Organisation")]
    public string? Organisation { get; set; }

    [StringLength(200), OneEmailAddress, Display(Name = "E-mail address")]
    public string? Email { get; set; }

    [StringLength(50), Display(Name = "Telephone")]
    public string? Phone { get; set; }

    public bool IsAlternate { get; set; }

    public List<string> Strands { get; set; } = [];

    /// <summary>Of a nomination: where its words say that the partner takes interest, too.</summary>
    public List<string> Interests { get; set; } = [];

    [Display(Name = "All strands of work")]
    public bool AllStrands { get; set; }

    /// <summary>Which person of the record is meant: a key, or <see cref="WhoIsIt.SomebodyElse"/>.</summary>
    public string? Which { get; set; }

    [MeantDay, Display(Name = "Valid from")]
    public DateOnly? From { get; set; }

    [Display(Name = "Text that is endorsed")]
    public string? Instrument { get; set; }

    [StringLength(300), Display(Name = "Signatory")]
    public string? Signatory { get; set; }

    [StringLength(1000), Display(Name = "Reason")]
    public string? Reason { get; set; }

    public int Version { get; set; }

    /// <summary>The message as it was seen: filed elsewhere meanwhile, it says something about another partner.</summary>
    public int MessageVersion { get; set; }

    public static string PrefixOf(Guid proposalId) => $"p{proposalId:N}";

    public static ProposalForm Of(Proposal proposal, Message message) =>
        new()
        {
            Name = proposal.Person?.Name,
            Function = proposal.Person?.Function,
            Organisation = proposal.Person?.Organisation,
            Email = proposal.Person?.Email,
            Phone = proposal.Person?.Phone,
            Signatory = string.Join(", ", new[] { proposal.Person?.Name, proposal.Person?.Function }.OfType<string>()),
            IsAlternate = proposal.IsAlternate,
            Strands = proposal.Strands,
            From = Clock.DayOf(message.ReceivedAt),
            Version = proposal.Version,
            MessageVersion = message.Version,
        };

    public ProposedPerson? Person() =>
        new[] { Name, Function, Organisation, Email, Phone }.All(string.IsNullOrWhiteSpace)
            ? null
            : new ProposedPerson(Trim(Name), Trim(Function), Trim(Organisation), Trim(Email), Trim(Phone));

    /// <param name="strands">The codes that there are.</param>
    public Correction Correct(Proposal proposal, DateOnly received, IReadOnlyList<string> strands) =>
        new(
            Person() ?? (proposal.NamesPerson ? null : proposal.Person),
            [.. strands.Where(code => AllStrands || Strands.Contains(code))],
            From ?? received,
            proposal.NamesPerson ? IsAlternate : null,
            Which is null ? null : new WhichPerson(Guid.TryParse(Which, out var id) ? id : null)
        )
        {
            Interests = [.. strands.Where(Interests.Contains)],
        };

    /// <summary>The endorsement that the message declares, or null while its text is not chosen.</summary>
    public Endorsement? Endorsement(Message message) =>
        string.IsNullOrEmpty(Instrument) || message.PartnerId is not { } partner
            ? null
            : new Endorsement
            {
                PartnerId = partner,
                InstrumentCode = Instrument,
                Status = EndorsementStatus.Endorsed,
                Mode = message.Channel is Channel.Desk or Channel.Link ? EndorsementMode.Form : EndorsementMode.Mail,
                Signatory = Trim(Signatory),
                From = From ?? Clock.DayOf(message.ReceivedAt),
                EvidenceMessageId = message.Id,
                Confidence = "confirmed",
            };

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A proposal that the officer reads out of the message where the platform saw none.</summary>
public sealed class NewProposalForm : ProposalForm
{
    public const string Prefix = "add";

    public ProposalType Type { get; set; }

    /// <summary>The place of an attachment among those of the message; null for its text.</summary>
    [Display(Name = "Where it stands")]
    public int? Part { get; set; }

    [StringLength(2000), Display(Name = "The words it rests on")]
    public string? Quote { get; set; }
}

/// <summary>What the fields of one proposal show.</summary>
public sealed record ProposalFields(
    string Prefix,
    ProposalForm Values,
    bool NamesPerson,
    bool HasStrands,
    IEnumerable<SelectListItem> Strands
)
{
    /// <summary>Whether it is asked from when on it holds: that is said when it is decided.</summary>
    public bool HasDay { get; init; } = true;

    /// <summary>Whether all strands can be meant at once; a nomination without strands means them anyhow.</summary>
    public bool MayMeanAll { get; init; }

    /// <summary>The words in which a nomination may tell an interest, too; null where it is not asked.</summary>
    public string? InterestIn { get; init; }

    /// <summary>The texts that can be endorsed; empty where none is asked for.</summary>
    public IReadOnlyList<SelectListItem> Instruments { get; init; } = [];

    /// <summary>Who may be meant, and somebody else; empty where nobody is alike.</summary>
    public IReadOnlyList<SelectListItem> Persons { get; init; } = [];
}
