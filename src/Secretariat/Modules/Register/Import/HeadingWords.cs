namespace Secretariat.Modules.Register.Import;

/// <summary>
/// How lists of ministries head their columns of roles, strands, languages and days, in the 24 languages of the Union: a line per language.
/// What the pages say themselves is known without being written here, and names, functions and addresses are known to the reader of lists.
/// </summary>
internal static class HeadingWords
{
    public static IReadOnlyCollection<string> Role { get; } =
        Of(
            """
            en mandate type, contact type, kind of contact, type of contact, role in the alliance
            bg роля, вид контакт
            cs role, typ kontaktu
            da rolle, kontakttype
            de rolle, kontaktart, art des kontakts, rolle in der allianz
            el ρόλος, είδος επαφής
            es rol, papel, tipo de contacto
            et roll, kontakti liik
            fi rooli, yhteystiedon laji
            fr type de contact, rôle dans l'alliance, type de mandat
            ga ról, cineál teagmhála
            hr uloga, vrsta kontakta
            hu szerep, szerepkör, kapcsolat típusa
            it ruolo, tipo di contatto
            lt vaidmuo, kontakto rūšis
            lv loma, kontakta veids
            mt rwol, tip ta' kuntatt
            nl rol, soort contact, type contact
            pl rola, rodzaj kontaktu
            pt papel, tipo de contacto
            ro rol, rolul, tip de contact
            sk rola, typ kontaktu
            sl vloga, vrsta stika
            sv roll, typ av kontakt
            """
        );

    public static IReadOnlyCollection<string> Strands { get; } =
        Of(
            """
            en strand, workstream, workstreams, work stream, area of work, work area
            bg направление, направления, направление на работа
            cs pracovní oblast
            da arbejdsområde, arbejdsområder
            de arbeitsstrang, arbeitsstränge, arbeitsbereich, arbeitsbereiche, strang
            el άξονας, άξονες, άξονας εργασιών
            es eje, ejes, línea de trabajo, líneas de trabajo
            et töösuund, töösuunad
            fi työlinja, työlinjat
            fr axe, axes, axe de travail, volet, volets, volet de travail
            ga snáithe, snáitheanna, snáithe oibre
            hr područje rada, područja rada
            hu munkaterület, munkaterületek
            it filone, filoni, filone di lavoro, asse, assi
            lt darbo kryptis, darbo kryptys, kryptis
            lv darba virziens, darba virzieni, virziens
            mt qasam ta' ħidma, oqsma ta' ħidma
            nl werkterrein, werkterreinen
            pl obszar prac, obszary prac
            pt vertente, vertentes, eixo, eixos
            ro direcție de lucru, direcții de lucru, axă
            sk pracovná oblasť
            sl področje dela, področja dela
            sv arbetsområde, arbetsområden
            """
        );

    public static IReadOnlyCollection<string> Language { get; } =
        Of(
            """
            en lang, working language, language of correspondence
            bg език
            cs jazyk
            da sprog
            de sprache, arbeitssprache, korrespondenzsprache
            el γλώσσα
            es idioma, lengua
            et keel
            fi kieli
            fr langue, langue de travail, langue de correspondance
            ga teanga
            hr jezik
            hu nyelv
            it lingua
            lt kalba
            lv valoda
            mt lingwa
            nl taal
            pl język
            pt língua, idioma
            ro limba, limbă
            sk jazyk
            sl jezik
            sv språk
            """
        );

    public static IReadOnlyCollection<string> From { get; } =
        Of(
            """
            en since, valid from, start, start date, beginning, date of appointment, appointed on, first day
            bg от, от дата, начало, начална дата, в сила от
            cs od, platnost od, začátek
            da fra, gyldig fra, start, startdato
            de von, ab, seit, beginn, gültig ab, gültig von, im amt seit
            el από, ισχύει από, έναρξη
            es desde, fecha de inicio, inicio, válido desde
            et alates, algus, kehtib alates
            fi alkaen, alku, alkamispäivä, voimassa alkaen
            fr du, depuis, depuis le, début, date de début, à compter du, date de nomination, en fonction depuis
            ga tús, dáta tosaigh
            hr od, početak, vrijedi od
            hu kezdete, kezdő dátum, érvényes ettől, mettől
            it dal, inizio, data di inizio, a decorrere dal, valido dal
            lt nuo, pradžia, galioja nuo
            lv sākums, spēkā no
            mt minn, bidu, validu minn
            nl vanaf, van, sinds, begin, begindatum, geldig vanaf
            pl od, od dnia, początek, ważne od
            pt desde, início, data de início, válido desde
            ro de la, din, început, data începerii, valabil de la
            sk od, platnosť od, začiatok
            sl od, začetek, velja od
            sv från, från och med, startdatum, giltig från
            """
        );

    public static IReadOnlyCollection<string> Until { get; } =
        Of(
            """
            en last day, valid until, valid to, to, till, end, end date, expiry date
            bg до, до дата, край, крайна дата
            cs do, platnost do, konec
            da til, gyldig til, slut, slutdato
            de bis, bis zum, ende, gültig bis, im amt bis
            el έως, μέχρι, ισχύει έως, λήξη
            es hasta, fecha de fin, fin, válido hasta
            et kuni, lõpp, kehtib kuni
            fi saakka, loppu, päättymispäivä, voimassa asti
            fr au, jusqu'à, jusqu'au, fin, date de fin, échéance, dernier jour
            ga go dtí, deireadh, dáta deiridh
            hr do, kraj, vrijedi do
            hu vége, befejező dátum, érvényes eddig, meddig
            it al, fino al, fine, data di fine, valido fino al
            lt iki, pabaiga, galioja iki
            lv līdz, beigas, spēkā līdz
            mt tmiem, validu sa
            nl tot, tot en met, t m, einde, einddatum, geldig tot
            pl do, do dnia, koniec, ważne do
            pt até, fim, data de fim, válido até
            ro până la, sfârșit, data încetării, valabil până la
            sk do, platnosť do, koniec
            sl do, konec, velja do
            sv till, till och med, slutdatum, giltig till
            """
        );

    private static IReadOnlyCollection<string> Of(string lines) =>
        [
            .. lines
                .Split('\n')
                .SelectMany(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(','))
                .Select(word => word.Trim()),
        ];
}
