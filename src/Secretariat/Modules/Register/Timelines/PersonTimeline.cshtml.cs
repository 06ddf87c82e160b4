using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

public sealed class PersonTimelineModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t)
    : TimelinePage(disclose, time, t)
{
    private readonly Text words = t;

    public Person Person { get; private set; } = null!;

    protected override IEnumerable<Guid> Headed => [Person.Id];

    public async Task<IActionResult> OnGetAsync(Guid id, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
            return NotFound();
        if (person.MergedIntoId is { } kept)
            return Redirect($"/office/people/{kept}/timeline{Request.QueryString}");
        Person = person;
        return await ShowAsync(Timeline.OfPerson(db, person, words), asOf, cancellationToken);
    }
}
