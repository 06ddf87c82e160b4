using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>The fields that a letter's template may use.</summary>
public static class LetterFields
{
    public static IReadOnlyList<TemplateField> All { get; } =
    [
        new("addressee.name", Text.Key("full name of the addressee, with academic title if recorded")),
        new("addressee.family", Text.Key("family name of the addressee")),
        new("addressee.function", Text.Key("function of the addressee, in the language of the letter")),
        new("addressee.organisation", Text.Key("ministry, agency or organisation")),
        new("addressee.country", Text.Key("country, in the language of the letter")),
        new("addressee.ofCountry", Text.Key("“of the country”, with its article, in the language of the letter")),
        new("addressee.salutation", Text.Key("salutation by rank, from the table of salutations")),
        new("addressee.line", Text.Key("addressee as printed at the foot of page one")),
        new("sender.name", Text.Key("name of the signatory")),
        new("sender.institution", Text.Key("institution or office of the signatory on the day of signature")),
        new("sender.portfolio", Text.Key("portfolio of the signatory")),
        new("sender.address", Text.Key("postal address of the sender")),
        new("sender.phone", Text.Key("telephone of the sender")),
        new("sender.mailbox", Text.Key("mailbox of the sender’s own office")),
        new("letter.place", Text.Key("place of signature")),
        new("letter.signedOn", Text.Key("date of signature, written out"), Type: FieldType.Date),
        new("letter.asOf", Text.Key("day of which the letter and its annexes speak, written out"), Type: FieldType.Date),
        new("letter.reference", Text.Key("the platform’s own reference of the letter")),
        new("letter.replyTo", Text.Key("functional mailbox for the answer")),
        new("letter.checkCode", Text.Key("code by which a reader checks the letter, given when it is frozen")),
        new("letter.checkAddress", Text.Key("address at which the letter is checked, given when it is frozen")),
        new("letter.replaces", Text.Key("which letter it replaces, empty where it replaces none")),
        new("letter.close", Text.Key("formal close by rank")),
        new("counts.participants", Text.Key("who was present at the conference, by category")),
        new("counts.participants.date", Text.Key("day to which the count of participants refers"), Type: FieldType.Date),
        new("counts.participants.definition", Text.Key("what the count of participants counts, as within a sentence")),
        new("counts.commitment", Text.Key("how many partners have expressed their commitment")),
        new("counts.commitment.date", Text.Key("day or month to which the count of commitments refers"), Type: FieldType.Date),
        new("counts.commitment.definition", Text.Key("what the count of commitments counts, as within a sentence")),
        new("strands", Text.Key("strands of work, in their order"), Type: FieldType.List),
        new("strand.name", Text.Key("name of the strand, as within a sentence"), "strands"),
        new(
            "events",
            Text.Key("events of the strand, in the order of their dates, a month, quarter or season after the days within it"),
            Type: FieldType.List
        ),
        new(
            "event.date",
            Text.Key("date as exactly as it is known (day, month, quarter, season)"),
            "events",
            Type: FieldType.Date
        ),
        new("event.title", Text.Key("title of the event"), "events"),
        new("event.venue", Text.Key("venue, empty where it is not known"), "events"),
        new("asks", Text.Key("what the addressee is asked for"), Type: FieldType.List),
        new("ask.text", Text.Key("one request, as a clause"), "asks"),
        new("files", Text.Key("legislative files"), Type: FieldType.List),
        new("file.reference", Text.Key("reference of the proposal"), "files"),
        new("file.title", Text.Key("title of the proposal"), "files"),
        new("annex", Text.Key("rows of the annex, without those that name neither event nor venue"), Type: FieldType.List),
        new("row.date", Text.Key("date as announced"), "annex", Type: FieldType.Date),
        new("row.event", Text.Key("event as announced"), "annex"),
        new("row.venue", Text.Key("venue as announced, empty where it is not known"), "annex"),
        new("annex.title", Text.Key("title of the annex")),
        new("partners", Text.Key("partners on the public list, in its order"), Type: FieldType.List),
        new("partner.name", Text.Key("name of the partner, in the language of the letter"), "partners"),
        new("partner.footnote", Text.Key("what has to stand with its name, empty where there is none"), "partners"),
        new("partner.kind", Text.Key("heading of its kind on the public list"), "partners"),
        new("programme", Text.Key("programme of the chosen event, by day and time"), Type: FieldType.List),
        new("day", Text.Key("day, written out"), "programme", Type: FieldType.Date),
        new("time", Text.Key("from when until when, in the local time of the place"), "programme"),
        new("title", Text.Key("what happens"), "programme"),
        new("speakers", Text.Key("who speaks, empty where nobody is named"), "programme"),
        new("room", Text.Key("room, empty where none is named"), "programme"),
        new("programme.event", Text.Key("title of the event whose programme it is")),
        new(
            "programme.dates",
            Text.Key("when that event takes place, as exactly as it is known, empty where it is not"),
            Type: FieldType.Date
        ),
        new("programme.place", Text.Key("town of that event, empty where it is not known")),
        new("conference.date", Text.Key("date of the next conference, as exactly as it is known"), Type: FieldType.Date),
        new("council.date", Text.Key("date of the Council’s debate on the files"), Type: FieldType.Date),
    ];

    /// <summary>
    /// Names of before. What is stored with them, in templates, Word files, forms of address and the wording that campaigns hold, can
    /// still be made and says nothing there; nothing is written with them any more.
    /// </summary>
    public static IReadOnlyList<string> Former { get; } = ["addressee.title", "letter.aresNumber"];

    /// <summary>What a stored text may use.</summary>
    internal static IReadOnlyList<TemplateField> Readable { get; } =
    [.. All, .. Former.Select(name => new TemplateField(name, ""))];

    /// <summary>What hinders a text from being written anew, beside what hinders it from being read.</summary>
    public static IEnumerable<Reason> WhyNotWrite(IEnumerable<string> used) =>
        used.Distinct(StringComparer.Ordinal)
            .Where(Former.Contains)
            .Select(name => Text.Key("Letters have no “{0}” any more, and nothing stands in its place: take it out.", name));

    /// <summary>A name of a partner never stands without the footnote that some have.</summary>
    public static IEnumerable<Reason> WhyNot(IReadOnlyList<string> used) =>
        used.Contains("partner.name") && !used.Contains("partner.footnote")
            ?
            [
                Text.Key(
                    "“{0}” needs “{1}” after it: what has to stand with a name stands wherever the name does.",
                    "{partner.name}",
                    "{partner.footnote}"
                ),
            ]
            : [];
}
