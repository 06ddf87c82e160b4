using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mail;
using Secretariat.Tests.Identity;

namespace Secretariat.Tests.Partners;

[Trait("Needs", "Database")]
public sealed class AccountsTests : IAsyncLifetime
{
    private readonly TestClock clock = new(new DateTimeOffset(2024, 3, 6, 9, 0, 0, TimeSpan.Zero));
    private readonly TestPostbox post = new();
    private readonly TestApp app;

    public AccountsTests() =>
        app = new TestApp { Replace = services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IMailSender>(post) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_administrator_opens_an_account_and_its_link_signs_in_with_its_role()
    {
        var admin = await app.AsAsync(Role.Administrator);
        var page = await (await (await admin.GetAsync("/office")).FollowAsync("Accounts")).FollowAsync("New account");
        page = await OpenAsync(page, "Bríd O’Sample", "brid.o'sample@secretariat.example", Role.Signatory);
        Assert.Contains("The account is open.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Last sign-innever", page.Text, StringComparison.Ordinal);

        await page.Form("send-link").SubmitAsync();
        var (to, mail) = await post.NextAsync();
        Assert.Equal("brid.o'sample@secretariat.example", to);
        var signatory = app.Anybody();
        var office = await (await signatory.GetAsync(LinkIn(mail.TextBody!))).Form("sign-in").SubmitAsync();
        Assert.Equal("/office", office.Address);

        page = await admin.GetAsync(page.Address);
        Assert.Contains("Last sign-in6 March 2024", page.Text, StringComparison.Ordinal);
        var trail = await TrailAsync("brid.o'sample@secretariat.example");
        Assert.Equal(["Open an account", "Make a sign-in link", "Sign in with a link"], trail.Select(e => e.Process));
        Assert.Equal(["Test Administrator", "Test Administrator", "Bríd O’Sample"], trail.Select(e => AuditPayload.Of(e)!.Actor));
        Assert.All(trail, e => Assert.Contains(e.Process, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_disabled_is_out_at_once_and_stays_out_until_enabled()
    {
        var admin = await app.AsAsync(Role.Administrator);
        var officer = await app.AsAsync(Role.Officer);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/office/partners")).Status);
        var account = await app.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Role == Role.Officer, Cancelled));
        var link = await app.UseAsync(async s =>
        {
            var known = await s.GetRequiredService<UserManager<Account>>().FindByEmailAsync(account.Email!);
            return await s.GetRequiredService<OneTimeLinks>().MakeAsync(known!, Cancelled);
        });

        var page = await admin.GetAsync($"/office/accounts/{account.Id}");
        page = await page.Form("disable").SubmitAsync();
        Assert.Contains("The account is disabled.", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await officer.GetAsync("/office/partners")).Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await app.Anybody().GetAsync(new Uri(link).PathAndQuery)).Status);
        await (await app.Anybody().GetAsync("/sign-in")).Form("ask-link").With("Email", account.Email!).SubmitAsync();
        Assert.True(post.IsEmpty);

        await page.Form("enable").SubmitAsync();
        Assert.Equal(HttpStatusCode.Gone, (await app.Anybody().GetAsync(new Uri(link).PathAndQuery)).Status);
        Assert.StartsWith("/sign-in", (await officer.GetAsync("/office/partners")).Address, StringComparison.Ordinal);
        var trail = await TrailAsync(account.Email!);
        Assert.Equal(
            ["Disable an account", "Enable an account", "End a sign-in link", "Make a sign-in link"],
            trail.TakeLast(4).Select(e => e.Process).Order(StringComparer.Ordinal)
        );
        var ended = AuditPayload.Of(trail.Single(e => e.Process == "End a sign-in link"))!;
        Assert.Equal(("Test Administrator", 2), (ended.Actor, ended.Values["Expires"].Length));
    }

    [Fact]
    public async Task A_link_made_before_the_role_was_changed_signs_in_nobody()
    {
        await app.UseAsync(s => s.GetRequiredService<OpenAccount>().ForAsync("r@x.example", "R", Role.Reader));
        var link = await app.UseAsync(s => s.GetRequiredService<WayIn>().ForAsync("r@x.example", null, Cancelled));
        var id = await app.ReadAsync(db =>
            db.Users.Where(a => a.Email == "r@x.example").Select(a => a.Id).SingleAsync(Cancelled)
        );
        var page = await (await app.AsAsync(Role.Administrator)).GetAsync($"/office/accounts/{id}");

        await page.Form("role").With("Form.Role", "Officer").SubmitAsync();

        Assert.Equal(HttpStatusCode.Gone, (await app.Anybody().GetAsync(new Uri(link).PathAndQuery)).Status);
    }

