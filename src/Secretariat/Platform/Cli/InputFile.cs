namespace Secretariat.Platform.Cli;

/// <summary>Files that a verb is given.</summary>
public static class InputFile
{
    /// <summary>All of a file, or a sentence that names it.</summary>
    public static async Task<byte[]> ReadAsync(string file, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            var length = new FileInfo(file).Length;
            return length <= maxBytes
                ? await File.ReadAllBytesAsync(file, cancellationToken)
                : throw new RefusedException($"{file} has {length} bytes; at most {maxBytes} are read: give a smaller one.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(SentenceFor(file, problem));
        }
    }

    /// <summary>Writes a file whole or not at all, never over one of those that it was made from.</summary>
    public static async Task ReplaceAsync(
        string file,
        byte[] content,
        IEnumerable<string> sources,
        CancellationToken cancellationToken
    )
    {
        var path = Path.GetFullPath(file);
        if (sources.Any(source => Path.GetFullPath(source) == path))
            throw new RefusedException($"{file} is one of the files that it would be made from: give another name.");
        var beside = $"{path}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            await File.WriteAllBytesAsync(beside, content, cancellationToken);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside))
                File.Delete(beside);
            throw new RefusedException($"{file} cannot be written: check its folder and its rights.");
        }
    }

    /// <summary>Why a file cannot be read.</summary>
    public static string SentenceFor(string file, Exception problem) =>
        problem switch
        {
            FileNotFoundException or DirectoryNotFoundException => $"{file} is no file: check its name.",
            UnauthorizedAccessException => $"{file} may not be read: have its rights set right.",
            _ => $"{file} cannot be read: {problem.Message}",
        };
}
