using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>Gives lists to the office's pages and looks at what they would do.</summary>
public abstract class ImportTest(TestApp app) : AppTest(app)
{
    private static readonly string[] Subjects = ["Person", "Mandate", "Partner", "PartnerDomain", "KindBefore", "ListingBefore"];

    protected static byte[] Lines(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");

    protected async Task<TestPage> GiveAsync(string kind, string name, byte[] bytes, TestBrowser? officer = null)
    {
        officer ??= await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync($"/office/{kind}/import");
        return await page.Form("give").WithFile("Given", name, bytes).SubmitAsync();
    }

    /// <summary>Shown, and then confirmed as it is.</summary>
    protected async Task<TestPage> ImportAsync(string kind, string name, byte[] bytes)
    {
        var page = await GiveAsync(kind, name, bytes);
        return await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
    }

    /// <summary>The rows of the preview, each with what it would do.</summary>
    protected static Dictionary<int, string> EffectsOn(TestPage page) =>
        RowsOn(page).ToDictionary(r => int.Parse(r[0], null), r => r[2]);

    /// <summary>What the preview says of one row.</summary>
    protected static string DetailsOn(TestPage page, int row) => RowsOn(page).Single(r => r[0] == $"{row}")[3];

    protected Task<List<Mandate>> MandatesAsync(string name) =>
        App.ReadAsync(db =>
            db.Mandates.AsNoTracking()
                .Include(m => m.Person)
                .Where(m => m.Person.Name == name)
                .OrderBy(m => m.From)
                .ToListAsync(Cancelled)
        );

    protected async Task<Mandate> GivenAsync(
        string partner,
        string name,
        string? email = null,
        MandateRole role = MandateRole.ContactPoint,
        Person? person = null
    )
    {
        Mandate? given = null;
        await App.GivenAsync(async db =>
        {
            var found = await db.Partners.SingleAsync(p => p.Code == partner, Cancelled);
            var holder = person is null
                ? new Person { Name = name, Email = email }
                : await db.Persons.SingleAsync(p => p.Id == person.Id, Cancelled);
            given = new Mandate
            {
                PartnerId = found.Id,
                PersonId = holder.Id,
                Person = holder,
                Role = role,
                Function = "Head of Unit",
                From = new DateOnly(2024, 1, 10),
            };
            db.Add(given);
        });
        return given!;
    }

    /// <summary>Everything that a list could change, and how often anything of it was changed.</summary>
    protected static Task<string> RecordAsync(TestApp app) =>
        app.ReadAsync(async db =>
        {
            var said = new List<string>();
            foreach (var p in await db.Persons.AsNoTracking().OrderBy(p => p.Id).ToListAsync(Cancelled))
                said.Add(FormattableString.Invariant($"{p.Id} {p.Version} {p.Name} {p.Email} {p.Phone}"));
            foreach (var m in await db.Mandates.AsNoTracking().OrderBy(m => m.Id).ToListAsync(Cancelled))
                said.Add(
                    FormattableString.Invariant(
                        $"{m.Id} {m.Version} {m.PersonId} {m.Role} {m.Function} {m.Language} {string.Join(' ', m.Strands)} {m.From} {m.To}"
                    )
                );
            foreach (var p in await db.Partners.AsNoTracking().Include(p => p.Domains).OrderBy(p => p.Id).ToListAsync(Cancelled))
                said.Add(
                    FormattableString.Invariant(
                        $"{p.Id} {p.Version} {p.Code} {p.KindCode} {p.Name.ToJson()} {p.OfficialName?.ToJson()} {p.OwnName} {p.EuCode} {p.IsoAlpha2} {p.IsoAlpha3} {p.WorkingLanguage} {p.PreferredForm} {p.IsListed} {p.Domains.Count}"
                    )
                );
            said.Add(
                FormattableString.Invariant(
                    $"{await db.AuditEntries.CountAsync(e => Subjects.Contains(e.SubjectType), Cancelled)} changes"
                )
            );
            return string.Join('\n', said);
        });

    private static List<List<string>> RowsOn(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("main table tbody tr")
                .Select(r => r.Children.Select(c => TestPage.Squeeze(c.TextContent)).ToList())
                .Where(r => r.Count == 4 && int.TryParse(r[0], CultureInfo.InvariantCulture, out _)),
        ];
}
