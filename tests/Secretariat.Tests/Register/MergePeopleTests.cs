using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>Two entries that hold one role at once become one person with one mandate, and come apart again to the letter.</summary>
public sealed class MergePeopleTests(TestApp app) : AppTest(app)
{
    private static readonly string[] Codes = ["prevention", "response", "alternatives"];
    private static readonly DateOnly First = new(2024, 1, 1);

    [Fact]
    public async Task Mandates_held_at_once_are_shown_joined_and_parted_with_their_nominations()
    {
        var kept = await GivenAsync("ms-at", "Anna Beispiel", Held("Head of Unit", "2024-02-01", "2024-09-01"));
        var gone = await GivenAsync("ms-at", "Anna Beispiel-Muster", Held("Adviser", "2024-01-10", null));
        var nomination = await NominatedAsync(gone);
        var before = await SnapshotAsync();
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync($"/office/people/{kept}/merge/{gone}");
        Assert.Contains("Austria: Expert, Adviser, since 10 January 2024, all strands", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "of the kept entry: Head of Unit, from 1 February 2024 until 31 August 2024, all strands",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("of the other entry: Adviser, since 10 January 2024, all strands", page.Text, StringComparison.Ordinal);
        page = await page.Form("merge").With("Why", "One person, entered twice").SubmitAsync("merge");

        Assert.Equal($"/office/people/{kept}", page.Address);
        var held = await HeldAsync(kept);
        var one = Assert.Single(held, m => !m.HeldOnNoDay());
        Assert.Equal(("Adviser", new DateOnly(2024, 1, 10), null), (one.Function, one.From, one.To));
        Assert.Equal(2, held.Count);
        Assert.Equal(one.Id, await MandateOfAsync(nomination));

        var merge = await App.ReadAsync(db => db.PersonMerges.SingleAsync(m => m.GoneId == gone, Cancelled));
        await page.Form($"undo-{merge.Id:N}").SubmitAsync();
        Assert.Equal(before, await SnapshotAsync());
        Assert.Equal((await HeldAsync(gone)).Single().Id, await MandateOfAsync(nomination));
    }

    [Fact]
    public async Task The_family_name_of_either_entry_is_kept_and_given_back()
    {
        var kept = await GivenAsync("ms-hu", "Minta Anna", Held("Head of Unit", "2024-02-01", "2024-09-01"));
        var gone = await GivenAsync("ms-hu", "Anna Minta", Held("Adviser", "2024-10-10", null));
        await App.GivenAsync(async db => (await db.Persons.SingleAsync(p => p.Id == gone, Cancelled)).FamilyName = "Minta");
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync($"/office/people/{kept}/merge/{gone}");
        Assert.Contains("Family nameMinta", page.Text, StringComparison.Ordinal);

        page = await page.Form("merge").With("Why", "One person, entered twice").SubmitAsync("merge");
        Assert.Equal("Minta", await FamilyNameAsync(kept));

        var merge = await App.ReadAsync(db => db.PersonMerges.SingleAsync(m => m.GoneId == gone, Cancelled));
        await page.Form($"undo-{merge.Id:N}").SubmitAsync();
        Assert.Equal((null, "Minta"), (await FamilyNameAsync(kept), await FamilyNameAsync(gone)));
    }

    [Theory]
    [InlineData("one", null)]
    [InlineData("other", "Minta")]
    public async Task The_family_name_goes_with_the_name_that_is_chosen(string name, string? expected)
    {
        var kept = await GivenAsync("ms-hu", "Anna Sample", Held("Head of Unit", "2024-02-01", "2024-09-01"));
        var gone = await GivenAsync("ms-hu", "Minta Anna", Held("Adviser", "2024-10-10", null));
        await App.GivenAsync(async db => (await db.Persons.SingleAsync(p => p.Id == gone, Cancelled)).FamilyName = "Minta");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/people/{kept}/merge/{gone}");

        await page.Form("merge").With("Name", name).With("Why", "She married").SubmitAsync("merge");

        Assert.Equal(expected, await FamilyNameAsync(kept));
    }

    private Task<string?> FamilyNameAsync(Guid person) =>
        App.ReadAsync(db => db.Persons.Where(p => p.Id == person).Select(p => p.FamilyName).SingleAsync(Cancelled));

    [Fact]
    public async Task What_was_covered_by_neither_on_some_day_is_not_covered_by_one_mandate()
    {
        var kept = await GivenAsync("ms-si", "Ana Vzorec", Held("Head", "2024-02-01", null, "prevention"));
        var gone = await GivenAsync(
            "ms-si",
            "Ana Vzorec-Primer",
            Held("Head", "2024-05-01", "2024-09-01", "prevention", "response")
        );
        var before = await SnapshotAsync();
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/people/{kept}/merge/{gone}");
        Assert.Contains("Both entries hold the role “Expert” for one partner at once", page.Text, StringComparison.Ordinal);
        page = await page.Form("merge").With("Why", "One person").SubmitAsync("merge");
        Assert.Contains("One mandate cannot say both", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await SnapshotAsync());
    }

    [Fact]
    public async Task A_joined_mandate_that_was_changed_since_keeps_the_two_together()
    {
        var kept = await GivenAsync("ms-hr", "Iva Primjer", Held("Head", "2024-02-01", null));
        var gone = await GivenAsync("ms-hr", "Iva Primjer-Uzorak", Held("Head", "2024-01-01", null));
        await MergeAsync(kept, gone);
        await App.GivenAsync(async db =>
            (await db.Mandates.SingleAsync(m => m.PersonId == kept && m.To == null, Cancelled)).End(new(2025, 1, 1))
        );
        var merge = await App.ReadAsync(db => db.PersonMerges.SingleAsync(m => m.GoneId == gone, Cancelled));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/people/{kept}");
        page = await page.Form($"undo-{merge.Id:N}").SubmitAsync();
        Assert.Contains(
            "The mandate “Expert”, which was joined, was changed since the merge: Until was “–”, and is “31 December 2024” now.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(2, (await HeldAsync(kept)).Count);
    }

    [Fact]
    public async Task Of_two_merges_into_one_entry_the_later_that_joined_what_the_earlier_brought_is_undone_first()
    {
        var kept = await GivenAsync("ms-lv", "Ilze Paraugs");
        var first = await GivenAsync("ms-lv", "Ilze Paraugs-Viena", Held("Head", "2024-02-01", null));
        var second = await GivenAsync("ms-lv", "Ilze Paraugs-Divi", Held("Head", "2024-01-01", "2024-06-01"));
        var before = await SnapshotAsync();
        var (one, two) = (await MergeAsync(kept, first), await MergeAsync(kept, second));
        Assert.Equal("Another entry was merged into it since. Undo that first.", (await UndoAsync(one!.Value))?.ToString());
        Assert.Null(await UndoAsync(two!.Value));
        Assert.Null(await UndoAsync(one.Value));
        Assert.Equal(before, await SnapshotAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Merging_covers_each_day_as_before_and_undoing_leaves_everything_as_it_was(int seed)
    {
        var random = new Random(seed);
        var people = new List<Guid>();
        for (var i = 0; i < 12; i++)
            people.Add(await GivenAsync("ms-ee", $"Person {seed} {i}", Any(random)));
        var (before, covered) = (await SnapshotAsync(), await CoveredAsync(people));
        var merges = new Stack<Guid>();
        for (var step = 0; step < 25 && people.Count > 1; step++)
        {
            var pair = people.OrderBy(_ => random.Next()).Take(2).ToList();
            if (await MergeAsync(pair[0], pair[1]) is not { } merge)
                continue;
            merges.Push(merge);
            people.Remove(pair[1]);
            Assert.True(covered.SetEquals(await CoveredAsync(people)));
            AssertNobodyTwice(await HeldAsync(pair[0]));
        }

        var done = merges.ToList();
        Assert.True(await App.ReadAsync(db => db.PersonMerges.AnyAsync(m => done.Contains(m.Id) && m.Joined != null, Cancelled)));
        while (merges.TryPop(out var merge))
            Assert.Null(await UndoAsync(merge));
        Assert.Equal(before, await SnapshotAsync());
    }

    private static void AssertNobodyTwice(List<Mandate> held) =>
        Assert.DoesNotContain(held.SelectMany(a => held.Select(b => (a, b))), p => p.a != p.b && p.a.IsTwiceWith(p.b));

    /// <summary>Up to three that are not held at once.</summary>
    private static HeldMandate[] Any(Random random)
    {
        var (held, from) = (new List<HeldMandate>(), First.AddDays(random.Next(20)));
        while (held.Count < 3 && random.Next(4) > 0)
        {
            DateOnly? to = random.Next(4) == 0 ? null : from.AddDays(1 + random.Next(15));
            string[] strands = random.Next(2) == 0 ? [] : [.. Codes.Where(_ => random.Next(2) == 0)];
            held.Add(new(random.Next(3) == 0 ? "Adviser" : "Head", from, to, strands, random.Next(4) == 0));
            if (to is null)
                break;
            from = to.Value.AddDays(random.Next(2) * 3);
        }

        return [.. held];
    }

    private sealed record HeldMandate(string Function, DateOnly From, DateOnly? To, string[] Strands, bool InFrench = false);

    private static HeldMandate Held(string function, string from, string? to, params string[] strands) =>
        new(
            function,
            DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            to is null ? null : DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
            strands
        );

    private async Task<Guid> GivenAsync(string partner, string name, params HeldMandate[] held)
    {
        var person = new Person { Name = name };
        await App.GivenAsync(async db =>
        {
            var found = await db.Partners.SingleAsync(p => p.Code == partner, Cancelled);
            db.Add(person);
            foreach (var each in held)
                db.Add(Of(found.Id, person.Id, each));
        });
        return person.Id;
    }

    private static Mandate Of(Guid partner, Guid person, HeldMandate held)
    {
        var mandate = new Mandate
        {
            PartnerId = partner,
            PersonId = person,
            Role = MandateRole.Expert,
            Function = held.Function,
            Functions = held.InFrench ? LocalizedText.InEnglish(held.Function).With("fr", "Chef") : null,
            Strands = [.. held.Strands],
            From = held.From,
        };
        mandate.Correct(held.From, held.To);
        return mandate;
    }

    /// <summary>A nomination in the record from which the person's mandate came.</summary>
    private async Task<Guid> NominatedAsync(Guid person)
    {
        var mandate = Assert.Single(await HeldAsync(person));
        var nomination = Guid.Empty;
        await App.GivenAsync(db =>
        {
            var message = new Message
            {
                Channel = Channel.Mail,
                ReceivedAt = TimeProvider.System.Now(),
                RawSha256 = null,
                Size = 0,
            };
            var proposal = new Proposal { MessageId = message.Id, Type = ProposalType.Nomination };
            var made = new Nomination
            {
                PartnerId = mandate.PartnerId,
                ProposalId = proposal.Id,
                MessageId = message.Id,
                MandateId = mandate.Id,
                ConfirmedAt = TimeProvider.System.Now(),
            };
            nomination = made.Id;
            db.AddRange(message, proposal, made);
            return Task.CompletedTask;
        });
        return nomination;
    }

    private Task<Guid> MandateOfAsync(Guid nomination) =>
        App.ReadAsync(db => db.Nominations.Where(n => n.Id == nomination).Select(n => n.MandateId).SingleAsync(Cancelled));

    private Task<List<Mandate>> HeldAsync(Guid person) =>
        App.ReadAsync(db => db.Mandates.AsNoTracking().Where(m => m.PersonId == person).ToListAsync(Cancelled));

    /// <summary>The merge, or null where the mandates forbid it.</summary>
    private Task<Guid?> MergeAsync(Guid kept, Guid gone) =>
        App.UseAsync<Guid?>(async s =>
        {
            var db = s.GetRequiredService<SecretariatDb>();
            var (one, other) = (await PersonAsync(db, kept), await PersonAsync(db, gone));
            var plan = JoinMandates.Of(await HeldAsync(kept), await HeldAsync(gone));
            if (plan.WhyNot is not null)
                return null;
            var merge = await s.GetRequiredService<MergePeople>().MergeAsync(one, other, PersonWords.Of(one), Cancelled);
            await db.SaveAsync("Merge two entries of a person", cancellationToken: Cancelled);
            return merge.Id;
        });

    /// <summary>Why it cannot be undone, or null when it was.</summary>
    private Task<Reason?> UndoAsync(Guid id) =>
        App.UseAsync(async s =>
        {
            var db = s.GetRequiredService<SecretariatDb>();
            var merging = s.GetRequiredService<MergePeople>();
            var merge = await db.PersonMerges.SingleAsync(m => m.Id == id, Cancelled);
            var (kept, gone) = (await PersonAsync(db, merge.KeptId), await PersonAsync(db, merge.GoneId));
            if (await merging.WhyNotUndoAsync(merge, kept, Cancelled) is { } reason)
                return reason;
            await merging.UndoAsync(merge, kept, gone, Cancelled);
            await db.SaveAsync("Undo a merge of two entries", cancellationToken: Cancelled);
            return null;
        });

    private static Task<Person> PersonAsync(SecretariatDb db, Guid id) => db.Persons.SingleAsync(p => p.Id == id, Cancelled);

    /// <summary>Each day, strand and role that somebody of them covers; all strands are those too that are still to come.</summary>
    private async Task<HashSet<(DateOnly, string, MandateRole)>> CoveredAsync(List<Guid> people)
    {
        var held = await App.ReadAsync(db =>
            db.Mandates.AsNoTracking().Where(m => people.Contains(m.PersonId)).ToListAsync(Cancelled)
        );
        return
        [
            .. from mandate in held
            from day in Enumerable.Range(0, 90).Select(First.AddDays)
            where mandate.HoldsOn(day)
            from strand in mandate.Strands.Count == 0 ? [.. Codes, "to come"] : mandate.Strands
            select (day, strand, mandate.Role),
        ];
    }

    /// <summary>All that persons, mandates and nominations say, without their versions.</summary>
    private Task<string> SnapshotAsync() =>
        App.ReadAsync(async db =>
        {
            var mandates = await db.Mandates.AsNoTracking().OrderBy(m => m.Id).ToListAsync(Cancelled);
            var nominations = await db.Nominations.AsNoTracking().OrderBy(n => n.Id).ToListAsync(Cancelled);
            var persons = await db.Persons.AsNoTracking().OrderBy(p => p.Id).ToListAsync(Cancelled);
            return JsonSerializer.Serialize(
                new
                {
                    Mandates = mandates.Select(m => new
                    {
                        m.Id,
                        m.PersonId,
                        m.Rank,
                        m.Language,
                        Says = MandateSays.Of(m),
                    }),
                    Nominations = nominations.Select(n => $"{n.Id} {n.MandateId} {n.Status}"),
                    Persons = persons.Select(p => $"{p.Id} {p.Name} {p.MergedIntoId}"),
                }
            );
        });
}
