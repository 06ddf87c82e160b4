using System.Globalization;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>Messages in files: one in a file, an mbox, a Maildir or a folder of files.</summary>
public static class MailFiles
{
    /// <param name="Source">The file or Maildir that it comes from.</param>
    public readonly record struct Found(string Source, MailboxItem Item);

    private static readonly string[] MaildirParts = ["new", "cur"];

    /// <param name="path">A file or folder.</param>
    /// <param name="maxBytes">Of one message; of a larger one only its place and size are told.</param>
    public static IEnumerable<Found> In(string path, int maxBytes)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
            return InFile(full, maxBytes);
        if (!Directory.Exists(full))
            throw new RefusedException($"{path}: there is no such file or folder. Name an .eml file, an mbox or a Maildir.");
        return MaildirParts.All(part => Directory.Exists(Path.Combine(full, part)))
            ? MaildirParts.SelectMany(part => InMaildir(full, part, maxBytes))
            : Sorted(full).Where(file => !Path.GetFileName(file).StartsWith('.')).SelectMany(file => InFile(file, maxBytes));
    }

    private static IEnumerable<Found> InFile(string file, int maxBytes)
    {
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(file));
        using var stream = File.OpenRead(file);
        var start = new byte[5];
        var isMbox = MboxReader.IsMbox(start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
        stream.Position = 0;
        if (!isMbox)
        {
            yield return new Found(file, Item("1", written, stream.Length, () => File.ReadAllBytes(file), maxBytes));
            yield break;
        }

        var position = 0;
        foreach (var bytes in MboxReader.Read(stream, maxBytes))
            yield return new Found(
                file,
                Item((++position).ToString(CultureInfo.InvariantCulture), written, bytes.Length, () => bytes, maxBytes)
            );
    }

    /// <summary>A message keeps its unique name when it moves from new to cur and gets flags.</summary>
    private static IEnumerable<Found> InMaildir(string maildir, string part, int maxBytes) =>
        Sorted(Path.Combine(maildir, part))
            .Select(file => new FileInfo(file))
            .Select(file => new Found(
                maildir,
                Item(
                    file.Name.Split(':')[0],
                    new DateTimeOffset(file.LastWriteTimeUtc),
                    file.Length,
                    () => File.ReadAllBytes(file.FullName),
                    maxBytes
                )
            ));

    private static MailboxItem Item(string uid, DateTimeOffset written, long size, Func<byte[]> read, int maxBytes)
    {
        if (size > maxBytes)
            return new MailboxItem(uid, written, size, null);
        var bytes = read();
        // When it came is not known; the day it was written is nearer than the day the file was copied.
        var dated = MimeReader.Read(bytes).Date;
        return new MailboxItem(uid, dated < written ? dated.Value : written, size, bytes);
    }

    private static IOrderedEnumerable<string> Sorted(string folder) =>
        Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal);
}
