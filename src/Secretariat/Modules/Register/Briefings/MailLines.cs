using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>The last letters to the partner, its messages and our replies, newest first.</summary>
internal static class MailLines
{
    public static BriefingSection Section(BriefingFacts facts, Text t)
    {
        var isOffice = facts.Shared.IsForOffice;
        var lines = facts
            .Letters.Rows.Select(l => (l, Line(l, Text.Key("Letter"), l.Words, isOffice ? LetterAt(l) : FileAt(l), t)))
            .Concat(facts.Messages.Rows.Select(m => (m, Line(m, Text.Key("Message"), t.Subject(m.Words), At("inbox", m), t))))
            .Concat(facts.Replies.Rows.Select(r => (r, Line(r, Text.Key("Our reply"), t.Subject(r.Words), At("outbox", r), t))))
            .OrderByDescending(line => line.Item1.At)
            .ThenByDescending(line => line.Item1.Id)
            .Select(line => line.Item2);
        var total = facts.Letters.Total + facts.Messages.Total + facts.Replies.Total;
        return new(
            t.Of("Letters and replies"),
            lines
                .AtMost(LatestOfEach.Most, t, isOffice ? $"{facts.Record}/timeline" : "/desk/letters", total)
                .Or(t, Text.Key("Nothing has been written yet."), isOffice ? $"{facts.Record}/timeline" : null)
        );

        string? At(string list, LatestRow row) => isOffice ? $"/office/{list}/{row.Id}" : null;
    }

    private static BriefingLine Line(LatestRow row, string sort, string words, string? href, Text t) =>
        new($"{t.Date(row.Day)} · {t.Of("{0}: {1}", t.Of(sort), words)}", href);

    public static string LetterAt(LatestRow letter) => $"/office/campaigns/{letter.Of}/letters/{letter.Id}";

    private static string FileAt(LatestRow letter) => $"/desk/letters/{letter.Id}/{(letter.HasPdf ? "pdf" : "docx")}";
}
