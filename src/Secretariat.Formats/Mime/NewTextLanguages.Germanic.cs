namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules German() =>
        new()
        {
            Senders = "Von, Absender, Organisator",
            Subjects = "Betreff",
            Fields = """
                Gesendet, Gesendet am, Datum, An, Empfänger, Cc, Bcc, Kopie, Kopie an, Blindkopie, Antwort an, Wichtigkeit,
                Priorität, Vertraulichkeit, Anlage, Anlagen, Anhang, Anhänge, Termin, Zeit, Ort, Wann, Wo, Erforderlich,
                Optional
                """,
            Introductions = """
                am … schrieb …, am … schrieb, am … hat … geschrieben, am … um … schrieb …, … schrieb am …, … schrieb,
                … schrieb folgendes, … hat am … geschrieben, … hat geschrieben, … schrieb in …, zitat von …
                """,
            Dividers = """
                ursprüngliche nachricht, ursprüngliche mitteilung, ursprünglicher termin, ursprüngliche e-mail,
                originalnachricht, original-nachricht, originalmail, original-mail, weitergeleitete nachricht,
                weitergeleitete e-mail, weitergeleitete mail, weitergeleitet von, weitergeleitet am, antwortnachricht,
                anfang der weitergeleiteten nachricht:, anfang der weitergeleiteten e-mail:, weitergeleitete nachricht:,
                ursprüngliche nachricht:
                """,
            Devices = """
                gesendet …, von meinem … gesendet, von … gesendet, diese nachricht wurde von … gesendet,
                holen sie sich outlook …, outlook für … beziehen
                """,
            Closings = """
                mit freundlichen Grüßen, mit freundlichem Gruß, mit freundlichen Gruessen, mit freundlichen Grüßen aus …,
                mit besten Grüßen, mit den besten Grüßen, mit bestem Gruß, mit herzlichen Grüßen, mit herzlichem Gruß,
                mit kollegialen Grüßen, mit kollegialem Gruß, mit vielen Grüßen, mit lieben Grüßen,
                mit vorzüglicher Hochachtung, mit ausgezeichneter Hochachtung, mit dem Ausdruck … Hochachtung,
                genehmigen sie … Hochachtung, freundliche Grüße, freundlichen Gruß, freundlicher Gruß, viele Grüße,
                viele Grüße aus …, beste Grüße, beste Grüße aus …, besten Gruß, herzliche Grüße, herzliche Grüße aus …,
                herzlichen Gruß, liebe Grüße, lieben Gruß, schöne Grüße, schönen Gruß, sonnige Grüße, kollegiale Grüße,
                Grüße, Grüße aus …, hochachtungsvoll, Ihr, Ihre, Dein, Deine, MfG, MbG, LG, VG, BG, HG, mfg, m.f.g.,
                mit freundlichen Grüßen und bestem Dank, mit bestem Dank und freundlichen Grüßen,
                vielen Dank und freundliche Grüße, vielen Dank und viele Grüße, vielen Dank und beste Grüße,
                vielen Dank und mit freundlichen Grüßen, besten Dank und freundliche Grüße, danke und viele Grüße,
                danke und liebe Grüße
                """,
            Courtesies = """
                servus, Gruß, bis dahin, danke, vielen Dank, besten Dank, herzlichen Dank, danke sehr, danke schön,
                danke im Voraus, vielen Dank im Voraus, mit bestem Dank, mit Dank, mit herzlichem Dank
                """,
            Postscripts = "PS, P.S., P. S., NB, Nachtrag",
            Disclaimers = """
                vertraulich, empfänger, adressat, unbefugt, irrtüm, versehentlich, vernichte, löschen, virus, umwelt,
                ausdruck
                """,
        };

    private static NewTextRules Dutch() =>
        new()
        {
            Senders = "Van, Afzender, Organisator",
            Subjects = "Onderwerp",
            Fields = """
                Verzonden, Verzonden op, Verstuurd, Datum, Aan, Cc, Bcc, Kopie, Antwoord aan, Beantwoorden aan, Urgentie,
                Prioriteit, Bijlage, Bijlagen, Wanneer, Waar, Tijd, Locatie, Vereist
                """,
            Introductions = """
                op … schreef …, op … schreef, op … heeft … geschreven, op … heeft … het volgende geschreven, … schreef op …,
                … schreef, … heeft op … geschreven, … schreef het volgende op …, citeren van …
                """,
            Dividers = """
                oorspronkelijk bericht, origineel bericht, oorspronkelijke afspraak, oorspronkelijke e-mail,
                doorgestuurd bericht, doorgestuurde e-mail, doorgestuurd door, begin doorgestuurd bericht:,
                doorgestuurd bericht:
                """,
            Devices = """
                verzonden vanaf …, verzonden vanuit …, verzonden met …, verzonden via …, verstuurd vanaf …, verstuurd met …,
                verstuurd via …, download outlook …, outlook voor … downloaden
                """,
            Closings = """
                met vriendelijke groet, met vriendelijke groeten, vriendelijke groet, vriendelijke groeten,
                met hartelijke groet, met hartelijke groeten, hartelijke groet, hartelijke groeten, met beste groet,
                met beste groeten, beste groet, beste groeten, met collegiale groet, met collegiale groeten,
                collegiale groet, collegiale groeten, met groet, groet, groeten, lieve groet, lieve groeten, warme groet,
                warme groeten, met warme groet, veel groeten, met veel groeten, hoogachtend, met hoogachting,
                met de meeste hoogachting, met bijzondere hoogachting, met achting, uw dienstwillige, mvg, m.v.g., vr gr,
                vr. gr., bedankt en vriendelijke groeten, dank en vriendelijke groet, met dank en vriendelijke groet
                """,
            Courtesies = """
                groetjes, gr, bedankt, dank u, dank je, dank u wel, dank je wel, hartelijk dank, met dank, alvast bedankt,
                alvast dank, bij voorbaat dank, veel dank
                """,
            Postscripts = "PS, P.S., P. S., N.B.",
            Disclaimers = """
                vertrouwelijk, geadresseerde, ontvanger, bestemd voor, onbevoegd, abusievelijk, ten onrechte, verwijderen,
                virus, milieu, afdruk, print
                """,
        };
}
