using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Whole;

/// <summary>Every address that is answered, as the application itself names them, with the codes and keys that exist.</summary>
public sealed class EveryAddress
{
    /// <summary>So many of one route; beyond, each value once and not each with each.</summary>
    private const int MostCombined = 100;

    private readonly Dictionary<string, List<string>> keys = new(StringComparer.Ordinal);
    private readonly List<string> codes = [];

    public List<string> All { get; private set; } = [];

    /// <summary>Those that take no key: lists, and pages with a code.</summary>
    public List<string> WithoutKeys { get; private set; } = [];

    public static async Task<EveryAddress> OfAsync(TestApp app, IEnumerable<string> partners)
    {
        var every = new EveryAddress();
        await app.ReadAsync(async db =>
        {
            await every.ReadAsync(db);
            return true;
        });
        every.codes.AddRange(partners);
        var languages = app.Services.GetRequiredService<Catalogue>().Languages.Select(l => l.Code).ToList();
        every.keys["lang"] = languages;
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        var answering = endpoints
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
            .ToList();
        every.All = every.Of(answering);
        every.WithoutKeys = every.Of(answering.Where(e => !e.RoutePattern.RawText!.Contains(":guid", StringComparison.Ordinal)));
        return every;
    }

    private List<string> Of(IEnumerable<RouteEndpoint> endpoints) =>
        [.. endpoints.SelectMany(e => Filled(e.RoutePattern)).Distinct(StringComparer.Ordinal)];

    /// <summary>Keys by the segment before them; a segment not known here is tried with every key there is.</summary>
    private async Task ReadAsync(SecretariatDb db)
    {
        keys["people"] = keys["merge"] = await IdsAsync(db.Persons.Select(r => r.Id));
        keys["principal"] = keys["mandates"] = await IdsAsync(db.Mandates.Select(r => r.Id));
        keys["inbox"] = keys["sent"] = await IdsAsync(db.Messages.Select(r => r.Id));
        keys["letters"] = await IdsAsync(db.Letters.Select(r => r.Id));
        keys["campaigns"] = await IdsAsync(db.Campaigns.Select(r => r.Id));
        keys["templates"] = await IdsAsync(db.TemplateSources.Select(r => r.Id));
        keys["outbox"] = await IdsAsync(db.Outbox.Select(r => r.Id));
        keys["mailings"] = await IdsAsync(db.Mailings.Select(r => r.Id));
        keys["accounts"] = await IdsAsync(db.Users.Select(r => r.Id));
        keys["endorsements"] = await IdsAsync(db.Endorsements.Select(r => r.Id));
        keys["guid"] = [.. keys.Values.SelectMany(ids => ids.Take(3)).Distinct(StringComparer.Ordinal)];
        keys["strands"] = await db.Strands.Select(s => s.Code).ToListAsync();
        codes.AddRange(await db.Instruments.Select(i => i.Code).ToListAsync());
        codes.AddRange(await db.LegislativeFiles.Select(f => f.Code).ToListAsync());
    }

    private static async Task<List<string>> IdsAsync(IQueryable<Guid> ids) => (await ids.ToListAsync()).ConvertAll(id => $"{id}");

    private IEnumerable<string> Filled(RoutePattern pattern)
    {
        var segments = pattern
            .PathSegments.Select((s, place) => Values(s, place == 0 ? "" : Literal(pattern.PathSegments[place - 1])))
            .ToList();
        var all = segments.Aggregate(1L, (product, values) => Math.Min(product * values.Count, int.MaxValue));
        var rows = all <= MostCombined ? Combined(segments) : Beside(segments);
        return rows.Select(row => "/" + string.Join('/', row.Where(value => value.Length > 0)));
    }

    private static IEnumerable<IEnumerable<string>> Combined(List<List<string>> segments) =>
        segments.Aggregate(
            (IEnumerable<IEnumerable<string>>)
                [
                    [],
                ],
            (rows, values) => rows.SelectMany(row => values.Select(value => row.Append(value)))
        );

    /// <summary>Each value of each segment at least once, and never the same twice in a row of two.</summary>
    private static IEnumerable<IEnumerable<string>> Beside(List<List<string>> segments) =>
        Enumerable
            .Range(0, segments.Max(values => values.Count))
            .Select(row => segments.Select((values, place) => values[(row + place) % values.Count]));

    private List<string> Values(RoutePatternPathSegment segment, string before)
    {
        if (segment.Parts.OfType<RoutePatternParameterPart>().FirstOrDefault() is not { } parameter)
            return [Literal(segment)];
        var rule = parameter.ParameterPolicies.Select(p => p.Content).OfType<string>().FirstOrDefault() ?? "";
        List<string> values =
            rule.StartsWith("regex(^(", StringComparison.Ordinal)
                ? [.. rule["regex(^(".Length..rule.IndexOf(')', StringComparison.Ordinal)].Split('|')]
            : rule == "int" ? ["0", "1"]
            : rule == "guid" ? keys.GetValueOrDefault(before) ?? keys["guid"]
            : parameter.Name is "format" ? ["docx", "pdf"]
            : keys.GetValueOrDefault(parameter.Name) ?? keys.GetValueOrDefault(before) ?? codes;
        if (parameter.IsOptional)
            values = [.. values, ""];
        var literal = Literal(segment);
        return values.Count > 0 ? values.ConvertAll(value => literal + value) : ["none"];
    }

    private static string Literal(RoutePatternPathSegment segment) =>
        string.Concat(segment.Parts.OfType<RoutePatternLiteralPart>().Select(part => part.Content));
}
