using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Letters;

/// <summary>A campaign goes by e-mail, on paper, or both; what goes on paper alone is sent when somebody says so.</summary>
public sealed class PaperTests(TestApp app) : AppTest(app)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private TestBrowser officer = null!;
    private TestBrowser signatory = null!;

    [Fact]
    public async Task What_goes_on_paper_is_printed_and_counts_as_sent_from_the_day_on_which_it_was_posted()
    {
        var page = await FrozenAsync();
        var id = CampaignOffice.IdOf(page);
        page = await page.Form("release").With("Count", "3").SubmitAsync();
        Assert.Contains("To be printed and posted: 2", page.Text, Ordinal);
        var letters = await App.LettersAsync(id);
        Assert.Equal([LetterStatus.ToPrint, LetterStatus.InOutbox, LetterStatus.InOutbox], letters.Select(l => l.Status));
        Assert.Equal((null, true), (letters[0].OutgoingMessageId, letters[0].ThreadId is not null));

        var print = await officer.GetAsync($"/office/campaigns/{id}/print");
        var zip = new ZipArchive(new MemoryStream(await officer.DownloadAsync($"/office/campaigns/{id}/print?handler=Files")));
        var ending = letters[0].PdfSha256 is null ? "docx" : "pdf";
        Assert.Equal(
            letters
                .Take(2)
                .SelectMany(l => new[] { $"{l.Order:000} {l.Reference}.{ending}", $"{l.Order:000} {l.Reference}-reply.docx" }),
            zip.Entries.Select(e => e.FullName)
        );
        var today = TimeProvider.System.Today();
        var early = await print.Form("post").With("On", $"{today.AddDays(-1):yyyy-MM-dd}").SubmitAsync();
        Assert.Contains("It cannot have been posted before it was signed.", early.Text, Ordinal);
        var late = await print.Form("post").With("On", $"{today.AddDays(1):yyyy-MM-dd}").SubmitAsync();
        Assert.Contains("This day is still to come.", late.Text, Ordinal);

        print = await print
            .Form("post")
            .Tick("Chosen", $"{letters[0].Id}", false)
            .Tick("Chosen", $"{letters[1].Id}", false)
            .SubmitAsync();
        Assert.Contains("Choose the letters that have been posted.", print.Text, Ordinal);

        print = await officer.GetAsync($"/office/campaigns/{id}/print");
        print = await print.Form("post").With("On", $"{today:yyyy-MM-dd}").SubmitAsync();
        Assert.Contains("Posted: 2.", print.Text, Ordinal);
        Assert.False(print.HasForm("post"));
        letters = await App.LettersAsync(id);
        Assert.Equal([LetterStatus.Sent, LetterStatus.InOutbox, LetterStatus.InOutbox], letters.Select(l => l.Status));
        Assert.Equal([today, today, null], letters.Select(l => l.PostedOn));
        Assert.Equal(today, Clock.DayOf(letters[0].SentAt!.Value));
        var answers = await App.ReadAsync(db => ReadAnswers.OfCampaignAsync(db, id, new AsOf(today), Cancelled));
        Assert.Equal(Answering.Missing, answers[0].State);
        Assert.Equal(
            "The letter went on paper: its partner is reminded by another letter.",
            answers[0].WhyNotRemind(today.AddDays(30))!.ToString()
        );
    }

    [Fact]
    public async Task A_posting_is_of_the_letters_that_were_chosen_and_is_corrected_with_a_reason()
    {
        var page = await FrozenAsync();
        var id = CampaignOffice.IdOf(page);
        page = await page.Form("release")
            .With("Count", "3")
            .With("LeaveOn", $"{TimeProvider.System.Today().AddDays(3):yyyy-MM-dd}")
            .SubmitAsync();
        var letters = await App.LettersAsync(id);
        var print = await officer.GetAsync($"/office/campaigns/{id}/print");
        await print.Form("post").Tick("Chosen", $"{letters[0].Id}", false).SubmitAsync();
        Assert.Equal([null, TimeProvider.System.Today(), null], (await App.LettersAsync(id)).Select(l => l.PostedOn));

        page = await (await officer.GetAsync(page.Address)).Form("call-back").With("Because", "Too early.").SubmitAsync();
        Assert.Contains($"{letters[1].Reference} was posted on", page.Text, Ordinal);

        var letter = await officer.GetAsync($"/office/campaigns/{id}/letters/{letters[1].Id}");
        var refused = await letter.Form("posting").With("PostedOn", "").SubmitAsync();
        Assert.Contains("Say why this is corrected.", refused.Text, Ordinal);
        var late = await letter
            .Form("posting")
            .With("PostedOn", $"{TimeProvider.System.Today().AddDays(1):yyyy-MM-dd}")
            .With("WhyCorrected", "x")
            .SubmitAsync();
        Assert.Contains("This day is still to come.", late.Text, Ordinal);
        // What another form of the page was refused for changes nothing of this one.
        var elsewhere = await letter.Form("register").With("AresNumber", "none").SubmitAsync();
        Assert.Equal($"{TimeProvider.System.Today():yyyy-MM-dd}", elsewhere.Form("posting").Value("PostedOn"));
        await letter.Form("posting").With("PostedOn", "").With("WhyCorrected", "It lies on the desk.").SubmitAsync();
        var after = (await App.LettersAsync(id))[1];
        Assert.Equal(
            (LetterStatus.InOutbox, null, null, true),
            (after.Status, after.PostedOn, after.SentAt, after.WaitsForPosting)
        );

        page = await (await officer.GetAsync(page.Address)).Form("call-back").With("Because", "Too early.").SubmitAsync();
        Assert.Contains("The letters are called back", page.Text, Ordinal);
    }

    [Fact]
    public async Task What_goes_both_ways_counts_from_the_day_of_posting_when_its_mail_leaves_later()
    {
        var page = await FrozenAsync();
        var id = CampaignOffice.IdOf(page);
        await page.Form("release").With("Count", "3").SubmitAsync();
        await (await officer.GetAsync($"/office/campaigns/{id}/print")).Form("post").SubmitAsync();
        await App.GivenAsync(async db =>
            (await db.Letters.SingleAsync(l => l.CampaignId == id && l.Way == Way.MailAndPaper, Cancelled)).MarkSent(
                TimeProvider.System.Now().AddDays(2)
            )
        );

        var both = (await App.LettersAsync(id))[1];
        Assert.Equal(LetterStatus.Sent, both.Status);
        Assert.Equal(both.PostedOn, Clock.DayOf(both.SentAt!.Value));
    }

    [Fact]
    public async Task Letters_on_paper_that_are_to_leave_later_are_called_back_with_the_others()
    {
        var page = await FrozenAsync();
        page = await page.Form("release")
            .With("Count", "3")
            .With("LeaveOn", $"{TimeProvider.System.Today().AddDays(3):yyyy-MM-dd}")
            .SubmitAsync();
        await page.Form("call-back").With("Because", "The date has changed.").SubmitAsync();

        var letters = await App.LettersAsync(CampaignOffice.IdOf(page));
        Assert.All(letters, l => Assert.Equal((LetterStatus.Frozen, null), (l.Status, l.ThreadId)));
    }

    [Fact]
    public async Task Whose_letters_are_taken_out_together_or_alone_is_noted()
    {
        var id = CampaignOffice.IdOf(await FrozenAsync());
        var letters = await App.LettersAsync(id);
        var names = letters.ConvertAll(l => l.AddresseeName);
        var persons = await App.ReadAsync(db =>
            db.Persons.Where(p => names.Contains(p.Name)).ToDictionaryAsync(p => p.Name, p => p.Id, Cancelled)
        );

        await officer.DownloadAsync($"/office/campaigns/{id}/print?handler=Files");
        await officer.DownloadAsync($"/office/campaigns/{id}/letters/{letters[2].Id}/docx");

        var noted = await App.ReadAsync(db =>
            db.Disclosures.Where(d => d.Kind == DisclosureKind.Exported).OrderBy(d => d.Id).ToListAsync(Cancelled)
        );
        var (together, alone) = (noted[^2], noted[^1]);
        Assert.Equal(("letters.zip", "Test Officer"), (together.What, together.Recipient));
        Assert.Equal(letters.Take(2).Select(l => persons[l.AddresseeName!]).Order(), together.PersonIds.Order());
        Assert.Equal(($"{letters[2].Reference}.docx", "Test Officer"), (alone.What, alone.Recipient));
        Assert.Equal([persons[letters[2].AddresseeName!]], alone.PersonIds);
    }

    [Fact]
    public async Task A_reader_sees_the_letters_on_paper_and_cannot_post_them()
    {
        var page = await FrozenAsync();
        await page.Form("release").With("Count", "3").SubmitAsync();
        var reader = await App.AsAsync(Role.Reader);

        var print = await reader.GetAsync($"/office/campaigns/{CampaignOffice.IdOf(page)}/print");

        Assert.Contains("To be printed and posted", print.Text, Ordinal);
        Assert.False(print.HasForm("post"));
    }

    /// <summary>Three letters: the first on paper to a ministry without a mailbox, the second both ways, the third by mail.</summary>
    private async Task<TestPage> FrozenAsync()
    {
        await App.HasMinistersAsync();
        (officer, signatory) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Signatory));
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        var id = CampaignOffice.IdOf(draft);
        foreach (var (letter, way) in (await App.LettersAsync(id)).Zip([Way.Paper, Way.MailAndPaper]))
        {
            var form = (await officer.GetAsync($"/office/campaigns/{id}/letters/{letter.Id}")).Form("edit");
            form = form.With("Recipient.Way", $"{way}");
            await (way is Way.Paper ? form.With("Recipient.Email", "") : form).SubmitAsync();
        }

        return await App.FreezeAsync(await officer.GetAsync(draft.Address), signatory);
    }
}
