using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Platform;

/// <summary>What the verbs take as the record and the configuration, as programs of their own.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("verify")]
    [InlineData("mail", "fetch")]
    [InlineData("mail", "send")]
    [InlineData("mail", "reconcile")]
    [InlineData("mail", "import", "one.eml")]
    public async Task Where_no_database_is_none_is_made(params string[] verb)
    {
        var (code, output, errors) = await Verb.RunAsync(folder.Path, verb);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(
            $"There is no database at {Path.Combine(folder.Path, "var", "secretariat.db")}: name the folder",
            errors,
            StringComparison.Ordinal
        );
        Assert.Single(errors.Trim().Split('\n'));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_database_without_our_tables_is_refused_and_left_as_it_is()
    {
        var connection = await TestDatabase.EmptyAsync(folder.Path);
        if (!TestDatabase.IsPostgres)
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, "secretariat.db"), [], TestContext.Current.CancellationToken);
        Dictionary<string, string> settings = new() { ["ConnectionStrings__Database"] = connection };

        for (var round = 0; round < 2; round++)
        {
            var (code, output, errors) = await Verb.RunAsync(folder.Path, settings, ["verify"]);
            Assert.Equal((1, ""), (code, output));
            Assert.Contains("holds no table of the platform", errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_folder_that_is_served_is_the_one_that_is_verified()
    {
        await TestDatabase.CopyAsync(folder.Path, postgres: false);
        using var elsewhere = new TestFolder();

        var (code, output, errors) = await Verb.RunAsync(elsewhere.Path, "verify", "--data", folder.Path);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("the chain holds", output, StringComparison.Ordinal);
        (code, output, _) = await Verb.RunAsync(elsewhere.Path, "mail", "fetch", "--data", folder.Path);
        Assert.Equal((0, "fetched: 0"), (code, output.Trim()));
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere.Path));
    }

    [Fact]
    public async Task An_alliance_that_does_not_say_what_it_is_called_is_refused_in_one_sentence()
    {
        Dictionary<string, string> settings = new() { ["Alliance__Folder"] = folder.Path };

        var (code, output, errors) = await Verb.RunAsync(
            folder.Path,
            settings,
            ["serve", "--port", $"{ServerProcess.FreePort()}"]
        );

        Assert.Equal((1, ""), (code, output));
        var sentence = Assert.Single(errors.Trim().Split('\n'));
        Assert.StartsWith($"{Path.Combine(folder.Path, "alliance.json")} is missing", sentence, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_public_address_that_is_configured_goes_before_the_port()
    {
        await TestDatabase.CopyAsync(folder.Path, postgres: false);
        Dictionary<string, string> named = new() { ["Site__BaseUrl"] = "https://ga.example" };
        string[] link = ["account", "link", "first@secretariat.example", "--port", "5999", "--data", folder.Path];

        Assert.StartsWith(
            "https://ga.example/",
            (await Verb.RunAsync(folder.Path, named, link)).Output,
            StringComparison.Ordinal
        );
        Assert.StartsWith("http://localhost:5999/", (await Verb.RunAsync(folder.Path, link)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serving_takes_settings_from_the_command_line_before_all_others()
    {
        await TestDatabase.CopyAsync(folder.Path, postgres: false);
        Dictionary<string, string> settings = new() { ["Data__Folder"] = "/nowhere", ["Logging__LogLevel__Default"] = "None" };
        string[] serve =
        [
            "serve",
            "--port",
            $"{ServerProcess.FreePort()}",
            $"--Data:Folder={folder.Path}",
            "--Mail:Imap:Host=mail.example",
            "--Mail:Imap:Security=Sideways",
        ];

        // What is set wrong is refused in its words: it has come through.
        var (code, output, errors) = await Verb.RunAsync(folder.Path, settings, serve);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("Mail:Imap:Security", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--nodemo")]
    [InlineData("--nodemo=1")]
    [InlineData("now")]
    [InlineData("--Mail:Folder")]
    public async Task What_serving_does_not_know_is_wrong_usage(string option)
    {
        var (code, output, errors) = await Verb.RunAsync(folder.Path, "serve", option);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains($"“{option}” is neither an option", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_are_inspected_with_the_configuration_in_force()
    {
        var mail = Path.Combine(folder.Path, "a.eml");
        await File.WriteAllTextAsync(
            mail,
            "Authentication-Results: mx.file.example; spf=pass smtp.mailfrom=b.example\r\nFrom: a@b.example\r\n\r\nHello\r\n",
            TestContext.Current.CancellationToken
        );
        Dictionary<string, string> prefixed = new() { ["DOTNET_Mail__AuthservId"] = "mx.file.example" };

        var (_, output, _) = await Verb.RunAsync(folder.Path, prefixed, ["inspect", "mail", mail]);

        Assert.Contains("\"spf\":\"pass\"", output, StringComparison.Ordinal);
    }
}
