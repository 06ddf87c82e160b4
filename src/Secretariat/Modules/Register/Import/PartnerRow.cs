using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.PartnerFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>What there is to name in a row, and how it is said.</summary>
internal sealed record PartnerWords(
    IReadOnlyDictionary<string, string> Kinds,
    IReadOnlyDictionary<string, string> Languages,
    CodeNames Names
);

/// <summary>A row of a list of partners: what it says, and which partner of the record it means.</summary>
internal sealed class PartnerRow(RowCells cells)
{
    public RowCells Cells => cells;
    public RowOutcome Outcome => cells.Outcome;

    public string? Code { get; private init; }
    public string? Kind { get; private init; }
    public string? Language { get; private init; }
    public CorrespondenceForm? Form { get; private init; }
    public bool? IsListed { get; private init; }
    public DateOnly? KindSince { get; private init; }
    public DateOnly? ListedSince { get; private init; }
    public IReadOnlyList<string> Domains { get; private init; } = [];

    /// <summary>The partner of the record; null for a new one.</summary>
    public Partner? Partner { get; set; }

    /// <summary>By which it can be found, apart from its code.</summary>
    public IEnumerable<string> Names =>
        F.Texts.Where(t => t is { Letters: null, IsRemark: false }).Select(t => cells.Said(t.Field)).OfType<string>();

    /// <summary>EU and ISO codes.</summary>
    public IEnumerable<string> Letters =>
        F.Texts.Where(t => t.Letters is not null).Select(t => cells.Said(t.Field)).OfType<string>();

    public string? Said(PartnerText text) =>
        text.Letters is null ? cells.Said(text.Field)
        : Capitals(text) is { } letters ? text.Meant(letters)
        : null;

    private string? Capitals(PartnerText text) => cells.Said(text.Field)?.ToUpperInvariant();

    public static PartnerRow Read(RowCells cells, PartnerWords words)
    {
        var form = cells.OneOf(F.Form, Known.Forms, Known.NameOfForm);
        var row = new PartnerRow(cells)
        {
            Code = cells.Said(F.Code),
            Kind = cells.OneOf(F.Kind, words.Kinds, words.Names.Kind),
            Language = cells.OneOf(F.Language, words.Languages, words.Names.Language),
            Form = form is null ? null : Enum.Parse<CorrespondenceForm>(form),
            IsListed = cells.OneOf(F.Listed, Known.YesOrNo, said => ImportWords.YesOrNo(said == "yes")) is { } listed
                ? listed == "yes"
                : null,
            KindSince = cells.Day(F.KindSince),
            ListedSince = cells.Day(F.ListedSince),
            Domains =
            [
                .. (cells.Said(F.Domains) ?? "")
                    .Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries)
                    .Select(d => d.TrimStart('@').ToLowerInvariant())
                    .Distinct(StringComparer.Ordinal),
            ],
        };
        row.Outcome.Who = Reason.Quoted(row.Names.Concat(row.Letters).FirstOrDefault() ?? row.Code ?? "");
        return row;
    }

    /// <summary>
    /// By its code, else by any of its names. The code of a country means it in a row without names only: beside a name it may be that of the seat.
    /// </summary>
    public void Match(KnownPartners partners)
    {
        Partner = partners.WithCode(Code);
        if (Partner is null)
            Find(partners);
        Outcome.Footnote = Partner?.Footnote;
        if (Outcome.IsRight)
            CheckLetters(partners);
    }

    private void Find(KnownPartners partners)
    {
        var meant = (Names.Any() ? Names.SelectMany(partners.Named) : Letters.SelectMany(partners.Lettered)).Distinct().ToList();
        if (meant.Count > 1)
            cells.Tell(
                F.Code,
                Text.Key("Several partners can be meant: {0}. Give the code of one.", Known.Listed(meant.Select(p => p.Code)))
            );
        else if (meant.SingleOrDefault() is { } known && Code is not null)
            cells.Tell(
                F.Code,
                Text.Key(
                    "“{0}” is not the code of {1}, which is {2}. Correct it, or leave it empty.",
                    Code,
                    KnownPartners.NameOf(known),
                    known.Code
                )
            );
        else
            Partner = meant.SingleOrDefault();
    }

    private void CheckLetters(KnownPartners partners)
    {
        foreach (var text in F.Texts.Where(t => t.Letters is not null))
        {
            if (Capitals(text) is { } said && said != Said(text))
                Outcome.Remark(Text.Key("{0} is the EU’s code of {1}, and taken as such.", said, Said(text)));
            if (partners.Lettered(Said(text)).FirstOrDefault(p => p != Partner) is { } other)
                cells.Tell(
                    text.Field,
                    Text.Key(
                        "It is the code of {0}, and the name is quite another. Give the partner code of whoever is meant, or leave this column out.",
                        KnownPartners.NameOf(other)
                    )
                );
        }
    }
}
