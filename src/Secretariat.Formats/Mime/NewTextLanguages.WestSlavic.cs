namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules Polish() =>
        new()
        {
            Senders = "Od, Nadawca, Organizator",
            Subjects = "Temat",
            Fields = """
                Wysłano, Wysłane, Data, Data wysłania, Do, Adresat, Odbiorca, DW, UDW, Kopia, Kopia do, Odpowiedz do,
                Ważność, Priorytet, Załącznik, Załączniki, Kiedy, Gdzie, Czas, Miejsce, Lokalizacja, Wymagani
                """,
            Introductions = """
                w dniu … napisał, w dniu … napisała, w dniu … napisał(a), w dniu … pisze, w dniu … użytkownik … napisał,
                dnia … napisał, dnia … napisał(a), dnia … napisała, dnia … pisze, w … napisał, … napisał w dniu …,
                … napisał(a) w dniu …, … napisał(a) …, … napisał, … napisała, … napisał(a), … pisze, … napisali,
                cytowanie …, wiadomość napisana przez … w dniu …, wiadomość napisana przez … o godz. …
                """,
            Dividers = """
                wiadomość oryginalna, oryginalna wiadomość, treść oryginalnej wiadomości, treść oryginalna,
                pierwotna wiadomość, oryginalny termin, wiadomość przekazana dalej, przekazana wiadomość,
                wiadomość przekazana, wiadomość przesłana dalej, przesłana wiadomość, treść przekazanej wiadomości,
                przekazane przez, początek przekazywanej wiadomości:, początek przekazanej wiadomości:,
                wiadomość przekazana:, przekazana wiadomość:
                """,
            Devices = """
                wysłano z …, wysłane z …, wysłana z …, wysłano przez …, wysłane przez …, wysłano za pomocą …,
                wysłano przy użyciu …, pobierz outlook …, pobierz aplikację outlook …, pobierz program outlook …
                """,
            Closings = """
                z poważaniem, z wyrazami szacunku, z wyrazami poważania, z wyrazami najwyższego szacunku,
                z wyrazami głębokiego szacunku, łączę wyrazy szacunku, łączę wyrazy poważania, łączymy wyrazy szacunku,
                proszę przyjąć wyrazy …, z szacunkiem, z najwyższym szacunkiem, pozdrawiam, pozdrawiamy,
                serdecznie pozdrawiam, serdecznie pozdrawiamy, pozdrawiam serdecznie, z pozdrowieniami,
                z serdecznymi pozdrowieniami, z najlepszymi pozdrowieniami, z koleżeńskim pozdrowieniem,
                serdeczne pozdrowienia, najlepsze pozdrowienia, łączę pozdrowienia, z najlepszymi życzeniami,
                z wyrazami sympatii, z uszanowaniem, uprzejmie pozdrawiam, pozdr, pzdr, z pow, dziękuję i pozdrawiam,
                dziękujemy i pozdrawiamy, z góry dziękuję i pozdrawiam
                """,
            Courtesies = """
                miłego dnia, pozdrowienia, dziękuję, dziękujemy, bardzo dziękuję, z góry dziękuję, z góry dziękujemy,
                z podziękowaniem, z podziękowaniami, dzięki
                """,
            Postscripts = "P.S., P. S., PS, N.B.",
            Disclaimers = """
                poufn, adresat, odbiorc, przez pomyłkę, omyłkow, nieuprawnion, usunię, zniszcz, wirus, środowisk, wydruk
                """,
        };

    private static NewTextRules Czech() =>
        new()
        {
            Senders = "Od, Odesílatel, Pořadatel, Organizátor",
            Subjects = "Předmět, Věc",
            Fields = """
                Odesláno, Odesláno dne, Posláno, Datum, Komu, Příjemce, Kopie, Cc, Skrytá kopie, Skrytá, Odpovědět komu,
                Odpověď na, Důležitost, Priorita, Příloha, Přílohy, Kdy, Kde, Čas, Místo, Povinní
                """,
            Introductions = """
                dne … napsal, dne … napsala, dne … napsal(a), dne … píše, dne … odesílatel … napsal, … odesílatel … napsal,
                … odesílatel … napsal(a), v … napsal, v … napsal(a), … napsal dne …, … napsal(a) dne …, … napsal(a) …,
                … napsal, … napsala, … napsal(a), … píše, citování …, citace …
                """,
            Dividers = """
                původní zpráva, původní e-mail, původní schůzka, původní událost, přeposlaná zpráva, předaná zpráva,
                přeposlaný e-mail, přesměrovaná zpráva, přeposlal, začátek přeposílané zprávy:, začátek předávané zprávy:,
                přeposlaná zpráva:
                """,
            Devices = """
                odesláno z …, odesláno ze …, odesláno pomocí …, odesláno prostřednictvím …, posláno z …, posláno ze …,
                získat outlook …, získejte outlook …
                """,
            Closings = """
                s pozdravem, s pozdravem a přáním …, s přátelským pozdravem, s přátelskými pozdravy, se srdečným pozdravem,
                se srdečnými pozdravy, s kolegiálním pozdravem, s uctivým pozdravem, s úctou, s hlubokou úctou,
                s veškerou úctou, s projevem úcty, s projevem hluboké úcty, s upřímným pozdravem, s pěkným pozdravem,
                s poděkováním a pozdravem, s poděkováním a přáním …, pozdravy, srdečně zdravím, srdečně zdraví, srdečně,
                se zdvořilým pozdravem, s přáním hezkého dne, s přáním pěkného dne, přeji hezký den, přeji pěkný den,
                mějte se hezky, děkuji a zdravím, děkuji a s pozdravem, děkujeme a zdravíme, s poz, přijměte … úcty, váš,
                vaše
                """,
            Courtesies = """
                zdravím, pozdrav, hezký den, pěkný den, zdraví, děkuji, děkujeme, děkuji předem, předem děkuji,
                předem děkujeme, mockrát děkuji, s díky, díky, děkuji mnohokrát, s poděkováním
                """,
            Postscripts = "P.S., P. S., PS, N.B.",
            Disclaimers = """
                důvěrn, adresát, příjemc, omylem, neoprávněn, smaž, odstra, zničt, virus, životní prostředí, tisk
                """,
        };

    private static NewTextRules Slovak() =>
        new()
        {
            Senders = "Od, Odosielateľ, Organizátor",
            Subjects = "Predmet, Vec",
            Fields = """
                Odoslané, Odoslaná, Odoslané dňa, Poslané, Dátum, Komu, Príjemca, Kópia, Cc, Skrytá kópia, Odpovedať komu,
                Odpoveď na, Dôležitosť, Priorita, Príloha, Prílohy, Kedy, Kde, Čas, Miesto, Povinní
                """,
            Introductions = """
                dňa … napísal, dňa … napísala, dňa … napísal(a), dňa … píše, dňa … používateľ … napísal,
                … používateľ … napísal, … používateľ … napísal(a), … napísal dňa …, … napísal(a) dňa …, … napísal(a) …,
                … napísal, … napísala, … napísal(a), … píše
                """,
            Dividers = """
                pôvodná správa, pôvodný e-mail, pôvodná schôdza, preposlaná správa, preposlaný e-mail, postúpená správa,
                preposlal, začiatok preposlanej správy:, preposlaná správa:
                """,
            Devices = """
                odoslané z …, odoslané zo …, odoslané cez …, odoslané pomocou …, poslané z …, poslané zo …,
                získať outlook …, získajte outlook …
                """,
            Closings = """
                s pozdravom, s priateľským pozdravom, s priateľskými pozdravmi, so srdečným pozdravom,
                so srdečnými pozdravmi, s kolegiálnym pozdravom, s úctivým pozdravom, so zdvorilým pozdravom, s úctou,
                s hlbokou úctou, s prejavom úcty, s prejavom hlbokej úcty, s úctou a pozdravom, s pozdravom a úctou,
                pozdravy, srdečne pozdravujem, srdečne, s pozdravom a prianím …, s prianím pekného dňa,
                s prianím príjemného dňa, prajem pekný deň, s poďakovaním a pozdravom, ďakujem a pozdravujem,
                ďakujem a s pozdravom, ďakujeme a pozdravujeme, prijmite … úcty, s poz, váš, vaša
                """,
            Courtesies = """
                zdravím, pozdrav, pekný deň, príjemný deň, pozdravujem, ďakujem, ďakujeme, vopred ďakujem, vopred ďakujeme,
                ďakujem vopred, ďakujem pekne, ďakujem veľmi pekne, s vďakou, vďaka, s poďakovaním
                """,
            Postscripts = "P.S., P. S., PS, N.B.",
            Disclaimers = """
                dôvern, adresát, príjemc, omylom, neoprávnen, vymaž, odstrá, znič, vírus, životné prostredie, tlač
                """,
        };
}
