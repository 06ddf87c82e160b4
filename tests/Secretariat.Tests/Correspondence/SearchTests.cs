using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Correspondence;

/// <summary>Messages are found by any of their words, and those of their attachments, on both databases alike.</summary>
public sealed class SearchTests(TestApp app) : MailTest(app)
{
    private static readonly string Filler = string.Concat(Enumerable.Repeat("Nothing of importance is said here. ", 40));

    [Theory]
    [InlineData("Quetzalgasse", true)]
    [InlineData("quetzalg", true)]
    [InlineData("uetzalgasse", false)]
    [InlineData("SAO Tome", true)]
    [InlineData("São-Tomé", true)]
    [InlineData("Tome-Sao", false)]
    [InlineData("quetzalgasse nowhere", false)]
    [InlineData("Ares(2024)1300417", true)]
    [InlineData("desk@quetzal.example", true)]
    [InlineData("прикордонна", true)]
    [InlineData("\"quetzalgasse\" & ' | ! * <-> :", false)]
    [InlineData("\"quetzalgasse\"", true)]
    public async Task A_message_is_found_by_what_stands_far_below_its_beginning(string query, bool isFound)
    {
        var message = await ArriveAsync(
            $"From: a@quetzal.example\nTo: office@secretariat.example\nContent-Type: text/plain; charset=utf-8\nSubject: Far below\n\n{Filler}\n"
                + "We live at Quetzalgasse 7, in São Tomé. See Ares(2024)1300417, desk@quetzal.example; Прикордонна служба.\n"
        );

        Assert.Equal(isFound, await IsFoundAsync(query, message));
    }

    [Fact]
    public async Task A_message_is_found_by_the_words_of_an_attachment_and_by_its_name()
    {
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes("The annex speaks of xylophones."));
        var message = await ArriveAsync(
            "From: a@quetzal.example\nSubject: Annex\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\nSee below.\n--b\nContent-Type: text/plain; name=zither-list.txt\nContent-Disposition: attachment\n"
                + $"Content-Transfer-Encoding: base64\n\n{text}\n--b--\n"
        );

        Assert.True(await IsFoundAsync("xylophones", message));
        Assert.True(await IsFoundAsync("zither-list", message));
    }

    [Fact]
    public async Task Words_stand_together_also_far_down_in_a_long_text()
    {
        var id = Guid.CreateVersion7();
        var before = string.Concat(Enumerable.Repeat("ga 2024 of it ", 6_000));
        await App.GivenAsync(db =>
        {
            db.SearchTexts.Add(SearchText.Of(id, before, "GA-2024-7070 walrus", "7070 walrus ox"));
            return Task.CompletedTask;
        });

        Assert.Contains(id, await FoundAsync("GA-2024-7070"));
        Assert.Contains(id, await FoundAsync("walrus-7070"));
        Assert.DoesNotContain(id, await FoundAsync("walrus-2024"));

        Task<List<Guid>> FoundAsync(string query) => App.ReadAsync(db => Task.FromResult(db.RecordsWith(query)!.ToList()));
    }

    [Fact]
    public async Task A_message_from_before_the_search_is_indexed_later()
    {
        var message = await ArriveAsync(
            "From: a@old.example\nMessage-ID: <old@old.example>\nSubject: Old\n\nSee the chameleon.\n"
        );
        await App.ReadAsync(async db =>
        {
            await db.SearchTexts.Where(s => s.RecordId == message.Id).ExecuteDeleteAsync(Cancelled);
            return await db
                .Messages.Where(m => m.Id == message.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.ContentSha256, (string?)null), Cancelled);
        });
        Assert.False(await IsFoundAsync("chameleon", message));

        Assert.True(await App.WorkAsync<IndexMail>() > 0);

        Assert.True(await IsFoundAsync("chameleon", message));
        Assert.Equal(message.ContentSha256, (await NowAsync(message)).ContentSha256);
        Assert.Equal(0, await App.WorkAsync<IndexMail>());
    }

    [Fact]
    public async Task A_word_that_has_gone_from_a_record_finds_it_no_more()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await App.GivenAsync(db =>
        {
            db.SearchTexts.AddRange(SearchText.Of(first, "Kaleidoscope"), SearchText.Of(second, "Kaleidoscopes"));
            return Task.CompletedTask;
        });
        Assert.Equal(new[] { first, second }.Order(), (await FoundAsync()).Order());

        await App.GivenAsync(db =>
        {
            db.SearchTexts.RemoveRange(db.SearchTexts.Where(s => s.RecordId == first));
            return Task.CompletedTask;
        });

        Assert.Equal([second], await FoundAsync());

        Task<List<Guid>> FoundAsync() => App.ReadAsync(db => Task.FromResult(db.RecordsWith("kaleido")!.ToList()));
    }

    [Fact]
    public void A_text_without_end_is_cut_and_marks_are_no_words()
    {
        Assert.Equal("a b 12", SearchText.Of(default, "  A,", null, "(b)--12! ").Words);
        Assert.Equal("", SearchText.Of(default, "?! –").Words);
        Assert.InRange(SearchText.Of(default, new string('x', 300_000)).Words.Length, 1, SearchText.MaxLength);
        Assert.InRange(
            SearchText.Of(default, string.Concat(Enumerable.Repeat("𝔄b ", 100_000))).Words.Length,
            1,
            SearchText.MaxLength
        );
    }

    private async Task<bool> IsFoundAsync(string query, Message message)
    {
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/inbox?q={Uri.EscapeDataString(query)}");
        return page.Document.QuerySelectorAll("tbody th a").Any(a => a.GetAttribute("href") == Page(message));
    }
}
