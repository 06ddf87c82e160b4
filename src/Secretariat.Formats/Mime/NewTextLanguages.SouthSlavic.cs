namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules Slovenian() =>
        new()
        {
            Senders = "Od, Pošiljatelj, Organizator",
            Subjects = "Zadeva",
            Fields = """
                Poslano, Poslano dne, Datum, Za, Komu, Prejemnik, Kp, Skp, Kopija, Cc, Odgovor na, Odgovori, Pomembnost,
                Prednost, Priloga, Priloge, Kdaj, Kje, Čas, Kraj, Mesto, Obvezni
                """,
            Introductions = """
                dne … napisal, dne … napisala, dne … napisal/a, dne … napisal/-a, dne … napisal(a), dne … je … napisal,
                dne … je … napisala, v … je oseba … napisala, … je oseba … napisala, … je … napisal, … je … napisala,
                … je napisal …, … je napisala …, … je napisal(a) …, … je napisal(a), … je napisal, … je napisala, … piše
                """,
            Dividers = """
                izvirno sporočilo, prvotno sporočilo, originalno sporočilo, izvirni sestanek, posredovano sporočilo,
                posredoval, posredovana e-pošta, začetek posredovanega sporočila:, posredovano sporočilo:
                """,
            Devices = """
                poslano z …, poslano iz …, poslano s …, poslano prek …, poslano preko …, pridobite outlook …,
                prenesite outlook …
                """,
            Closings = """
                lep pozdrav, lepe pozdrave, lepo pozdravljam, lepo vas pozdravljam, s spoštovanjem, z odličnim spoštovanjem,
                s pozdravi, s pozdravom, s prijaznimi pozdravi, s prijaznim pozdravom, prijazen pozdrav, prijazne pozdrave,
                prisrčen pozdrav, prisrčne pozdrave, z lepimi pozdravi, z lepim pozdravom, z najlepšimi pozdravi,
                srdačen pozdrav, srčen pozdrav, topel pozdrav, s kolegialnimi pozdravi, lp, l.p., hvala in lep pozdrav,
                hvala in lp, najlepša hvala in lep pozdrav, z globokim spoštovanjem, lep dan želim, vaš, vaša
                """,
            Courtesies = """
                pozdrav, pozdravi, pozdravljeni, lepo pozdravljeni, lep dan, prisrčno pozdravljeni, vljudno pozdravljeni,
                hvala, najlepša hvala, lepa hvala, hvala lepa, hvala vnaprej, že vnaprej hvala, z zahvalo, s hvaležnostjo
                """,
            Disclaimers = """
                zaupn, naslovnik, prejemnik, pomotoma, nepooblaščen, izbriš, uniči, virus, okolje, natisn, tiska
                """,
        };

    private static NewTextRules Croatian() =>
        new()
        {
            Senders = "Od, Šalje, Pošiljatelj, Organizator",
            Subjects = "Predmet, Naslov, Tema",
            Fields = """
                Poslano, Poslano dana, Datum, Prima, Za, Primatelj, Kopija, Cc, Bcc, Skrivena kopija, Odgovori, Odgovor na,
                Važnost, Prioritet, Privitak, Privici, Prilog, Prilozi, Kada, Gdje, Vrijeme, Mjesto, Lokacija, Obavezni
                """,
            Introductions = """
                dana … napisao je, dana … napisala je, dana … je napisao, dana … je napisala, dana … je napisao/la,
                dana … napisao, dana … napisao/la je, dana … piše, … napisao je, … napisala je, … napisao/la je,
                … je napisao, … je napisala, … je napisao/la, … napisao je …, … napisala je …, … je … napisao,
                … je … napisala, … piše, na … napisao je, u … napisao je
                """,
            Dividers = """
                izvorna poruka, originalna poruka, izvorni sastanak, proslijeđena poruka, proslijedio, proslijedila,
                započni proslijeđenu poruku:, početak proslijeđene poruke:, proslijeđena poruka:
                """,
            Devices = """
                poslano s …, poslano sa …, poslano iz …, poslano putem …, poslano pomoću …, poslano preko …,
                preuzmite outlook …, nabavite outlook …
                """,
            Closings = """
                s poštovanjem, sa štovanjem, s osobitim poštovanjem, s dubokim poštovanjem, s izrazima poštovanja,
                s izrazima osobitog poštovanja, s odličnim poštovanjem, uz poštovanje, srdačan pozdrav, srdačno,
                srdačno vas pozdravljam, srdačne pozdrave, srdačni pozdravi, lijep pozdrav, lijepi pozdrav, lijepe pozdrave,
                lijepo vas pozdravljam, ljubazan pozdrav, uz srdačan pozdrav, uz srdačne pozdrave, uz pozdrav, s pozdravom,
                uz lijepe pozdrave, topao pozdrav, kolegijalni pozdrav, uz kolegijalni pozdrav, lp, l.p., sp, s.p.,
                hvala i lijep pozdrav, hvala i lp, hvala i pozdrav, hvala i srdačan pozdrav,
                hvala unaprijed i srdačan pozdrav, primite … poštovanja, uz izraze poštovanja, uz izraze osobitog poštovanja,
                uz izraze štovanja, uz izraze osobitog štovanja, vaš, vaša
                """,
            Courtesies = """
                pozdrav, pozdravi, pozdravljam vas, hvala, hvala lijepa, puno hvala, mnogo hvala, hvala unaprijed,
                unaprijed hvala, unaprijed zahvaljujem, zahvaljujem, zahvaljujemo, uz zahvalu, sa zahvalnošću
                """,
            Disclaimers = """
                povjerljiv, primatelj, namijenjen, pogreškom, greškom, neovlašten, izbri, uništ, virus, okoliš, ispis
                """,
        };

    private static NewTextRules SerbianInLatin() =>
        new()
        {
            Senders = "Od, Šalje, Pošiljalac, Organizator",
            Subjects = "Naslov, Predmet, Tema",
            Fields = """
                Poslato, Poslato dana, Datum, Za, Prima, Primalac, Kopija, Cc, Bcc, Odgovori, Odgovor na, Važnost,
                Prioritet, Prilog, Prilozi, Kada, Gde, Vreme, Mesto, Lokacija, Obavezni
                """,
            Introductions = """
                dana … napisao je, dana … je napisao, dana … je napisala, dana … je napisao/la, dana … napisao/la je,
                … je napisao/la, … je napisao/la …, … je napisao, … je napisala, … napisao je, … napisala je, … piše,
                … je … napisao/la, … je … napisao, … je … napisala
                """,
            Dividers = """
                originalna poruka, izvorna poruka, prvobitna poruka, prosleđena poruka, prosledio, prosledila,
                početak prosleđene poruke:, prosleđena poruka:
                """,
            Devices = """
                poslato sa …, poslato s …, poslato iz …, poslato preko …, poslato putem …, poslato pomoću …,
                preuzmite outlook …, nabavite outlook …
                """,
            Closings = """
                s poštovanjem, sa poštovanjem, uz poštovanje, sa osobitim poštovanjem, s osobitim poštovanjem,
                sa dubokim poštovanjem, srdačan pozdrav, srdačno, srdačni pozdravi, srdačne pozdrave, uz srdačan pozdrav,
                uz srdačne pozdrave, lep pozdrav, lepi pozdravi, lepe pozdrave, puno pozdrava, mnogo pozdrava,
                najlepši pozdravi, topli pozdravi, ljubazan pozdrav, s pozdravom, sa pozdravom, uz pozdrav,
                kolegijalni pozdrav, kolegijalan pozdrav, sve najbolje, želim vam prijatan dan, hvala i pozdrav,
                hvala i lep pozdrav, hvala i srdačan pozdrav, hvala unapred i srdačan pozdrav, primite izraze …, sa izrazima poštovanja, s izrazima poštovanja, sa izrazima osobitog poštovanja,
                sa izrazima dubokog poštovanja, uz izraze poštovanja, uz izraze osobitog poštovanja, lp, vaš, vaša
                """,
            Courtesies = """
                pozdrav, pozdravi, prijatan dan, hvala, hvala lepo, puno hvala, mnogo hvala, hvala unapred, unapred hvala,
                unapred zahvaljujem, unapred zahvalan, zahvaljujem, zahvaljujemo, sa zahvalnošću
                """,
            Disclaimers = """
                poverljiv, primalac, primaoc, namenjen, greškom, neovlašćen, izbri, uništ, virus, životnu sredinu, štamp
                """,
        };

    private static NewTextRules SerbianInCyrillic() => InCyrillic(SerbianInLatin());

    /// <summary>What is written the same in both scripts of a language, letter for letter.</summary>
    private static NewTextRules InCyrillic(NewTextRules latin) =>
        latin with
        {
            Senders = InCyrillic(latin.Senders),
            Subjects = InCyrillic(latin.Subjects),
            Fields = InCyrillic(latin.Fields),
            Introductions = InCyrillic(latin.Introductions),
            Dividers = InCyrillic(latin.Dividers),
            Devices = InCyrillic(latin.Devices).Replace("оутлоок", "outlook", StringComparison.Ordinal),
            Closings = InCyrillic(latin.Closings),
            Courtesies = InCyrillic(latin.Courtesies),
            Postscripts = "П.С., П. С., ПС",
            Disclaimers = InCyrillic(latin.Disclaimers),
        };

    private static string InCyrillic(string latin)
    {
        const string Letters = "aаbбcцdдđђeеfфgгhхiиjјkкlлmмnнoоpпrрsсtтuуvвzзžжčчćћšш";
        var text = latin
            .ToLowerInvariant()
            .Replace("lj", "љ", StringComparison.Ordinal)
            .Replace("nj", "њ", StringComparison.Ordinal);
        text = text.Replace("dž", "џ", StringComparison.Ordinal);
        return string.Concat(
            text.Select(c => Letters.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Letters[at + 1] : c)
        );
    }
}
