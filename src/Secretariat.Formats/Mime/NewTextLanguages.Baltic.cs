namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules Latvian() =>
        new()
        {
            Senders = "No, Sūtītājs, Organizētājs",
            Subjects = "Tēma, Temats",
            Fields = """
                Nosūtīts, Nosūtīta, Sūtīts, Datums, Kam, Saņēmējs, Adresāts, Kopija, Slēptā kopija, Cc, Bcc, Atbildēt,
                Atbilde, Svarīgums, Prioritāte, Pielikums, Pielikumi, Kad, Laiks, Kur, Vieta, Atrašanās vieta, Obligātie
                """,
            Introductions = "… rakstīja, … rakstīja …, … raksta, … lietotājs … rakstīja, … uzrakstīja, … plkst … rakstīja",
            Dividers = """
                sākotnējais ziņojums, sākotnējā vēstule, oriģinālais ziņojums, oriģinālā ziņa, sākotnējā ziņa,
                oriģinālā vēstule, sākotnējā tikšanās, pārsūtīts ziņojums, pārsūtītais ziņojums, pārsūtīta ziņa,
                pārsūtītā ziņa, pārsūtīta vēstule, pārsūtītā vēstule, pārsūtīja, pārsūtītā ziņojuma sākums:,
                pārsūtītās vēstules sākums:, pārsūtītais ziņojums:
                """,
            Devices = """
                sūtīts no …, nosūtīts no …, nosūtīts ar …, sūtīts ar …, nosūtīts izmantojot …, nosūtīts …, iegūt outlook …,
                iegūstiet outlook …, lejupielādējiet outlook …
                """,
            Closings = """
                ar cieņu, ar patiesu cieņu, ar dziļu cieņu, ar vislielāko cieņu, patiesā cieņā, ar visdziļāko cieņu, cieņā,
                cieņā jūsu, ar sveicieniem, ar sveicieniem no …, ar sveicienu no …, ar vislabākajiem vēlējumiem, ar labākajiem vēlējumiem, vislabākie vēlējumi,
                vislabākos vēlējumus, labākie vēlējumi, ar sirsnīgiem sveicieniem, sirsnīgi, sirsnīgi sveicieni, draudzīgi,
                lai jauka diena, jauku dienu vēlot, lai izdevusies diena, ar cieņu un pateicību, ar pateicību un cieņu,
                paldies un ar cieņu, jau iepriekš pateicos … ar cieņu, patiesi jūsu, jūsu
                """,
            Courtesies = """
                sveicieni, visu labu, jauku dienu, veiksmīgu dienu, paldies, liels paldies, jau iepriekš paldies,
                paldies jau iepriekš, paldies iepriekš, ar pateicību, pateicībā, pateicos, pateicamies,
                jau iepriekš pateicos
                """,
            Postscripts = "P.S., P. S., PS, N.B.",
            Disclaimers = """
                konfidenciāl, adresāt, saņēmēj, kļūdas pēc, kļūdain, neatļaut, izdzēs, iznīcin, vīrus, dabu, vidi, izdruk
                """,
        };

    private static NewTextRules Lithuanian() =>
        new()
        {
            Senders = "Nuo, Siuntėjas, Iš, Organizatorius",
            Subjects = "Tema",
            Fields = """
                Išsiųsta, Siųsta, Išsiuntimo data, Data, Kam, Iki, Gavėjas, Kopija, Nematoma kopija, Cc, Bcc, Atsakyti,
                Atsakymas, Svarba, Svarbumas, Prioritetas, Priedas, Priedai, Kada, Laikas, Kur, Vieta, Privalomi
                """,
            Introductions = """
                … rašė, … rašė …, … parašė, … parašė …, … rašo, … rašė taip, … vartotojas … rašė, … naudotojas … rašė
                """,
            Dividers = """
                pradinis laiškas, originalus laiškas, originalus pranešimas, pirminis laiškas, pradinis pranešimas,
                pirminis pranešimas, pradinis susitikimas, persiųstas laiškas, persiųstas pranešimas, persiųsta žinutė,
                peradresuotas laiškas, persiuntė, persiunčiamas laiškas, persiunčiamo laiško pradžia:,
                persiųsto laiško pradžia:, persiųstas laiškas:
                """,
            Devices = """
                siųsta iš …, išsiųsta iš …, išsiųsta naudojant …, išsiųsta su …, siunčiama iš …, gauti outlook …,
                gaukite outlook …, atsisiųskite outlook …
                """,
            Closings = """
                pagarbiai, su pagarba, su didžiausia pagarba, su didele pagarba, su gilia pagarba, nuoširdžiai,
                nuoširdžiai jūsų, su geriausiais linkėjimais, geriausi linkėjimai, geriausi linkėjimai jums, su linkėjimais,
                linkėjimai iš …, nuoširdūs linkėjimai, su nuoširdžiais linkėjimais, linkiu geros dienos,
                linkime geros dienos, viso geriausio, draugiškai, kolegiškai, jūsų, pagarbiai jūsų,
                su pagarba ir geriausiais linkėjimais, dėkoju ir geros dienos, dėkojame … pagarbiai, dėkoju … pagarbiai,
                prašome priimti … pagarb…, prašau priimti … pagarb…
                """,
            Courtesies = """
                geros dienos, gražios dienos, linkėjimai, sėkmės, viso gero, ačiū, labai ačiū, dėkoju, dėkojame,
                iš anksto dėkoju, iš anksto dėkojame, iš anksto ačiū, su dėkingumu, su padėka
                """,
            Postscripts = "P.S., P. S., PS, N.B.",
            Disclaimers = """
                konfidencial, adresat, gavėj, per klaidą, klaidingai, neteisėt, ištrin, sunaikin, virus, aplink, gamt,
                spausdin
                """,
        };
}
