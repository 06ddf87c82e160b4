using System.Text.Json;
using System.Text.Json.Nodes;

namespace Secretariat.Tests.OpenData;

/// <summary>The interface for programs says what the file says, and its description describes it.</summary>
public sealed class ApiTests(TestApp app) : AppTest(app)
{
    [Theory]
    [InlineData("2024-04-30", 35)]
    [InlineData("2025-12-10", 37)]
    public async Task The_list_is_that_of_the_file(string day, int count)
    {
        var list = await OkAsync($"/api/v1/partners?asOf={day}");
        var file = await OkAsync($"/data/partners.json?asOf={day}");

        Assert.Equal(day, (string?)list["asOf"]);
        var listed = list["partners"]!.AsArray();
        Assert.Equal(count, listed.Count);
        Assert.Equal(
            file["partners"]!.AsArray().Select(p => ((string?)p!["code"], (string?)p["name en"], Size(p["endorsed"]))),
            listed.Select(p => ((string?)p!["code"], (string?)p["name"]!["en"], p["endorsements"]!.AsArray().Count))
        );
    }

    [Fact]
    public async Task A_partner_alone_is_as_it_stands_in_the_list()
    {
        var list = await OkAsync("/api/v1/partners?asOf=2025-12-10");
        var listed = list["partners"]!.AsArray().Single(p => (string?)p!["code"] == "ms-ee")!;

        Assert.Equal(listed.ToJsonString(), (await OkAsync("/api/v1/partners/ms-ee?asOf=2025-12-10")).ToJsonString());
        Assert.Equal(
            ["member", "took-part"],
            listed["relations"]!.AsArray().Select(r => (string)r!["kind"]!).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "2023-11-28",
            (string?)listed["relations"]!.AsArray().Single(r => (string?)r!["kind"] == "took-part")!["on"]
        );
    }

    [Theory]
    [InlineData("/api/v1/partners?asOf=2024-02-30", 400, "written like 2024-02-29")]
    [InlineData("/api/v1/partners/ms-ee?asOf=2999-01-01", 400, "written like 2024-02-29")]
    [InlineData(
        "/api/v1/partners/nobody?asOf=2024-02-29",
        404,
        "No partner “nobody” stood on the public list on 29 February 2024."
    )]
    [InlineData("/api/v1/partner", 404, "Nothing is read at this address")]
    [InlineData("/api/v2/partners", 404, "Nothing is read at this address")]
    [InlineData("/api/v1/partners/pc-pakistan?asOf=2024-02-29", 404, "No partner “pc-pakistan” stood on")]
    public async Task What_cannot_be_told_is_refused_in_words(string address, int status, string words)
    {
        using var answer = await App.Anybody().OpenAsync(address);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancelled))!;
        Assert.Equal(status, (int)problem["status"]!);
        Assert.Contains(words, (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_changed_by_it()
    {
        using var answer = await App.Anybody().SubmitAsync("/api/v1/partners", []);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    /// <summary>Every property that is answered is described, of the type that is said.</summary>
    [Fact]
    public async Task The_description_describes_what_is_answered()
    {
        var description = await OkAsync("/api/openapi.json");

        Assert.StartsWith("3.1", (string)description["openapi"]!, StringComparison.Ordinal);
        foreach (
            var (route, address) in new[]
            {
                ("/api/v1/partners", "/api/v1/partners"),
                ("/api/v1/partners/{code}", "/api/v1/partners/ms-ee"),
            }
        )
        {
            var responses = description["paths"]![route]!["get"]!["responses"]!;
            Assert.NotNull(responses["400"]!["content"]!["application/problem+json"]);
            Fits(await OkAsync(address), responses["200"]!["content"]!["application/json"]!["schema"]!, description, address);
        }
    }

    private static void Fits(JsonNode? value, JsonNode schema, JsonNode description, string place)
    {
        if ((schema["oneOf"] as JsonArray)?.FirstOrDefault(s => s!["$ref"] is not null) is { } either && value is not null)
            schema = either;
        if ((string?)schema["$ref"] is { } name)
            schema = description["components"]!["schemas"]![name.Split('/')[^1]]!;
        switch (value)
        {
            case JsonObject several:
                foreach (var (key, one) in several)
                    Fits(one, (schema["properties"]?[key] ?? schema["additionalProperties"])!, description, $"{place}.{key}");
                Assert.All(
                    (schema["required"] as JsonArray ?? []).Select(r => (string)r!),
                    r => Assert.True(several.ContainsKey(r))
                );
                break;
            case JsonArray list:
                foreach (var one in list)
                    Fits(one, schema["items"]!, description, $"{place}[]");
                break;
            case null:
                Assert.True(schema.ToJsonString().Contains("null", StringComparison.Ordinal), $"{place}: {schema}");
                break;
            default:
                var type = value.GetValueKind() switch
                {
                    JsonValueKind.String => "string",
                    JsonValueKind.Number => "integer",
                    _ => "boolean",
                };
                Assert.True(
                    schema["enum"] is JsonArray among
                        ? among.Any(e => (string?)e == (string?)value)
                        : schema["type"]!.ToJsonString().Contains(type, StringComparison.Ordinal),
                    $"{place}: {schema}"
                );
                break;
        }
    }

    /// <summary>How many stand in a cell, between semicolons.</summary>
    private static int Size(JsonNode? cell) => (string?)cell is { Length: > 0 } several ? several.Split("; ").Length : 0;

    private async Task<JsonNode> OkAsync(string address)
    {
        using var answer = await App.Anybody().OpenAsync(address);
        Assert.Equal(200, (int)answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancelled))!;
    }
}
