using Microsoft.Data.Sqlite;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Identity;

/// <summary>The verb <c>account link</c>, as a program of its own in an empty folder and on one that is served.</summary>
public sealed class AccountVerbTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("“nobody” is not an e-mail address: write it as name@ministry.example.", "nobody")]
    [InlineData(
        "“king” is no role: use administrator, officer, signatory, partner-contact or reader.",
        "a@b.example",
        "--role",
        "king"
    )]
    [InlineData("--partner is for a partner contact", "a@b.example", "--role", "officer", "--partner", "ms-ee")]
    public async Task Wrong_usage_is_said_in_one_sentence_and_ends_with_2(string sentence, params string[] arguments)
    {
        var (code, output, errors) = await LinkAsync(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_contact_is_tied_to_its_partner_and_an_office_account_is_not()
    {
        await TestDatabase.CopyAsync(folder.Path, postgres: false);
        var (code, output, errors) = await LinkAsync("first@secretariat.example", "--port", "5999");
        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith("http://localhost:5999/sign-in/link/", output, StringComparison.Ordinal);
        Assert.Equal("Administrator", Read("SELECT Role FROM AspNetUsers WHERE Email = 'first@secretariat.example'"));

        (code, output, errors) = await LinkAsync("first@secretariat.example", "--role", "reader");
        Assert.Equal(0, code);
        Assert.Contains("/sign-in/link/", output, StringComparison.Ordinal);
        Assert.Contains("its role was not changed", errors, StringComparison.Ordinal);
        (code, _, errors) = await LinkAsync("contact@interior.example", "--partner", "ms-xx");
        Assert.Equal(1, code);
        Assert.StartsWith("No partner has the code “ms-xx”", errors, StringComparison.Ordinal);
        (code, _, errors) = await LinkAsync("first@secretariat.example", "--partner", "ms-ee");
        Assert.Equal(1, code);
        Assert.Contains("is the account of administrator", errors, StringComparison.Ordinal);

        foreach (var partner in new[] { "ms-ee", "ms-lv" })
        {
            (code, _, _) = await LinkAsync("contact@interior.example", "--partner", partner, "--role", "partner-contact");
            Assert.Equal(0, code);
            Assert.Equal(
                partner,
                Read("SELECT p.Code FROM AspNetUsers a JOIN Partners p ON p.Id = a.PartnerId WHERE a.Role = 'PartnerContact'")
            );
        }
    }

    private Task<(int Code, string Output, string Errors)> LinkAsync(params string[] arguments) =>
        Verb.RunAsync(folder.Path, ["account", "link", .. arguments, "--data", folder.Path]);

    private string? Read(string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "secretariat.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar()?.ToString();
    }
}
