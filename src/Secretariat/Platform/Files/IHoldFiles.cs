namespace Secretariat.Platform.Files;

/// <summary>A file of the store, and the record that rests on it in words: “message of 4 March 2024 (…)”.</summary>
public sealed record HeldFile(string Sha256, string Record);

/// <summary>A part of the record that rests on stored files.</summary>
public interface IHoldFiles
{
    IAsyncEnumerable<HeldFile> FilesAsync(CancellationToken cancellationToken);
}
