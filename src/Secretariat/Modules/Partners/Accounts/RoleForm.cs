using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Accounts;

/// <summary>What somebody may do, and for whom: asked when an account is opened and when it is changed.</summary>
public sealed class RoleForm
{
    [Required, Display(Name = "Role")]
    public Role? Role { get; set; }

    [Display(Name = "Partner")]
    public Guid? Partner { get; set; }

    /// <summary>Puts what is wrong beside its question.</summary>
    public void Check(ModelStateDictionary state, RoleOptions options, Text t)
    {
        if (Role is Identity.Role.PartnerContact && Partner is null)
            state.AddModelError("Form.Partner", t.Of("Choose the partner that the contact speaks for."));
        if (Role is not (null or Identity.Role.PartnerContact) && Partner is not null)
            state.AddModelError("Form.Partner", t.Of("Only a partner contact is tied to a partner."));
        if (Partner is { } id && options.Partners.All(p => p.Value != id.ToString()))
            state.AddModelError("Form.Partner", t.Of("Choose a partner of the list."));
        if (Role is { } role && !Enum.IsDefined(role))
            state.AddModelError("Form.Role", t.Of("Choose a role of the list."));
    }
}

/// <summary>What there is to choose from.</summary>
public sealed record RoleOptions(IReadOnlyList<SelectListItem> Roles, IReadOnlyList<SelectListItem> Partners)
{
    public static readonly RoleOptions None = new([], []);

    public static async Task<RoleOptions> ReadAsync(SecretariatDb db, Text t, CancellationToken cancellationToken)
    {
        var partners = await db.CurrentPartners.Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken);
        return new(
            [.. Enum.GetValues<Role>().Select(role => new SelectListItem(t.Of(role.Name()), role.ToString()))],
            [
                .. partners
                    .Select(p => new SelectListItem(p.Name.In(t.Language.Code), p.Id.ToString()))
                    .OrderBy(p => p.Text, StringComparer.Create(t.Language.Culture, ignoreCase: true)),
            ]
        );
    }
}
