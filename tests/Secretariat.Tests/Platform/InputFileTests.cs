using Secretariat.Platform.Cli;

namespace Secretariat.Tests.Platform;

/// <summary>Files that a verb is given, whatever they are.</summary>
public sealed class InputFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_empty_name_is_refused_in_words()
    {
        const string Sentence = "The name of a file is empty: name the file that is meant.";
        Assert.Equal(Sentence, await RefusedAsync(InputFile.ReadAsync("", 10, TestContext.Current.CancellationToken)));
        Assert.Equal(Sentence, await RefusedAsync(InputFile.ReplaceAsync("", [], [], TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_device_without_an_end_is_read_no_further_than_the_limit()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero.");
        Assert.Equal(
            "/dev/zero has more than the 1000000 bytes that are read: give a smaller one.",
            await RefusedAsync(InputFile.ReadAsync("/dev/zero", 1_000_000, TestContext.Current.CancellationToken))
        );
    }

    [Fact]
    public async Task A_folder_is_no_file() =>
        Assert.Equal(
            $"{folder.FullName} is no file: check its name.",
            await RefusedAsync(InputFile.ReadAsync(folder.FullName, 10, TestContext.Current.CancellationToken))
        );

    [Fact]
    public async Task What_is_broken_off_leaves_nothing_behind()
    {
        var file = folder.Keep("out.docx", "before"u8.ToArray());
        using var broken = new CancellationTokenSource();
        await broken.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            InputFile.ReplaceAsync(file, new byte[1_000_000], [], broken.Token)
        );

        Assert.Equal([file], Directory.GetFileSystemEntries(folder.FullName));
        Assert.Equal("before"u8.ToArray(), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    private static async Task<string> RefusedAsync(Task task) => (await Assert.ThrowsAsync<RefusedException>(() => task)).Message;
}
