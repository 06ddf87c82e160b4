using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>A nomination by form.</summary>
public sealed class NominateModel(SecretariatDb db, FormMessage forms, Text t) : DeskForm(db, forms, t)
{
    [BindProperty]
    public NeededNominee Nominee { get; set; } = new();

    protected override bool NeedsStrand => false;

    protected override void Check() => Nominee.Check(ModelState, T);

    protected override (string Subject, FormAsk Ask) Write(IReadOnlyList<string> strands) =>
        (Nominee.Subject, Nominee.Ask(strands));
}
