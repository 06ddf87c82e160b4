using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Register;

public sealed class DuplicateTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Two_entries_in_two_scripts_are_proposed_with_reasons_merged_and_come_apart_again()
    {
        var kept = await GivenAsync("ms-bg", "Юлия Ковачева", "y.kovacheva@interior-bg.example", MandateRole.ContactPoint);
        var gone = await GivenAsync("ms-bg", "Yuliya Kovacheva", null, MandateRole.Expert);
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/duplicates");
        Assert.Contains("Юлия Ковачева", page.Text, StringComparison.Ordinal);
        Assert.Contains("Yuliya Kovacheva", page.Text, StringComparison.Ordinal);

        page = await office.GetAsync($"/office/people/{kept}/merge/{gone}");
        Assert.Contains("Bulgaria: Expert, Head of Unit, since 10 January 2024", page.Text, StringComparison.Ordinal);
        page = await page.Form("merge").SubmitAsync("merge");
        Assert.Contains("Reason is missing.", page.Text, StringComparison.Ordinal);
        page = await page.Form("merge").With("Why", "Same passport name").SubmitAsync("merge");

        Assert.Equal($"/office/people/{kept}", page.Address);
        Assert.Equal([kept, kept], await PersonsOfAsync("ms-bg"));
        Assert.Equal($"/office/people/{kept}", (await office.GetAsync($"/office/people/{gone}")).Address);
        var merge = await App.ReadAsync(db => db.PersonMerges.SingleAsync(m => m.GoneId == gone, Cancelled));
        page = await page.Form($"undo-{merge.Id:N}").SubmitAsync();
        Assert.Contains("They are two entries again.", page.Text, StringComparison.Ordinal);
        Assert.Equal([kept, gone], await PersonsOfAsync("ms-bg"));
    }

    [Fact]
    public async Task What_an_officer_found_to_be_two_persons_is_not_proposed_again()
    {
        var one = await GivenAsync("ms-pl", "Jan Kowalczyk", "jan.kowalczyk@interior-pl.example", MandateRole.Expert);
        var other = await GivenAsync("ms-pl", "Jan Kowalczyk", "jan.kowalczyk@interior-pl.example", MandateRole.Press);
        var office = await App.AsAsync(Role.Officer);
        Assert.Contains("Jan Kowalczyk", (await office.GetAsync("/office/duplicates")).Text, StringComparison.Ordinal);
        var page = await office.GetAsync($"/office/people/{one}/merge/{other}");
        page = await page.Form("merge").With("Why", "Father and son").SubmitAsync("two");
        Assert.Contains("They are two persons; this is not proposed again.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jan Kowalczyk", (await office.GetAsync("/office/duplicates")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ms-sk", "Phone", "+421 2 555 01 00", "Telephone was “–”, and is “+421 2 555 01 00” now.")]
    [InlineData(
        "ms-mt",
        "ShownToContactPointsSince",
        "2024-02-01",
        "Agreed to be shown to the contact points on was “–”, and is “1 February 2024” now."
    )]
    public async Task A_merge_is_not_undone_over_what_was_changed_since(string partner, string field, string value, string change)
    {
        var kept = await GivenAsync(partner, "Eva Nová", $"eva@interior-{partner}.example", MandateRole.Expert);
        var gone = await GivenAsync(partner, "Eva Nova", null, MandateRole.Press);
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync($"/office/people/{kept}/merge/{gone}");
        page = await page.Form("merge").With("Why", "One person").SubmitAsync("merge");
        page = await page.Form("person").With(field, value).With("Why", "Told by phone").SubmitAsync();
        var merge = await App.ReadAsync(db => db.PersonMerges.SingleAsync(m => m.GoneId == gone, Cancelled));
        page = await page.Form($"undo-{merge.Id:N}").SubmitAsync();
        Assert.Contains($"The entry was changed since the merge: {change}", page.Text, StringComparison.Ordinal);
        Assert.Equal([kept, kept], await PersonsOfAsync(partner));
    }

    [Fact]
    public async Task To_find_twice_that_two_entries_are_two_persons_is_no_error()
    {
        var one = await GivenAsync("ms-hu", "Anna Twice", "anna@interior-hu.example", MandateRole.Expert);
        var other = await GivenAsync("ms-hu", "Bela Twice", "bela@interior-hu.example", MandateRole.Press);
        var office = await App.AsAsync(Role.Officer);
        for (var time = 0; time < 2; time++)
        {
            var page = await office.GetAsync($"/office/people/{one}/merge/{other}");
            page = await page.Form("merge").With("Why", "Two people").SubmitAsync("two");
            Assert.Equal("/office/duplicates", page.Address);
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Merge_and_undo_leave_everything_as_it_was(int seed)
    {
        var random = new Random(seed);
        var people = new List<Guid>();
        foreach (var partner in new[] { "ms-it", "ms-fr", "ms-de", "ms-nl" })
        foreach (var role in new[] { MandateRole.Expert, MandateRole.Press })
            people.Add(await GivenAsync(partner, $"Person {seed} {partner} {role}", $"{role}@{partner}.example", role));
        var before = await SnapshotAsync();
        var merges = new Stack<Guid>();
        for (var step = 0; step < 5; step++)
        {
            var left = await App.ReadAsync(db =>
                db.Persons.Where(p => people.Contains(p.Id) && p.MergedIntoId == null).OrderBy(p => p.Id).ToListAsync(Cancelled)
            );
            var kept = left[random.Next(left.Count)].Id;
            var gone = left.Select(p => p.Id).Where(id => id != kept).ElementAt(random.Next(left.Count - 1));
            merges.Push(await MergeAsync(kept, gone));
            Assert.NotEqual(before, await SnapshotAsync());
        }

        while (merges.TryPop(out var merge))
            await UndoAsync(merge);
        Assert.Equal(before, await SnapshotAsync());
    }

    private Task<Guid> MergeAsync(Guid kept, Guid gone) =>
        App.UseAsync(async s =>
        {
            var db = s.GetRequiredService<SecretariatDb>();
            var (one, other) = (await PersonAsync(db, kept), await PersonAsync(db, gone));
            var words = PersonWords.Of(one) with { Email = other.Email };
            var merge = await s.GetRequiredService<MergePeople>().MergeAsync(one, other, words, Cancelled);
            await db.SaveAsync("Merge two entries of a person", cancellationToken: Cancelled);
            return merge.Id;
        });

    private Task<bool> UndoAsync(Guid id) =>
        App.UseAsync(async s =>
        {
            var db = s.GetRequiredService<SecretariatDb>();
            var merge = await db.PersonMerges.SingleAsync(m => m.Id == id, Cancelled);
            var (kept, gone) = (await PersonAsync(db, merge.KeptId), await PersonAsync(db, merge.GoneId));
            await s.GetRequiredService<MergePeople>().UndoAsync(merge, kept, gone, Cancelled);
            await db.SaveAsync("Undo a merge of two entries", cancellationToken: Cancelled);
            return true;
        });

    private static Task<Person> PersonAsync(SecretariatDb db, Guid id) => db.Persons.SingleAsync(p => p.Id == id, Cancelled);

    /// <summary>All persons and mandates, without their versions.</summary>
    private Task<string> SnapshotAsync() =>
        App.ReadAsync(async db =>
            JsonSerializer.Serialize(
                new
                {
                    Persons = await db
                        .Persons.OrderBy(p => p.Id)
                        .Select(p => new
                        {
                            p.Id,
                            p.Name,
                            p.Email,
                            p.Phone,
                            p.Form,
                            p.NamedInPublicSince,
                            p.ShownToContactPointsSince,
                            p.MergedIntoId,
                        })
                        .ToListAsync(Cancelled),
                    Mandates = await db
                        .Mandates.OrderBy(m => m.Id)
                        .Select(m => new
                        {
                            m.Id,
                            m.PersonId,
                            m.From,
                            m.To,
                        })
                        .ToListAsync(Cancelled),
                }
            )
        );

    private Task<List<Guid>> PersonsOfAsync(string partner) =>
        App.ReadAsync(db =>
            db.Mandates.Where(m => db.Partners.Any(p => p.Code == partner && p.Id == m.PartnerId))
                .OrderBy(m => m.Id)
                .Select(m => m.PersonId)
                .ToListAsync(Cancelled)
        );

    private async Task<Guid> GivenAsync(string partner, string name, string? email, MandateRole role)
    {
        var person = new Person { Name = name, Email = email };
        await App.GivenAsync(async db =>
        {
            var found = await db.Partners.SingleAsync(p => p.Code == partner, Cancelled);
            db.Add(
                new Mandate
                {
                    PartnerId = found.Id,
                    PersonId = person.Id,
                    Person = person,
                    Role = role,
                    Function = "Head of Unit",
                    From = new DateOnly(2024, 1, 10),
                }
            );
        });
        return person.Id;
    }
}
