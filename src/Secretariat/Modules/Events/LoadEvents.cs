using System.Globalization;
using Secretariat.Modules.Events.Series;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary><c>events.json</c>.</summary>
public sealed class LoadEvents : ILoad
{
    private sealed record TimingRecord(LocalizedText Text, Precision Precision, DateOnly? Earliest, DateOnly? Latest);

    private sealed record AnnexRecord(int Order, string DateText, string? EventText, string? Venue);

    private sealed record AnnexTexts(string? DateText, string? EventText, string? Venue);

    private sealed record AnnouncementRecord(
        LocalizedText Text,
        Precision Precision,
        DateOnly? Earliest,
        DateOnly? Latest,
        string? AnnouncedOn,
        List<string>? Source,
        AnnexRecord? Annex,
        AnnexTexts? AnnexFr,
        AnnexTexts? AnnexDe,
        bool InLetter
    );

    private sealed record PersonRecord(string Name, LocalizedText Function);

    private sealed record EventRecord(
        string Code,
        LocalizedText Title,
        string Kind,
        string Ownership,
        LocalizedText? Organiser,
        List<string> Strands,
        LocalizedText? City,
        string? Country,
        EventStatus Status,
        bool? Disputed,
        TimingRecord? Actual,
        List<AnnouncementRecord>? Announcements,
        List<PersonRecord>? Convenors,
        List<PersonRecord>? Attending,
        List<string>? Source,
        string Confidence,
        LocalizedText? Remark,
        List<SessionRecord>? Sessions,
        List<PressRecord>? PressPoints,
        List<StreamRecord>? Streams,
        List<LocalizedText>? Documents,
        List<string>? Outcomes,
        List<string>? Legislation,
        string? SupersededBy,
        LocalizedText? Aim,
        QuotationRecord? Quotation,
        List<string>? Figures,
        LocalizedText? Practical,
        List<EventLink>? More,
        SeriesRecord? Series,
        string? PartnerCountry
    );

    private sealed record QuotationRecord(LocalizedText Words, string By, LocalizedText Function, List<string>? Source);

    private sealed record SessionRecord(
        int Number,
        LocalizedText? Title,
        List<PersonRecord>? CoChairs,
        List<string>? Source,
        string Confidence
    );

    private sealed record PressRecord(
        LocalizedText What,
        List<PressTimeRecord> Versions,
        string? Channel,
        bool Live,
        bool Disputed
    );

    private sealed record PressTimeRecord(string Time, bool Approximate, string Zone, List<string>? Source);

    private sealed record StreamRecord(LocalizedText What, string Channel, List<string>? Source);

    private sealed record SeriesRecord(string Code, LocalizedText Title);

    public void Load(AllianceFolder folder, SecretariatDb db)
    {
        var records = folder.Read<EventRecord>("events.json");
        var series = records
            .Select(r => r.Series)
            .OfType<SeriesRecord>()
            .DistinctBy(s => s.Code)
            .ToDictionary(s => s.Code, s => new EventSeries { Code = s.Code, Title = s.Title });
        db.AddRange(series.Values);
        db.AddRange(records.Select(r => Event(r, r.Series is { } of ? series[of.Code].Id : null)));
    }

    private static Event Event(EventRecord r, Guid? seriesId)
    {
        var entity = new Event
        {
            Code = r.Code,
            Title = r.Title,
            Kind = r.Kind,
            IsOwn = r.Ownership == "own",
            Organiser = r.Organiser,
            Strands = r.Strands,
            City = r.City,
            Country = r.Country,
            SeriesId = seriesId,
            PartnerCountry = r.PartnerCountry,
            Status = r.Status,
            IsDisputed = r.Disputed ?? false,
            Actual = r.Actual is { } a ? new Timing(a.Text, a.Precision, a.Earliest, a.Latest) : null,
            Sources = r.Source ?? [],
            Confidence = r.Confidence,
            Remark = r.Remark,
            Details = Details(r),
        };
        entity.Persons.AddRange((r.Convenors ?? []).Select(p => new EventPerson("convenor", p.Name, p.Function)));
        entity.Persons.AddRange((r.Attending ?? []).Select(p => new EventPerson("attending", p.Name, p.Function)));
        entity.Announcements.AddRange((r.Announcements ?? []).Select(announcement => Announcement(entity.Id, announcement)));
        return entity;
    }

    private static EventDetails Details(EventRecord r) =>
        new()
        {
            Sessions =
            [
                .. (r.Sessions ?? []).Select(s => new EventSession(
                    s.Number,
                    s.Title,
                    [.. (s.CoChairs ?? []).Select(p => new EventPerson("co-chair", p.Name, p.Function))]
                )
                {
                    Sources = s.Source ?? [],
                    Confidence = s.Confidence,
                }),
            ],
            PressPoints =
            [
                .. (r.PressPoints ?? []).Select(p => new PressPoint(p.What, [.. p.Versions.Select(Time)])
                {
                    Channel = p.Channel,
                    IsLive = p.Live,
                    IsDisputed = p.Disputed,
                }),
            ],
            Streams = [.. (r.Streams ?? []).Select(s => new Livestream(s.What, s.Channel) { Sources = s.Source ?? [] })],
            Documents = r.Documents ?? [],
            Outcomes = r.Outcomes ?? [],
            Files = r.Legislation ?? [],
            SupersededBy = r.SupersededBy,
            Aim = r.Aim,
            Quotation = r.Quotation is { } q ? new(q.Words, q.By, q.Function) { Sources = q.Source ?? [] } : null,
            Figures = r.Figures ?? [],
            Practical = r.Practical,
            More = r.More ?? [],
        };

    private static PressTime Time(PressTimeRecord r) =>
        new(TimeOnly.ParseExact(r.Time, "HH:mm", CultureInfo.InvariantCulture), r.Approximate, r.Zone)
        {
            Sources = r.Source ?? [],
        };

    private static Announcement Announcement(Guid eventId, AnnouncementRecord r) =>
        new()
        {
            EventId = eventId,
            Timing = new Timing(r.Text, r.Precision, r.Earliest, r.Latest),
            AnnouncedOn = r.AnnouncedOn is { } on ? PartialDate.Read(on).FirstDay : null,
            Sources = r.Source ?? [],
            IsNamedInLetter = r.InLetter,
            AnnexOrder = r.Annex?.Order,
            AnnexDate = InAll(r.Annex?.DateText, r.AnnexFr?.DateText, r.AnnexDe?.DateText),
            AnnexTitle = InAll(r.Annex?.EventText, r.AnnexFr?.EventText, r.AnnexDe?.EventText),
            AnnexVenue = InAll(r.Annex?.Venue, r.AnnexFr?.Venue, r.AnnexDe?.Venue),
        };

    private static LocalizedText? InAll(string? english, string? french, string? german)
    {
        if (english is null)
            return null;
        var texts = new Dictionary<string, string> { ["en"] = english };
        if (french is not null)
            texts["fr"] = french;
        if (german is not null)
            texts["de"] = german;
        return new LocalizedText(texts);
    }
}
