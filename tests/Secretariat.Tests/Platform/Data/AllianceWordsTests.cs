using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Secretariat.Platform;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Platform.Data;

/// <summary><c>alliance.json</c>, as it should be and as people leave it.</summary>
public sealed class AllianceWordsTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string File => Path.Combine(folder.Path, "alliance.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void This_alliance_says_everything_in_the_languages_of_its_letters()
    {
        var words = AllianceWords.Read(new AllianceFolder(TestFolder.AllianceSource));
        Assert.All(
            [words.Name, words.Secretariat, words.Lead, words.Introduction],
            text => Assert.Equal(["de", "en", "fr"], text.Languages)
        );
    }

    [Fact]
    public void Without_the_file_the_sentence_says_where_it_belongs()
    {
        Assert.Equal(
            $"{File} is missing: write it as data/global-alliance/README.md describes, or name another folder as Alliance:Folder.",
            Refused()
        );
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{\"name\": {\"en\": ", "")]
    [InlineData("[]", "")]
    [InlineData("null", "It holds nothing.")]
    [InlineData("{\"mailboxName\": null}", "")]
    [InlineData("{\"mailboxName\": \"Harbours\", \"name\": 5}", "")]
    [InlineData("{}", "“mailboxName” is missing or empty.")]
    [InlineData("{\"mailboxName\": \"Harbours\"}", "“name” is missing or empty.")]
    public void A_file_that_cannot_be_read_is_refused_with_its_name_and_the_remedy(string content, string why)
    {
        System.IO.File.WriteAllText(File, content);
        var sentence = Refused();
        Assert.StartsWith($"{File} cannot be loaded: {why}", sentence, StringComparison.Ordinal);
        Assert.EndsWith(" Correct it as data/global-alliance/README.md describes.", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence);
    }

    [Theory]
    [InlineData("name", "{}")]
    [InlineData("name", "\" \"")]
    [InlineData("secretariat", "{\"en\": \"Secretariat of the Harbour League\", \"fr\": \"\"}")]
    [InlineData("lead", "{\"en\": null}")]
    public void A_text_that_is_empty_is_named(string field, string text)
    {
        var words = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(TestFolder.AllianceSource, "alliance.json")))!;
        words[field] = JsonNode.Parse(text);
        System.IO.File.WriteAllText(File, words.ToJsonString());
        Assert.Contains($"“{field}” is missing or empty.", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Global Alliance Secretariat")]
    [InlineData("Contact office", "Contact office")]
    public void The_mailbox_has_the_name_of_the_folder_unless_another_is_configured(string? configured, string expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Mail:MailboxName"] = configured })
            .Build();
        var services = new ServiceCollection();
        App.AddRecord(services, configuration, Settings.Of(configuration));
        using var provider = services.BuildServiceProvider();
        Assert.Equal(expected, provider.GetRequiredService<Settings>().Mail.MailboxName);
    }

    private string Refused() =>
        Assert.Throws<RefusedException>(() => AllianceWords.Read(new AllianceFolder(folder.Path))).Message;
}
