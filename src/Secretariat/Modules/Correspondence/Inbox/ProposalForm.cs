using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;

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

    [StringLength(200), EmailAddress, Display(Name = "E-mail address")]
    public string? Email { get; set; }

    [StringLength(50), Display(Name = "Telephone")]
    public string? Phone { get; set; }

    public bool IsAlternate { get; set; }

    public List<string> Strands { get; set; } = [];

    [Display(Name = "Valid from")]
    public DateOnly? From { get; set; }

    [StringLength(1000), Display(Name = "Reason")]
    public string? Reason { get; set; }

    public int Version { get; set; }

    public static string PrefixOf(Guid proposalId) => $"p{proposalId:N}";

    public static ProposalForm Of(Proposal proposal, DateOnly received) =>
        new()
        {
            Name = proposal.Person?.Name,
            Function = proposal.Person?.Function,
            Organisation = proposal.Person?.Organisation,
            Email = proposal.Person?.Email,
            Phone = proposal.Person?.Phone,
            IsAlternate = proposal.IsAlternate,
            Strands = proposal.Strands,
            From = received,
            Version = proposal.Version,
        };

    public ProposedPerson? Person() =>
        new[] { Name, Function, Organisation, Email, Phone }.All(string.IsNullOrWhiteSpace)
            ? null
            : new ProposedPerson(Trim(Name), Trim(Function), Trim(Organisation), Trim(Email), Trim(Phone));

    public Correction Correct(Proposal proposal, DateOnly received) =>
        new(
            Person() ?? (proposal.NamesPerson ? null : proposal.Person),
            Strands,
            From ?? received,
            proposal.NamesPerson ? IsAlternate : null
        );

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A proposal that the officer reads out of the message where the platform saw none.</summary>
public sealed class NewProposalForm : ProposalForm
{
    public const string Prefix = "add";

    public ProposalType Type { get; set; }

    [Required, StringLength(2000), Display(Name = "The words it rests on")]
    public string Quote { get; set; } = "";
}

/// <summary>What the fields of one proposal show.</summary>
public sealed record ProposalFields(
    string Prefix,
    ProposalForm Values,
    bool NamesPerson,
    bool HasStrands,
    IEnumerable<SelectListItem> Strands
);
