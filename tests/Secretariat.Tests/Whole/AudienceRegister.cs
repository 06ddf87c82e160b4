using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Whole;

/// <summary>
/// People of several partners in every role, agreed and not, before, on and after their days, some of two partners, some merged.
/// Each is told apart by a word in name, mailbox and phone that stands nowhere else.
/// </summary>
public sealed class AudienceRegister(int seed, DateOnly today)
{
    public static readonly string[] Partners = ["ms-ee", "ms-lt", "ms-lv", "pc-al"];

    /// <summary>One person by their word, with the mandates as they were made.</summary>
    /// <param name="HasAgreed">That the public sees the name.</param>
    /// <param name="IsShown">To the contact points of all partners, as the person agreed.</param>
    public sealed record Somebody(
        string Word,
        Guid Id,
        bool HasAgreed,
        bool IsShown,
        List<(string Partner, MandateRole Role, DateOnly From, DateOnly? To)> Held
    )
    {
        /// <summary>Another entry took this one's place.</summary>
        public bool IsGone { get; init; }
    }

    private readonly Random random = new(seed);

    public List<Somebody> People { get; private set; } = [];

    public async Task MakeAsync(TestApp app)
    {
        await app.GivenAsync(async db =>
        {
            var partners = await db.Partners.Where(p => Partners.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Id);
            foreach (var role in Enum.GetValues<MandateRole>())
            foreach (var hasAgreed in new[] { true, false })
            foreach (var (from, to) in new[] { (-400, (int?)null), (-400, -200), (-400, 0), (1, null), (-9, -9) })
                Add(db, partners, hasAgreed, (Any(), role, from, to));
            for (var i = 0; i < 4; i++)
                Add(
                    db,
                    partners,
                    i % 2 == 0,
                    ("ms-ee", MandateRole.ContactPoint, -100, null),
                    (i < 2 ? "ms-lt" : "ms-lv", MandateRole.Expert, -100, null)
                );
        });
        for (var i = 0; i < 3; i++)
            await MergeAsync(app);
        await app.GivenAsync(async db =>
        {
            var partners = await db.Partners.Where(p => Partners.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Id);
            Add(db, partners, true, ("ms-lv", MandateRole.ContactPoint, -400, -200));
        });
    }

    /// <summary>Whose only mandate, for the third of the partners, has ended.</summary>
    public Somebody Former => People[^1];

    public Somebody SpeakingFor(string partner) =>
        People.Find(p =>
            p.Held.Exists(m => m.Partner == partner && m.Role is MandateRole.ContactPoint && m.To is null && m.From <= today)
        )!;

    private string Any() => Partners[random.Next(Partners.Length)];

    private void Add(
        SecretariatDb db,
        Dictionary<string, Guid> partners,
        bool hasAgreed,
        params (string Partner, MandateRole Role, int From, int? To)[] held
    )
    {
        var word = Word(People.Count);
        var person = new Person
        {
            Name = $"Zqname{word} Sample",
            Email = $"zqmail{word}@ministry.example",
            Phone = $"+3225559{Number(word)}",
            NamedInPublicSince = hasAgreed ? today.AddDays(-random.Next(300)) : null,
            ShownToContactPointsSince = random.Next(2) == 0 ? today.AddDays(-random.Next(300)) : null,
        };
        db.Add(person);
        foreach (var (partner, role, from, to) in held)
        {
            var mandate = new Mandate
            {
                PartnerId = partners[partner],
                PersonId = person.Id,
                Person = person,
                Role = role,
                Function = "Adviser",
                From = today.AddDays(from),
            };
            if (to is { } end)
                mandate.End(today.AddDays(end));
            db.Add(mandate);
        }

        People.Add(
            new(
                word,
                person.Id,
                hasAgreed,
                person.ShownToContactPointsSince is not null,
                [
                    .. held.Select(h =>
                        (h.Partner, h.Role, today.AddDays(h.From), h.To is { } end ? today.AddDays(end) : (DateOnly?)null)
                    ),
                ]
            )
        );
    }

    /// <summary>The kept entry has its own words and agreement, and the mandates of both.</summary>
    private async Task MergeAsync(TestApp app)
    {
        var there = People.FindAll(p => !p.IsGone);
        var kept = there[random.Next(there.Count)];
        // Nobody holds a role twice at once, also not as two entries.
        var others = there.FindAll(p => p != kept && !p.Held.Exists(one => kept.Held.Exists(other => Collide(one, other))));
        var gone = others[random.Next(others.Count)];
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<SecretariatDb>();
            var (one, other) = (
                await db.Persons.SingleAsync(p => p.Id == kept.Id),
                await db.Persons.SingleAsync(p => p.Id == gone.Id)
            );
            await services.GetRequiredService<MergePeople>().MergeAsync(one, other, PersonWords.Of(one), default);
            await db.SaveAsync("Merge for a test");
            return true;
        });
        kept.Held.AddRange(gone.Held);
        People[People.IndexOf(gone)] = gone with { IsGone = true, Held = [] };
    }

    private static bool Collide(
        (string Partner, MandateRole Role, DateOnly From, DateOnly? To) one,
        (string Partner, MandateRole Role, DateOnly From, DateOnly? To) other
    ) =>
        (one.Partner, Alone(one.Role)) == (other.Partner, Alone(other.Role))
        && !(one.To <= other.From)
        && !(other.To <= one.From);

    /// <summary>Nobody is their own alternate.</summary>
    private static MandateRole Alone(MandateRole role) => role is MandateRole.Alternate ? MandateRole.ContactPoint : role;

    /// <summary>Four letters of one length, so that none is the beginning of another.</summary>
    private static string Word(int number) => string.Concat($"{number + 1000}".Select(c => (char)('a' + (c - '0'))));

    /// <summary>The digits of a phone that end in the person's number.</summary>
    public static string Number(string word) => string.Concat(word.Select(c => (char)('0' + (c - 'a'))));
}
