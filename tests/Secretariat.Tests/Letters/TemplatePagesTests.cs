using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Letters;

/// <summary>The secretariat's own hand in the words of its letters.</summary>
public sealed class TemplatePagesTests(TestApp app) : AppTest(app)
{
    private const string Wrong = "---\ntitle: Thanks\n---\nDear reader,\n\nthank you, {addressee.nam}.\n";

    [Fact]
    public async Task The_list_says_what_is_wrong_in_each_template_and_in_which_languages_it_is_not_written()
    {
        await App.GivenAsync(db =>
        {
            db.TemplateSources.Add(
                new TemplateSource
                {
                    Code = "broken",
                    Language = "en",
                    Markdown = Wrong,
                }
            );
            return Task.CompletedTask;
        });

        var page = await (await App.AsAsync(Role.Reader)).GetAsync("/office/templates");

        Assert.Contains(
            "Line 6, column 12: “addressee.nam” is not a known field. Did you mean “addressee.name”?",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("follow-up by note verbale de", page.Text, StringComparison.Ordinal);
        Assert.Contains("broken, by letter, Deutsch", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_never_saved_while_it_is_wrong_and_nothing_typed_is_lost()
    {
        var (officer, source) = await OpenAsync();

        var refused = await (await officer.GetAsync(AddressOf(source))).Form("edit").With("Markdown", Wrong).SubmitAsync();

        Assert.Contains("Line 6, column 12: “addressee.nam” is not a known field.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(Wrong, refused.Form("edit").Value("Markdown")!.ReplaceLineEndings("\n"));
        Assert.Equal(source.Markdown, (await ReadAsync(source)).Markdown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Preview")]
    public async Task An_emptied_text_is_refused_in_words(string handler)
    {
        var (officer, source) = await OpenAsync();
        var form = (await officer.GetAsync(AddressOf(source))).Form("edit").With("Markdown", "");

        var refused = handler is "" ? await form.SubmitAsync() : await form.SubmitAsync(handler);

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("the head is missing", refused.Text, StringComparison.Ordinal);
        Assert.Equal(source.Markdown, (await ReadAsync(source)).Markdown);
    }

    [Fact]
    public async Task A_change_is_saved_told_by_the_history_and_read_by_the_next_draft()
    {
        var (officer, source) = await OpenAsync();
        var text = source.Markdown.Replace("I look forward", "The whole office looks forward", StringComparison.Ordinal);

        var saved = await (await officer.GetAsync(AddressOf(source))).Form("edit").With("Markdown", text).SubmitAsync();

        Assert.Contains("The whole office looks forward", (await ReadAsync(source)).Markdown, StringComparison.Ordinal);
        Assert.Contains("Change a letter template", saved.Text, StringComparison.Ordinal);
        var change = saved.Document.QuerySelector("ins")!.TextContent;
        Assert.Contains("The whole office looks", change, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_the_letter_and_saves_nothing()
    {
        var (officer, source) = await OpenAsync();
        var page = await officer.GetAsync(AddressOf(source));

        var preview = await page.Form("edit").With("Markdown", source.Markdown + "\nAn added line.\n").SubmitAsync("Preview");

        var letter = preview.Document.QuerySelector("#preview .sec-letter")!;
        Assert.Equal("en", letter.GetAttribute("lang"));
        Assert.Contains("An added line.", letter.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dear Minister,", letter.TextContent, StringComparison.Ordinal);
        Assert.Equal(source.Markdown, (await ReadAsync(source)).Markdown);
    }

    [Fact]
    public async Task The_preview_of_something_wrong_names_the_place_and_shows_no_letter()
    {
        var (officer, source) = await OpenAsync();

        var preview = await (await officer.GetAsync(AddressOf(source)))
            .Form("edit")
            .With("Markdown", Wrong)
            .SubmitAsync("Preview");

        Assert.Contains("Did you mean “addressee.name”?", preview.Document.QuerySelector("#preview [role=status]")!.TextContent);
        Assert.Null(preview.Document.QuerySelector("#preview .sec-letter"));
    }

    [Fact]
    public async Task Of_two_who_write_the_second_sees_what_the_first_saved_and_keeps_their_own_text()
    {
        var (officer, source) = await OpenAsync();
        var page = await officer.GetAsync(AddressOf(source));
        await page.Form("edit").With("Markdown", source.Markdown + "\nWords of the first.\n").SubmitAsync();

        var late = await page.Form("edit").With("Markdown", source.Markdown + "\nWords of the second.\n").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Somebody else has saved this template meanwhile.", late.Text, StringComparison.Ordinal);
        Assert.Contains("Words of the first.", late.Document.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Words of the second.", late.Form("edit").Value("Markdown")!, StringComparison.Ordinal);
        Assert.Contains("Words of the first.", (await ReadAsync(source)).Markdown, StringComparison.Ordinal);

        await late.Form("edit").SubmitAsync();
        Assert.Contains("Words of the second.", (await ReadAsync(source)).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_written_in_another_language_once()
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await (await officer.GetAsync("/office/templates")).FollowAsync("Write it thanks by letter de");
        Assert.Equal(("thanks", "de"), (page.Form("new").Value("Code"), page.Form("new").Value("Language")));

        var written = await page.Form("new").With("Markdown", "---\ntitle: Dank\n---\nVielen Dank.\n").SubmitAsync();
        Assert.Contains("thanks · by letter · de", written.Text, StringComparison.Ordinal);
        var twice = await page.Form("new").SubmitAsync();

        Assert.Contains("There is this template already in this form and language", twice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_reads_templates_and_cannot_change_them()
    {
        var (officer, source) = await OpenAsync();
        var reader = await App.AsAsync(Role.Reader);
        var page = await reader.GetAsync(AddressOf(source));
        Assert.Empty(page.Document.QuerySelectorAll("#edit button"));

        var token = (await reader.GetAsync("/account")).Form("account").Value("__RequestVerificationToken")!;
        await reader.PostAsync(
            AddressOf(source),
            [
                new("Markdown", "---\ntitle: x\n---\nx\n"),
                new("Version", $"{source.Version}"),
                new("__RequestVerificationToken", token),
            ]
        );

        Assert.Equal(source.Markdown, (await ReadAsync(source)).Markdown);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(AddressOf(source))).Status);
    }

    private static string AddressOf(TemplateSource source) => $"/office/templates/{source.Id}";

    private async Task<(TestBrowser Officer, TemplateSource Source)> OpenAsync()
    {
        var source = await App.ReadAsync(db =>
            db.TemplateSources.SingleAsync(
                s => s.Code == "thanks" && s.Language == "en" && s.Form == CorrespondenceForm.Letter,
                Cancelled
            )
        );
        return (await App.AsAsync(Role.Officer), source);
    }

    private Task<TemplateSource> ReadAsync(TemplateSource source) =>
        App.ReadAsync(db => db.TemplateSources.SingleAsync(s => s.Id == source.Id, Cancelled));
}
