using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Legislation;

/// <summary><c>legislation.json</c>.</summary>
public sealed class LoadLegislation : ILoad
{
    private sealed record TitleRecord(DateOnly From, LocalizedText Title);

    private sealed record StateRecord(LocalizedText Label, DateOnly AsOf, LocalizedText Later);

    private sealed record ReferenceRecord(string Scheme, string Value, string Confidence);

    private sealed record StepRecord(
        LocalizedText Text,
        Precision Precision,
        DateOnly? Earliest,
        DateOnly? Latest,
        LocalizedText Step,
        LocalizedText? Actor,
        string? Document,
        LocalizedText? Result,
        bool AnnouncedOnly,
        bool Disputed,
        string Confidence,
        List<string>? Source
    );

    private sealed record FileRecord(
        string Code,
        string Procedure,
        LocalizedText Name,
        List<TitleRecord> Titles,
        List<ReferenceRecord> References,
        StateRecord State,
        List<StepRecord> Steps
    );

    public void Load(AllianceFolder folder, SecretariatDb db)
    {
        var checkedOn = folder.CheckedOn("legislation.json");
        db.AddRange(folder.Read<FileRecord>("legislation.json").Select(r => File(r, checkedOn)));
    }

    private static LegislativeFile File(FileRecord r, DateOnly checkedOn)
    {
        var file = new LegislativeFile
        {
            Code = r.Code,
            Procedure = r.Procedure,
            Name = r.Name,
            Title = r.Titles[^1].Title,
            ProposedOn = r.Titles[0].From,
            State = r.State.Label,
            StateOn = r.State.AsOf,
            Later = r.State.Later,
            CheckedOn = checkedOn,
            // What nobody has read at a source is not printed, and so not kept as a reference.
            References =
            [
                .. r.References.Where(x => x.Confidence != "background").Select(x => new FileReference(x.Scheme, x.Value)),
            ],
        };
        file.Steps.AddRange(r.Steps.Select((step, i) => Step(file.Id, i + 1, step)));
        return file;
    }

    private static LegislativeStep Step(Guid fileId, int order, StepRecord r) =>
        new()
        {
            FileId = fileId,
            Order = order,
            When = new Timing(r.Text, r.Precision, r.Earliest, r.Latest),
            Step = r.Step,
            Actor = r.Actor,
            Document = r.Document,
            Result = r.Result,
            IsAnnouncedOnly = r.AnnouncedOnly,
            IsDisputed = r.Disputed,
            Confidence = r.Confidence,
            Sources = r.Source ?? [],
        };
}
