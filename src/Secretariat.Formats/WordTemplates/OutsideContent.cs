using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>What a template brings along that is never carried out or loaded: macros, and whatever lies outside the file.</summary>
internal static class OutsideContent
{
    private const int LongestTarget = 80;

    public static IEnumerable<string> Problems(OfficePackage package)
    {
        if (package.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            yield return "The document holds macros, which are never carried out: save it as .docx.";
        // A link that a reader may follow is text; everything else would be loaded with the document.
        var loaded = package.ExternalRelationships().Where(r => !r.Is("hyperlink"));
        // Only sentences are kept, since a target can be as long as its part.
        foreach (var sentence in loaded.Select(SentenceFor).Distinct(StringComparer.Ordinal).Take(TemplateFields.MaxProblems))
            yield return sentence;
    }

    private static string SentenceFor(PackageRelationship link)
    {
        var target = link.Target.Length <= LongestTarget ? link.Target : WellFormed.Cut(link.Target, LongestTarget) + "…";
        return link.Is("attachedTemplate")
            ? $"The document is attached to the template “{target}” outside itself, which is never loaded: attach Normal.dotm in Word's add-ins."
            : $"The document takes in “{target}” from outside itself, which is never loaded: put it into the document.";
    }
}
