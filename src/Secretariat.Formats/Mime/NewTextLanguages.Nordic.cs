namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules Danish() =>
        new()
        {
            Senders = "Fra, Afsender, Arrangør",
            Subjects = "Emne, Vedr",
            Fields = """
                Sendt, Sendt den, Dato, Til, Modtager, Cc, Bcc, Kopi, Kopi til, Svar til, Prioritet, Vigtighed, Vedhæftet,
                Vedhæftede filer, Vedhæftning, Tidspunkt, Hvornår, Hvor, Sted, Nødvendig
                """,
            Introductions = """
                den … skrev …, den … skrev, d. … skrev …, d. … skrev, … skrev …, … skrev den …, … skrev,
                … skrev følgende den …, … har skrevet, på … skrev …
                """,
            Dividers = """
                oprindelig meddelelse, original meddelelse, oprindelig besked, original besked, oprindelig aftale,
                oprindelig mail, videresendt meddelelse, videresendt besked, videresendt mail, videresendt af,
                start på videresendt besked:, videresendt meddelelse:, videresendt besked:
                """,
            Devices = "sendt fra …, sendt via …, sendt med …, hent outlook …, få outlook …",
            Closings = """
                med venlig hilsen, med venlige hilsner, med venlig hilsen/best regards, med venlig hilsen / kind regards,
                venlig hilsen, venlige hilsner, med de bedste hilsner, de bedste hilsner, bedste hilsner, bedste hilsen,
                med bedste hilsner, mange hilsner, med mange hilsner, med kollegial hilsen, kollegial hilsen, kærlig hilsen,
                kærlige hilsner, varme hilsner, med hilsen, hilsen, med højagtelse, højagtelse, ærbødigst, deres ærbødige,
                med respekt, mvh, m.v.h., vh, v.h., dbh, kh, på forhånd tak og venlig hilsen, tak og venlig hilsen,
                tak og hilsen
                """,
            Courtesies = "hilsner, tak, mange tak, på forhånd tak, tusind tak, med tak",
            Postscripts = "PS, P.S., P. S., NB",
            Disclaimers = "fortrolig, modtager, adressat, uberettiget, ved en fejl, slette, virus, miljøet, print, udskriv",
        };

    private static NewTextRules Norwegian() =>
        new()
        {
            Senders = "Fra, Avsender, Arrangør",
            Subjects = "Emne",
            Fields = """
                Sendt, Dato, Til, Mottaker, Kopi, Kopi til, Blindkopi, Svar til, Prioritet, Viktighet, Vedlegg, Når, Hvor,
                Sted, Tidspunkt, Nødvendig
                """,
            Introductions = """
                den … skrev …, den … skrev, den … skreiv …, … skrev …, … skrev den …, … skrev, … skrev følgende den …,
                … skreiv …, … skreiv, på … skrev …
                """,
            Dividers = """
                opprinnelig melding, opphavleg melding, original melding, opprinnelig avtale, videresendt melding,
                vidaresend melding, videresendt av, videresendt e-post, videresendt melding:,
                begynnelse på videresendt melding:, start på videresendt melding:
                """,
            Devices = """
                sendt fra …, sendt via …, sendt med …, last ned outlook …, skaff deg outlook …, hent outlook …, få outlook …
                """,
            Closings = """
                med vennlig hilsen, med vennlege helsing, med vennleg helsing, med venleg helsing, med vennlige hilsener,
                vennlig hilsen, vennleg helsing, vennlige hilsener, beste hilsen, beste hilsener, beste hilsninger,
                med beste hilsen, mange hilsener, varm hilsen, helsing, med hilsen, med helsing, hilsen, hilsener,
                ærbødigst, med høyaktelse, mvh, vh, bh, takk og vennlig hilsen
                """,
            Courtesies = "takk, tusen takk, mange takk, på forhånd takk, med takk",
            Postscripts = "PS, P.S., P. S., NB",
            Disclaimers = """
                konfidensiell, fortrolig, mottaker, adressat, ved en feil, slette, virus, miljøet, utskrift, skrive ut
                """,
        };

    private static NewTextRules Swedish() =>
        new()
        {
            Senders = "Från, Avsändare, Organisatör",
            Subjects = "Ämne, Ärende",
            Fields = """
                Skickat, Skickades, Sänt, Datum, Till, Mottagare, Kopia, Kopia till, Cc, Bcc, Hemlig kopia, Svara till,
                Svar till, Prioritet, Viktigt, Bilaga, Bilagor, Bifogade filer, Bifogat, När, Var, Tid, Plats, Obligatoriska
                """,
            Introductions = """
                den … skrev …, den … skrev, den … skrev … följande, … skrev …, … skrev den …, … skrev, … har skrivit,
                på … skrev …, citerar …, citat från …
                """,
            Dividers = """
                ursprungligt meddelande, ursprungligt brev, originalmeddelande, originalmejl, ursprunglig avtalad tid,
                vidarebefordrat meddelande, vidarebefordrat brev, vidarebefordrat mejl, vidarebefordrat e-postmeddelande,
                vidarebefordrat av, vidarebefordrat mejl:, vidarebefordrat brev:, vidarebefordrat meddelande:,
                början på vidarebefordrat brev:, börjat vidarebefordra brev:
                """,
            Devices = """
                skickat från …, skickat via …, skickat med …, skickades från …, sänt från …, hämta outlook …,
                skaffa outlook …
                """,
            Closings = """
                vänligen, med vänlig hälsning, med vänliga hälsningar, vänlig hälsning, vänliga hälsningar, med bästa hälsning,
                med bästa hälsningar, bästa hälsningar, bästa hälsning, med varma hälsningar, varma hälsningar,
                varm hälsning, många hälsningar, hjärtliga hälsningar, kollegiala hälsningar, med kollegiala hälsningar,
                med hälsning, med hälsningar, hälsning, hälsningar, högaktningsfullt, med utmärkt högaktning,
                med största högaktning, med högaktning, med respekt, mvh, m.v.h., vh, bh, hälsn,
                tack och vänliga hälsningar, tack och hälsningar, tack på förhand och vänliga hälsningar
                """,
            Courtesies = """
                allt gott, hälsar, tack, många tack, tack så mycket, tack på förhand, stort tack, med tack, tackar
                """,
            Postscripts = "PS, P.S., P. S., OBS",
            Disclaimers = """
                konfidentiell, sekretess, mottagare, adressat, av misstag, obehörig, radera, virus, miljön, skriva ut,
                skriver ut
                """,
        };
}
