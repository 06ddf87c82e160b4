using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>Asks whether somebody who is named already stands in the partner's record, under that name or with that mailbox.</summary>
public sealed class WhoIsIt(IEnumerable<KnownPerson> known, string? name, string? email)
{
    public const string SomebodyElse = "new";

    // The same name is likely the same person; the same mailbox may be a shared one.
    private readonly List<KnownPerson> alike =
    [
        .. known.Where(p => p.HasName(name) || p.HasMailbox(email)).OrderByDescending(p => p.HasName(name)),
    ];

    /// <summary>The answer, if it is one: when the name is changed after it was given, it spoke of somebody else.</summary>
    public string? Answer(string? which) => which == SomebodyElse || alike.Exists(p => p.Id.ToString() == which) ? which : null;

    /// <summary>Why it must be said who is meant, or null.</summary>
    public string? WhyNot(string? which) =>
        alike.Count == 0 || Answer(which) is not null
            ? null
            : Text.Key("Somebody like this already stands in the partner’s record. Say whether it is the same person.");

    /// <summary>Who may be meant, and somebody else; empty where nobody is alike.</summary>
    public IReadOnlyList<SelectListItem> Options(string? which, Text t)
    {
        if (alike.Count == 0)
            return [];
        var likely = which ?? (alike[0].HasName(name) ? alike[0].Id.ToString() : SomebodyElse);
        return
        [
            .. alike.Select(p => new SelectListItem(Described(p, t), p.Id.ToString(), p.Id.ToString() == likely)),
            new(t.Of("A different person, new to the record"), SomebodyElse, likely == SomebodyElse),
        ];
    }

    private string Described(KnownPerson person, Text t)
    {
        if (!person.HasName(name))
            return t.Of("{0}, {1}, who already stands in the record with this mailbox", person.Name, person.Function);
        return person.Email is null || string.IsNullOrWhiteSpace(email) || person.HasMailbox(email)
            ? t.Of("{0}, {1}, who already stands in the record under this name", person.Name, person.Function)
            : t.Of(
                "{0}, {1}, who already stands in the record under this name; the address {2} gives way to the one above",
                person.Name,
                person.Function,
                person.Email
            );
    }
}
