using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Register;

/// <summary>The office's lists count as a partner's reply what the board of a campaign counts as its answer.</summary>
public sealed class LastReplyTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Neither_a_program_nor_somebody_who_only_claims_to_be_the_partner_has_replied_for_it()
    {
        await App.GivenAsync(db => WriteAsync(db, "ms-fi", answers: true));
        await App.GivenAsync(db => WriteAsync(db, "ms-sk", answers: false));
        var office = await App.AsAsync(Role.Reader);

        var list = await office.GetAsync("/office/partners");

        Assert.Equal(("2 June 2025", ""), (LastReply(list, "ms-fi"), LastReply(list, "ms-sk")));
    }

    [Fact]
    public async Task The_briefing_names_the_same_as_a_message_of_the_partner_and_what_is_to_be_done_all_the_same()
    {
        await App.GivenAsync(db => WriteAsync(db, "ms-at", answers: true));

        var page = await (await App.AsAsync(Role.Reader)).GetAsync("/office/partners/ms-at/briefing");

        Assert.Contains("2 June 2025 · Message: A person wrote", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Message: Out of office", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Message: In its name", page.Text, StringComparison.Ordinal);
        Assert.Contains("To do: message of 4 June 2025, In its name", page.Text, StringComparison.Ordinal);
    }

    private static string LastReply(TestPage list, string code) =>
        TestPage.Squeeze(
            list.Document.QuerySelector($"main th a[href='/office/partners/{code}']")!
                .Closest("tr")!
                .LastElementChild!.TextContent
        );

    /// <summary>A program and somebody who is not the partner, after the partner itself, where it answered.</summary>
    private static async Task WriteAsync(SecretariatDb db, string code, bool answers)
    {
        var partner = await db.Partners.SingleAsync(p => p.Code == code, Cancelled);
        var thread = new Thread { PartnerId = partner.Id, Subject = "A question" };
        var program = MessageOf(db, thread, 3, "Out of office");
        db.Entry(program).Property(m => m.Kind).CurrentValue = MailKind.AutoReply;
        db.AddRange(thread, program, MessageOf(db, thread, 4, "In its name", Trust.Failed));
        if (answers)
            db.Add(MessageOf(db, thread, 2, "A person wrote"));
    }

    private static Message MessageOf(SecretariatDb db, Thread thread, int day, string subject, Trust trust = Trust.Known) =>
        PartnerFacts.Message(db, thread, PartnerFacts.Moment(2025, 6, day), subject, "registry@interior.example", trust);
}
