using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Secretariat.Tests.Formats.Mime;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Formats.Schedules;

/// <summary>The schemas of the format, as its keepers publish them.</summary>
internal static class ScheduleSchemas
{
    private const string Python = """
        import json, jsonschema, sys
        schema, file = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
        jsonschema.Draft6Validator(schema, format_checker=jsonschema.FormatChecker()).validate(file)
        """;

    public static async Task ValidateAsync(byte[] xml, byte[] json)
    {
        var folder = Corpora.Folders("schedule-schema").SingleOrDefault();
        Assert.SkipWhen(folder is null, "The schemas of the format are not beside the repository.");
        Programs.SkipWithout("python3");
        Assert.SkipUnless(
            File.Exists("/usr/lib/python3/dist-packages/jsonschema/__init__.py"),
            "python3-jsonschema is not installed."
        );
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(folder!, "schedule.xsd"));
        var problems = new List<string>();
        XDocument.Load(new MemoryStream(xml)).Validate(schemas, (_, e) => problems.Add(e.Message));
        Assert.Empty(problems);
        using var kept = new TemporaryFolder();
        await Programs.RunAsync(
            "python3",
            kept.Keep("validate.py", System.Text.Encoding.UTF8.GetBytes(Python)),
            Path.Combine(folder!, "schedule.json"),
            kept.Keep("schedule.json", json)
        );
    }
}
