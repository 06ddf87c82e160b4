using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;

namespace Secretariat.Tests.Letters;

/// <summary>Whoever holds a letter checks it without an account, by its code or its file, and learns of no person.</summary>
public sealed class CheckLetterTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task The_code_at_the_foot_of_a_letter_leads_to_what_was_issued_and_to_no_person()
    {
        var (letter, _) = await SentAsync();

        var page = await CheckAsync(letter.CheckCode!.ToLowerInvariant().Replace('-', ' '));

        string[] said =
        [
            "This letter was issued",
            letter.Reference!,
            "English",
            "Secretariat of the Alliance",
            "Belgium",
            letter.PdfSha256 ?? "",
            letter.DocxSha256!,
        ];
        Assert.All(said, words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        string[] people = ["Minister", "Kallemaa", "minister@", letter.AddresseeName!, letter.AddresseeEmail!];
        var source = page.Document.DocumentElement.OuterHtml;
        Assert.All(people, person => Assert.DoesNotContain(person, source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_address_in_the_letter_fills_in_the_code()
    {
        var (letter, _) = await SentAsync();

        var page = await App.Anybody().GetAsync($"/fr/check?code={letter.CheckCode}");

        Assert.Equal(letter.CheckCode, page.Form("check").Value("Code"));
        Assert.Contains("Cette lettre a été émise", (await page.Form("check").SubmitAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000-0000-0000-0000")]
    [InlineData("GA-2024-0031")]
    public async Task A_code_of_no_letter_is_told_and_kept(string code)
    {
        var page = await CheckAsync(code);

        Assert.Contains("No letter has this code.", page.Text, StringComparison.Ordinal);
        Assert.Equal(code, page.Form("check").Value("Code"));
        Assert.DoesNotContain("SHA-256 of", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_that_was_issued_is_told_from_one_in_which_a_byte_differs()
    {
        var (letter, docx) = await SentAsync();
        var changed = docx.ToArray();
        changed[^1] ^= 1;

        var same = await CheckAsync(letter.CheckCode!, docx);
        var other = await CheckAsync(letter.CheckCode!, changed);

        Assert.Contains("It is the DOCX of this letter, unchanged to the last byte.", same.Text, StringComparison.Ordinal);
        Assert.Contains("The file is not the one that was issued", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_another_letter_is_told_as_that()
    {
        var (letter, _) = await SentAsync();
        var second = (await App.LettersAsync(letter.CampaignId))[1];
        var officer = await App.AsAsync(Role.Officer);
        var docx = await officer.DownloadAsync($"/office/campaigns/{second.CampaignId}/letters/{second.Id}/docx");

        var page = await CheckAsync(letter.CheckCode!, docx);

        Assert.Contains($"It is the file of letter {second.Reference}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_of_before_there_were_codes_is_found_by_its_file_alone()
    {
        var (letter, docx) = await SentAsync();
        await App.ReadAsync(db =>
            db.Letters.Where(l => l.Id == letter.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.CheckCode, (string?)null), Cancelled)
        );

        var page = await CheckAsync("", docx);
        Assert.Contains(letter.Reference!, page.Text, StringComparison.Ordinal);
        Assert.Contains("unchanged to the last byte", page.Text, StringComparison.Ordinal);
        Assert.Contains("No letter was issued as this file.", (await CheckAsync("", [1, 2, 3])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_given_an_empty_file_and_one_that_is_too_large_are_told()
    {
        Assert.Contains(
            "Type the code that stands at the foot of the letter",
            (await CheckAsync("")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("The file is empty.", (await CheckAsync("", [])).Text, StringComparison.Ordinal);
        var large = await CheckAsync("", new byte[CheckLetterModel.LargestFile + 1]);
        Assert.Contains("The file has more than 5 MB", large.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_was_voided_is_said_to_be_void()
    {
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(await FrozenAsync())))[0];
        Assert.Contains("has not left yet", (await CheckAsync(letter.CheckCode!)).Text, StringComparison.Ordinal);
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}");
        await page.Form("void").With("Because", "A secret reason.").SubmitAsync();

        var voided = await CheckAsync(letter.CheckCode!);

        Assert.Contains("This letter was voided", voided.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A secret reason.", voided.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_checked_is_stored_nowhere_sets_no_cookie_and_is_kept_by_no_cache()
    {
        var files = Directory.GetFiles(App.Folder, "*", SearchOption.AllDirectories).Length;
        await CheckAsync("", new byte[200_000]);

        using var answer = await App.Anybody().OpenAsync("/en/check");
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(files, Directory.GetFiles(App.Folder, "*", SearchOption.AllDirectories).Length);
    }

    private async Task<TestPage> CheckAsync(string code, byte[]? file = null)
    {
        var form = (await App.Anybody().GetAsync("/en/check")).Form("check").With("Code", code);
        return await (file is null ? form : form.WithFile("Document", "letter.docx", file)).SubmitAsync();
    }

    private async Task<TestPage> FrozenAsync()
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        return await App.FreezeAsync(await officer.OpenCampaignAsync(), await App.AsAsync(Role.Signatory));
    }

    /// <summary>The first letter of a campaign that has left, and its DOCX.</summary>
    private async Task<(Letter Letter, byte[] Docx)> SentAsync()
    {
        var frozen = await FrozenAsync();
        await frozen.Form("release").With("Count", "3").SubmitAsync();
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(frozen)))[0];
        var officer = await App.AsAsync(Role.Officer);
        return (letter, await officer.DownloadAsync($"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}/docx"));
    }
}
