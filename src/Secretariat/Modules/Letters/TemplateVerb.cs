using System.CommandLine;
using Secretariat.Formats.WordTemplates;
using Secretariat.Platform.Cli;

namespace Secretariat.Modules.Letters;

/// <summary>A house's own Word templates, on the command line.</summary>
public static class TemplateVerb
{
    public static Command Inspect() =>
        Inspection.Of(
            "letter",
            "Shows the fields of Word templates (.docx) and what must be corrected in them.",
            TemplateFields.MaxBytes,
            Describe
        );

    private static object Describe(string file, byte[] bytes)
    {
        var template = TemplateFields.Read(bytes);
        if (template.UnreadableReason is { } reason)
            throw new InvalidDataException($"{file}: {reason}");
        return new
        {
            file,
            ok = true,
            error = (string?)null,
            template.Fields,
            template.Sections,
            template.Problems,
        };
    }
}
