namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules Estonian() =>
        new()
        {
            Senders = "Saatja, Kellelt, Korraldaja",
            Subjects = "Teema",
            Fields = """
                Saadetud, Saatmisaeg, Kuupäev, Adressaat, Kellele, Saaja, Koopia, Pimekoopia, Cc, Vastus, Vastata, Tähtsus,
                Prioriteet, Manus, Manused, Millal, Aeg, Kus, Koht, Asukoht, Kohustuslikud
                """,
            Introductions = """
                … kirjutas kuupäeval …, … kirjutas …, … kirjutas, … kirjutas järgmist, kuupäeval … kirjutas …,
                kuupäeval … kirjutas, … kirjutab
                """,
            Dividers = """
                algne sõnum, algne kiri, algsõnum, algkiri, originaalkiri, originaalsõnum, edastatud sõnum, edastatud kiri,
                edasi saadetud kiri, edastas, edastatud kirja algus:, edastatud sõnumi algus:, edastatud kiri:,
                edastatud sõnum:
                """,
            Devices = "saadetud minu …, saadetud …, hankige outlook …, laadige alla outlook …",
            Closings = """
                lugupidamisega, suurima lugupidamisega, sügava lugupidamisega, austusega, parimate soovidega,
                parimate tervitustega, heade soovidega, kõike paremat, tervitades, parimat soovides, head soovides,
                kõige paremate soovidega, südamlike tervitustega, sõbralike tervitustega, teie, ikka teie, lp, parimat,
                ilusat päeva jätku, aitäh ja kõike head, tänades ja lugupidamisega, ette tänades ja lugupidamisega
                """,
            Courtesies = """
                tervitusi, tervitustega, kõike head, head päeva, ilusat päeva, kaunist päeva, aitäh, tänan, täname,
                suur tänu, suur aitäh, tänuga, tänades, ette tänades, tänan ette, suurte tänudega
                """,
            Postscripts = "P.S., P. S., PS, NB",
            Disclaimers = """
                konfidentsiaal, adressaa, saaja, ekslikult, kogemata, kustuta, hävita, viirus, keskkon, väljatrük, printi
                """,
        };

    private static NewTextRules Finnish() =>
        new()
        {
            Senders = "Lähettäjä, Järjestäjä",
            Subjects = "Aihe",
            Fields = """
                Lähetetty, Lähetysaika, Päiväys, Päivämäärä, Pvm, Vastaanottaja, Vastaanottajat, Kenelle, Kopio, Piilokopio,
                Cc, Bcc, Vastausosoite, Vastaus, Tärkeys, Prioriteetti, Liite, Liitteet, Aika, Milloin, Missä, Paikka,
                Sijainti, Pakolliset
                """,
            Introductions = """
                … kirjoitti …, … kirjoitti, … kirjoitti seuraavasti, … kirjoitti seuraavaa, … kirjoittaa, … kirjoitti näin,
                lainaus …
                """,
            Dividers = """
                alkuperäinen viesti, alkuperäinen sähköposti, alkuperäinen tapaaminen, välitetty viesti,
                edelleenlähetetty viesti, edelleen lähetetty viesti, lähetetty edelleen, välittänyt,
                välitetty viesti alkaa:, edelleenlähetetty viesti alkaa:, välitetty viesti:
                """,
            Devices = "lähetetty …, hanki outlook …, lataa outlook …",
            Closings = """
                terveisin, ystävällisin terveisin, parhain terveisin, kunnioittavasti, kunnioittaen,
                kunnioittavin terveisin, kohteliaimmin, kohteliain terveisin, lämpimin terveisin, sydämellisin terveisin,
                hyvin terveisin, kollegiaalisin terveisin, kollegaterveisin, iloisin terveisin, aurinkoisin terveisin,
                mukavaa päivänjatkoa, terkuin, terv, yst terv, yst. terv, ystävällisesti, yt, kiittäen, kiitos ja terveisin,
                kiitos ja hyvää päivänjatkoa, kiitoksin ja terveisin, etukäteen kiittäen, korkeimmalla kunnioituksella,
                teidän
                """,
            Courtesies = """
                terveiset, hyvää viikonloppua, mukavaa päivää, hyvää päivänjatkoa, t, jt, kiitos, kiitoksia,
                paljon kiitoksia, kiitos etukäteen, kiitoksin, suurkiitos, kiitän, kiitämme
                """,
            Postscripts = "PS, P.S., P. S., Ps., Jk, Jk.",
            Disclaimers = """
                luottamuksell, vastaanottaj, tarkoitettu, erehdyks, virheellis, salassa, poista, hävit, virus, ympäristö,
                tulosta
                """,
        };

    private static NewTextRules Hungarian() =>
        new()
        {
            Senders = "Feladó, Küldő, Szervező",
            Subjects = "Tárgy",
            Fields = """
                Küldve, Elküldve, Küldés ideje, Küldés dátuma, Dátum, Címzett, Címzettek, Másolat, Másolatot kap,
                Titkos másolat, Cc, Bcc, Válaszcím, Válasz, Fontosság, Prioritás, Melléklet, Mellékletek, Csatolmány,
                Csatolmányok, Mikor, Időpont, Hol, Hely, Helyszín, Kötelező
                """,
            Introductions = """
                … ezt írta …, … ezt írta, … írta …, … írta, … a következőt írta …, … a következőt írta,
                … a következőket írta, … írja, … időpontban … ezt írta, … keltezéssel … írta, … írta … dátummal, idézet …
                """,
            Dividers = """
                eredeti üzenet, eredeti levél, eredeti találkozó, továbbított üzenet, továbbított levél,
                továbbküldött üzenet, továbbította, továbbított levél kezdete:, továbbított üzenet kezdete:,
                továbbított üzenet:, továbbított levél:
                """,
            Devices = """
                küldve …, elküldve …, … küldve, … elküldve, az outlook …, az outlook … beszerzése, outlook … letöltése
                """,
            Closings = """
                üdvözlettel, tisztelettel, szívélyes üdvözlettel, baráti üdvözlettel, tisztelettel és üdvözlettel,
                kollégiális üdvözlettel, szíves üdvözlettel, meleg üdvözlettel, legjobb kívánságokkal, jókívánságokkal,
                jókívánságaimmal, kiváló tisztelettel, mély tisztelettel, őszinte tisztelettel,
                megkülönböztetett tisztelettel, őszinte nagyrabecsüléssel, nagyrabecsüléssel, kiváló nagyrabecsüléssel,
                megbecsüléssel, üdvözli, tisztelője, őszinte híve, barátsággal, üdv, további szép napot,
                további szép napot kívánok, jó munkát kívánok, köszönettel és üdvözlettel, köszönettel és tisztelettel,
                köszönöm és üdvözlettel, segítségét előre is köszönve … üdvözlettel, válaszát várva … üdvözlettel,
                kérem fogadja … kifejezését
                """,
            Courtesies = """
                szép napot, szép napot kívánok, jó munkát, minden jót, üdvözlöm, üdvözletem, ü, köszönettel, köszönöm,
                köszönjük, köszönöm szépen, előre is köszönöm, előre is köszönettel, előre is köszönjük, hálás köszönettel,
                köszi
                """,
            Postscripts = "U.i., Ui., Ui, U. i., Utóirat, P.S., PS",
            Disclaimers = """
                bizalmas, címzett, tévedés, illetéktelen, jogosulatlan, törölje, töröl, megsemmisít, vírus, környezet,
                nyomtat
                """,
        };
}
