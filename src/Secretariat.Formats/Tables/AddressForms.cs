using System.Collections.Frozen;

namespace Secretariat.Formats.Tables;

/// <summary>How people are addressed, in the 24 languages of the Union: what a column “title” holds that says nothing of functions.</summary>
internal static class AddressForms
{
    private const int LongestForm = 60;
    private const int LongestShortForm = 5;

    /// <summary>A line per language, without the points of abbreviations; the words that stand between them, too.</summary>
    private const string Words = """
        en mr, mrs, ms, miss, mx, messrs, mister, madam, sir, dame, lord, lady, dr, doctor, prof, professor, eng, he, hon, honourable, honorable, right, rt, the, his, her, their, excellency, excellencies, reverend, rev, dear, and
        bg г-н, г-жа, г-ца, господин, госпожа, госпожица, инж, д-р, доц, проф, ваше, негово, нейно, превъзходителство, уважаеми, уважаема
        cs pan, paní, slečna, ing, mgr, bc, doc, mudr, judr, phdr, rndr, vážený, vážená, jeho, její, excelence
        da hr, fru, frøken, herr, hans, hendes, excellence, kære
        de herr, herrn, frau, fräulein, fr, hr, dipl, ing, dipl-ing, mag, dipl-jur, sehr, geehrter, geehrte, seine, ihre, s, exzellenz, und, univ-prof
        el κ, κα, κος, κύριος, κυρία, κύριε, κο, κκ, δρ, καθ, αξιότιμος, αξιότιμη, αξιότιμε, εξοχότητα, αε, η, ο, του, της
        es sr, sra, srta, don, doña, d, dª, señor, señora, señorita, excmo, excma, excelentísimo, excelentísima, ilmo, ilma, su, excelencia, estimado, estimada
        et hr, pr, härra, proua, preili, lugupeetud, tema, ekstsellents
        fi hra, rva, nti, herra, rouva, neiti, hyvä, hänen, ylhäisyytensä, tri
        fr m, mm, mme, mmes, mlle, monsieur, messieurs, madame, mesdames, mademoiselle, me, maître, pr, docteur, professeur, se, sem, son, sa, leurs, excellence, cher, chère, et, ou
        ga an, tuasal, uas, uasal, bean, iníon, dochtúir, ollamh, a, oirirceas
        hr g, gđa, gosp, gospodin, gospođa, gospođica, gđica, dipl, mr, njegova, njezina, ekscelencija, poštovani, poštovana
        hu úr, asszony, kisasszony, hölgy, ifj, dr, tisztelt, őexcellenciája, excellenciája, ő
        it sig, sigra, signor, signora, signorina, signore, sigg, dott, dottssa, ing, avv, on, onorevole, gent, gentile, egregio, egr, sua, eccellenza, se, spett
        lt p, ponas, ponia, panelė, gerbiamas, gerbiamasis, gerbiama, gerbiamoji, jo, jos, ekscelencija
        lv kungs, kundze, jaunkundze, k-gs, k-dze, godātais, godātā, cienījamais, cienījamā, viņa, viņas, ekselence
        mt sur, sinjur, sinjura, sinjorina, is-sur, is-sinjur, is-sinjura, onor, l-onor, eċċellenza, tiegħu, tagħha
        nl dhr, de, heer, mevr, mevrouw, mw, mej, drs, ir, mr, geachte, zijne, hare, excellentie, jhr
        pl p, pan, pani, państwo, panna, inż, hab, szanowny, szanowna, jego, jej, ekscelencja
        pt sr, sra, srª, senhor, senhora, dom, dona, d, dra, drª, exmo, exma, excelentíssimo, excelentíssima, sua, excelência, eng
        ro dl, dna, d-l, d-na, d-ra, domnul, domnule, doamna, doamnă, domnișoara, stimate, stimată, excelența, sa
        sk pán, pani, slečna, ing, mgr, bc, doc, vážený, vážená, jeho, jej, excelencia
        sl g, ga, gdč, gospod, gospa, gospodična, spoštovani, spoštovana, njegova, njena, ekscelenca
        sv herr, fru, fröken, hr, hans, hennes, excellens, bästa
        """;

    private static readonly FrozenSet<string> Known = Words
        .Split('\n')
        .SelectMany(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(','))
        .Select(Bare)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>“Mr”, “H.E. Mr”, “Madame”, “Sehr geehrter Herr”; of languages beyond these, what is as short as such forms are.</summary>
    public static bool Is(string cell)
    {
        var form = cell.Trim();
        return form.Length <= LongestShortForm
            || form.Length <= LongestForm
                && Array.TrueForAll(
                    form.Split([' ', '\u00A0', '/', ',', '\n'], StringSplitOptions.RemoveEmptyEntries),
                    word => Bare(word) is var bare && (bare.Length is 0 || Known.Contains(bare))
                );
    }

    private static string Bare(string word) => ColumnNames.Folded(word).Replace(" ", "", StringComparison.Ordinal);
}