    [Fact]
    public async Task To_an_account_disabled_meanwhile_no_link_is_said_to_be_on_its_way()
    {
        await app.UseAsync(s => s.GetRequiredService<OpenAccount>().ForAsync("r@x.example", "R", Role.Reader));
        var id = await app.ReadAsync(db =>
            db.Users.Where(a => a.Email == "r@x.example").Select(a => a.Id).SingleAsync(Cancelled)
        );
        var page = await (await app.AsAsync(Role.Administrator)).GetAsync($"/office/accounts/{id}");
        await page.Form("disable").SubmitAsync();

        page = await page.Form("send-link").SubmitAsync();

        Assert.Contains("The account is disabled: enable it before you send a link.", page.Text, StringComparison.Ordinal);
        Assert.True(post.IsEmpty);
    }

    [Fact]
    public async Task A_changed_role_ends_what_was_signed_in_and_is_kept_with_its_reason()
    {
        var admin = await app.AsAsync(Role.Administrator);
        var officer = await app.AsAsync(Role.Officer);
        var account = await app.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Role == Role.Officer, Cancelled));
        var page = await admin.GetAsync($"/office/accounts/{account.Id}");
        var stale = page;

        page = await page.Form("role").With("Form.Role", "PartnerContact").SubmitAsync();
        Assert.Contains("Choose the partner that the contact speaks for.", page.Text, StringComparison.Ordinal);
        var estonia = await app.ReadAsync(db => db.Partners.SingleAsync(p => p.Code == "ms-ee", Cancelled));
        page = await page.Form("role").With("Form.Partner", estonia.Id.ToString()).With("Why", "Seconded").SubmitAsync();

        Assert.Contains("The role is changed.", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await officer.GetAsync("/office")).Address, StringComparison.Ordinal);
        var changed = await app.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Id == account.Id, Cancelled));
        Assert.Equal((Role.PartnerContact, estonia.Id), (changed.Role, changed.PartnerId));
        var payload = AuditPayload.Of((await TrailAsync(account.Email!))[^1])!;
        Assert.Equal(("Test Administrator", "Seconded"), (payload.Actor, payload.Why));
        Assert.Equal("Officer PartnerContact", string.Join(' ', payload.Values["Role"]));
        Assert.Equal(HttpStatusCode.Conflict, (await stale.Form("role").With("Form.Role", "Reader").SubmitAsync()).Status);
    }

    [Fact]
    public async Task Nobody_changes_or_disables_their_own_account_here()
    {
        var admin = await app.AsAsync(Role.Administrator);
        var own = await app.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Role == Role.Administrator, Cancelled));
        var page = await admin.GetAsync($"/office/accounts/{own.Id}");
        Assert.False(page.HasForm("disable"));
        Assert.False(page.HasForm("role"));
        var token = page.Form("send-link").Value("__RequestVerificationToken")!;

        var forced = await admin.PostAsync(
            $"/office/accounts/{own.Id}?handler=Disable",
            [new("__RequestVerificationToken", token), new("Seen", own.ConcurrencyStamp!)]
        );

        Assert.Contains("You cannot disable your own account", forced.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/office/accounts")).Status);
    }

    [Fact]
    public async Task A_known_address_and_a_contact_without_partner_are_refused_with_the_input_kept()
    {
        var admin = await app.AsAsync(Role.Administrator);
        var own = await app.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Role == Role.Administrator, Cancelled));
        var page = await OpenAsync(
            await admin.GetAsync("/office/accounts/new"),
            "Twice",
            own.Email!.ToUpperInvariant(),
            Role.Reader
        );
        Assert.Contains("There is an account with this address already.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Twice", page.Form("new-account").Value("Name"));

        page = await OpenAsync(page, "Contact", "contact@ministry.example", Role.PartnerContact);
        Assert.Contains("Choose the partner that the contact speaks for.", page.Text, StringComparison.Ordinal);
        Assert.False(await app.ReadAsync(db => db.Users.AnyAsync(a => a.Email == "contact@ministry.example", Cancelled)));
    }

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.Signatory)]
    [InlineData(Role.Reader)]
    public async Task Only_an_administrator_sees_accounts(Role role)
    {
        var browser = await app.AsAsync(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/office/accounts")).Status);
        Assert.DoesNotContain("Accounts", (await browser.GetAsync("/office")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_whose_mandate_has_ended_no_longer_enters_the_desk()
    {
        var (id, address) = await GivenContactAsync("ms-lv", "Zane Sample", "Zane.Sample@interior-lv.example");
        var desk = app.Anybody();
        await (await desk.GetAsync(address)).Form("sign-in").SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/desk")).Status);

        await app.GivenAsync(async db => (await db.Mandates.SingleAsync(m => m.Id == id, Cancelled)).End(new(2024, 3, 6)));
        var closed = await desk.GetAsync("/desk/nominate");

        Assert.Equal(HttpStatusCode.Forbidden, closed.Status);
        Assert.Contains("Your mandate for this partner has ended.", closed.Text, StringComparison.Ordinal);
        var account = await app.ReadAsync(db => db.Users.SingleAsync(a => a.Role == Role.PartnerContact, Cancelled));
        var page = await (await app.AsAsync(Role.Administrator)).GetAsync($"/office/accounts/{account.Id}");
        Assert.Contains("The person’s last mandate for this partner ended on 5 March 2024.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_whose_mailbox_a_merge_gave_up_leaves_the_desk_with_the_mandate_too()
    {
        var (id, address) = await GivenContactAsync("ms-hr", "Ana Sample", "ana@interior-hr.example");
        var desk = app.Anybody();
        await (await desk.GetAsync(address)).Form("sign-in").SubmitAsync();
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<SecretariatDb>();
            var mandate = await db.Mandates.Include(m => m.Person).SingleAsync(m => m.Id == id, Cancelled);
            var other = new Person { Name = "Ana Sample-Other", Email = "ana.other@interior-hr.example" };
            db.Add(other);
            var words = PersonWords.Of(mandate.Person) with { Email = other.Email };
            await services.GetRequiredService<MergePeople>().MergeAsync(mandate.Person, other, words, Cancelled);
            mandate.End(new(2024, 3, 6));
            await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
            return true;
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await desk.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_contact_whose_mailbox_changed_leaves_the_desk_with_the_mandate_too()
    {
        var (id, address) = await GivenContactAsync("ms-lt", "Jonas Sample", "jonas@interior-lt.example");
        var desk = app.Anybody();
        await (await desk.GetAsync(address)).Form("sign-in").SubmitAsync();
        await NominateAsync("ms-lt", new("Jonas Sample", "Head of Unit", null, "jonas.sample@new-lt.example", null), null);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/desk")).Status);

        await NominateAsync(
            "ms-lt",
            new("Rasa Sample", "Head of Unit", null, "rasa@new-lt.example", null),
            new WhichPerson(null)
        );
        var closed = await desk.GetAsync("/desk");

        var mandate = await app.ReadAsync(db => db.Mandates.Include(m => m.Person).SingleAsync(m => m.Id == id, Cancelled));
        Assert.Equal((new DateOnly(2024, 3, 6), "jonas.sample@new-lt.example"), (mandate.To, mandate.Person.Email));
        Assert.Equal(HttpStatusCode.Forbidden, closed.Status);
    }

    /// <summary>A confirmed message that names a contact point; with somebody else, in the place of the one there is.</summary>
    private Task NominateAsync(string partner, ProposedPerson person, WhichPerson? which) =>
        app.GivenAsync(async db =>
        {
            var thread = new Modules.Correspondence.Thread
            {
                PartnerId = await db.Partners.Where(p => p.Code == partner).Select(p => p.Id).SingleAsync(Cancelled),
                Subject = "Contact point",
            };
            var message = new Message
            {
                Channel = Channel.Mail,
                ReceivedAt = new DateTimeOffset(2024, 3, 6, 9, 0, 0, TimeSpan.Zero),
                RawSha256 = null,
                Size = 0,
            };
            message.File(thread, FiledBy.Person, Trust.Known);
            var proposal = new Proposal
            {
                MessageId = message.Id,
                Type = which is null ? ProposalType.Nomination : ProposalType.Replacement,
                Person = person,
                Evidence = [],
            };
            db.AddRange(thread, message, proposal);
            proposal.Confirm(
                message,
                new Correction(person, [], new DateOnly(2024, 3, 6), null, which),
                new Decision(null, message.ReceivedAt, "Known")
            );
        });

    [Fact]
    public async Task A_passkey_that_is_removed_and_a_name_that_is_changed_stand_in_the_history_and_no_secret_does()
    {
        var reader = await app.AsAsync(Role.Reader);
        var account = await app.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Role == Role.Reader, Cancelled));
        await app.UseAsync(s => AddPasskeyAsync(s.GetRequiredService<UserManager<Account>>(), account.Id));
        var page = await reader.GetAsync("/account");
        page = await page.Form("account").With("Name", "Rita Sample").SubmitAsync();
        page = await page.Form("remove-BwcHBw").SubmitAsync();

        var trail = await TrailAsync(account.Email!);
        Assert.Equal(["Change one’s own account", "Remove a passkey"], trail.TakeLast(2).Select(e => e.Process));
        Assert.Equal("Test Reader, Rita Sample", string.Join(", ", AuditPayload.Of(trail[^2])!.Values["Name"]));
        Assert.Equal("Old laptop, ", string.Join(", ", AuditPayload.Of(trail[^1])!.Values["Passkey"]));
        Assert.Contains("Remove a passkey", page.Text, StringComparison.Ordinal);
        var now = await app.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Id == account.Id, Cancelled));
        var hashes = await app.ReadAsync(db => db.SignInLinks.Select(l => l.TokenHash).ToListAsync(Cancelled));
        foreach (var secret in hashes.Append(now.SecurityStamp!).Append(account.SecurityStamp!).Append(now.ConcurrencyStamp!))
            Assert.DoesNotContain(trail, e => e.Payload!.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_asks_as_often_for_one_account_as_for_thirty()
    {
        var admin = await app.AsAsync(Role.Administrator);
        await admin.GetAsync("/office/accounts");
        var one = await QueryCount.OfAsync(app, () => admin.GetAsync("/office/accounts"));
        for (var i = 0; i < 29; i++)
            await app.UseAsync(s => s.GetRequiredService<OpenAccount>().ForAsync($"a{i}@x.example", $"A {i}", Role.Reader));

        Assert.Equal(one, await QueryCount.OfAsync(app, () => admin.GetAsync("/office/accounts")));
    }

    private static Task<TestPage> OpenAsync(TestPage page, string name, string email, Role role) =>
        page.Form("new-account").With("Name", name).With("Email", email).With("Form.Role", role.ToString()).SubmitAsync();

    private static async Task<bool> AddPasskeyAsync(UserManager<Account> accounts, Guid id)
    {
        var account = await accounts.FindByIdAsync(id.ToString());
        var key = new UserPasskeyInfo([7, 7, 7, 7], [1], DateTimeOffset.UnixEpoch, 0, null, true, false, false, [], [])
        {
            Name = "Old laptop",
        };
        return (await accounts.AddOrUpdatePasskeyAsync(account!, key)).Succeeded;
    }

    /// <summary>A contact point with an account, and the link that signs it in.</summary>
    private async Task<(Guid Mandate, string Address)> GivenContactAsync(string partner, string name, string email)
    {
        var partnerId = await app.ReadAsync(db => db.Partners.Where(p => p.Code == partner).Select(p => p.Id).SingleAsync());
        var person = new Person { Name = name, Email = email };
        var mandate = new Mandate
        {
            PartnerId = partnerId,
            PersonId = person.Id,
            Role = MandateRole.ContactPoint,
            Function = "Head of Unit",
            From = new DateOnly(2024, 1, 1),
        };
        await app.GivenAsync(db =>
        {
            db.AddRange(person, mandate);
            return Task.CompletedTask;
        });
        var link = await app.UseAsync(s =>
            s.GetRequiredService<WayIn>().ForContactAsync(email.ToLowerInvariant(), partnerId, Cancelled)
        );
        return (mandate.Id, new Uri(link).PathAndQuery);
    }

    private Task<List<AuditEntry>> TrailAsync(string email) =>
        app.ReadAsync(db =>
            db.AuditEntries.AsNoTracking()
                .Where(e => e.SubjectType == "Account" && db.Users.Any(a => a.Id == e.SubjectId && a.Email == email))
                .OrderBy(e => e.Id)
                .ToListAsync(Cancelled)
        );

    private static string LinkIn(string text) =>
        new Uri(text.Split('\n').Single(line => line.Contains("/sign-in/link/", StringComparison.Ordinal)).Trim()).PathAndQuery;
}
