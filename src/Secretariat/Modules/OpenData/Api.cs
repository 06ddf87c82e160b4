using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.OpenData;

/// <summary>
/// The public list for programs, under <c>/api/v1</c>, described by <c>/api/openapi.json</c> (OpenAPI 3.1). JSON; days as
/// <c>YYYY-MM-DD</c>; texts as an object from language to text; a day or a partner that cannot be told is refused as problem details (RFC 9457). It can only be read.
/// </summary>
public static class Api
{
    private const string Version = "v1";
    private const string AsOfInWords = "The day as of which the record is read, such as 2024-02-29; today where it is left out.";

    public static IServiceCollection AddApi(this IServiceCollection services) =>
        services
            .ConfigureHttpJsonOptions(o =>
            {
                o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
                o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
                o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
            })
            .AddOpenApi(
                Version,
                o =>
                {
                    o.ShouldInclude = d => d.RelativePath?.StartsWith($"api/{Version}/", StringComparison.Ordinal) is true;
                    o.AddDocumentTransformer(DescribeAsync).AddSchemaTransformer(DescribeTextsAsync);
                }
            );

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/api/openapi.json").AllowAnonymous();
        routes.MapFallback("/api/{*path}", FindNothing).AllowAnonymous();
        var api = routes.MapGroup($"/api/{Version}").AllowAnonymous().WithTags("Partners");
        api.MapGet("/partners", ListAsync)
            .WithName("listPartners")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("The public list of partners, with the dated reasons for which each stands on it, as of any day.");
        api.MapGet("/partners/{code}", FindAsync)
            .WithName("getPartner")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One partner of the public list. 404 where it does not stand on it on that day.");
    }

    private static ProblemHttpResult FindNothing(Text t) =>
        Refused(StatusCodes.Status404NotFound, t.Of("Nothing is read at this address; /api/openapi.json says what is."));

    private static async Task<Results<Ok<ApiPartners>, ProblemHttpResult>> ListAsync(
        HttpContext context,
        SecretariatDb db,
        Text t,
        TimeProvider time,
        [Description(AsOfInWords)] string? asOf = null
    )
    {
        if (AsOf.Asked(asOf, time) is not { } day)
            return Refused(StatusCodes.Status400BadRequest, t.Of(PublicPage.NoSuchDay));
        var partners = await db.ReadInOrderAsync(day, context.RequestAborted);
        MayBeKept(context);
        return TypedResults.Ok(new ApiPartners(day.Day, partners.ConvertAll(ApiPartner.Of)));
    }

    private static async Task<Results<Ok<ApiPartner>, ProblemHttpResult>> FindAsync(
        HttpContext context,
        SecretariatDb db,
        Text t,
        TimeProvider time,
        [Description("Of the partner, such as ms-ee.")] string code,
        [Description(AsOfInWords)] string? asOf = null
    )
    {
        if (AsOf.Asked(asOf, time) is not { } day)
            return Refused(StatusCodes.Status400BadRequest, t.Of(PublicPage.NoSuchDay));
        if ((await db.ReadListedAsync(day, context.RequestAborted, code)).SingleOrDefault() is not { } partner)
            return Refused(
                StatusCodes.Status404NotFound,
                t.Of("No partner “{0}” stood on the public list on {1}.", code, t.Date(day.Day))
            );
        MayBeKept(context);
        return TypedResults.Ok(ApiPartner.Of(partner));
    }

    /// <summary>Nothing in an answer depends on who asks.</summary>
    private static void MayBeKept(HttpContext context) => context.Response.Headers.CacheControl = "public, max-age=60";

    private static ProblemHttpResult Refused(int status, string why) => TypedResults.Problem(why, statusCode: status);

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken _)
    {
        var services = context.ApplicationServices;
        document.Info = new OpenApiInfo
        {
            Title = services.GetRequiredService<AllianceWords>().Name.In(Catalogue.English),
            Version = Version,
        };
        document.Servers = [new OpenApiServer { Url = services.GetRequiredService<Settings>().BaseUrl }];
        return Task.CompletedTask;
    }

    /// <summary>Texts are written by a converter, of which the generator knows nothing.</summary>
    private static Task DescribeTextsAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken _)
    {
        if (context.JsonTypeInfo.Type == typeof(LocalizedText))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "A text by language: the code of each language in which it is written, such as en.";
            schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String };
        }

        return Task.CompletedTask;
    }
}
