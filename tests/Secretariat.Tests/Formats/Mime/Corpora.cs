namespace Secretariat.Tests.Formats.Mime;

/// <summary>Test data beside the repository, where it is present.</summary>
internal static class Corpora
{
    /// <summary>Those of the named folders that exist under ../shared/corpora, seen from the repository.</summary>
    public static IReadOnlyList<string> Folders(params string[] names)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Secretariat.slnx")))
                return
                [
                    .. names.Select(name => Path.Combine(at.FullName, "..", "shared", "corpora", name)).Where(Directory.Exists),
                ];
        return [];
    }
}
