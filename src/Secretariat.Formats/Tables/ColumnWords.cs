namespace Secretariat.Formats.Tables;

/// <summary>
/// What columns are called in the 24 languages of the Union: a list per field, a line per language, in the languages' own spelling. The
/// singular and the plural, the man's and the woman's form where both are in use.
/// </summary>
internal static class ColumnWords
{
    public const string Given = """
        en first name, first names, firstname, given name, given names, forename, forenames, christian name, first, given
        bg име собствено, собствено име, първо име
        cs křestní jméno, křestní
        da fornavn, fornavne
        de vorname, vornamen, rufname
        el μικρό όνομα, κύριο όνομα
        es nombre de pila, primer nombre, nombres
        et eesnimi
        fi etunimi, etunimet
        fr prénom, prénoms
        ga céadainm, ainm baiste
        hr osobno ime, vlastito ime
        hu keresztnév, utónév
        it nome proprio, nome di battesimo
        lt vardas
        lv vārds
        mt isem proprju, l isem
        nl voornaam, voornamen, roepnaam
        pl imię, imiona
        pt nome próprio, primeiro nome
        ro prenume, prenumele
        sk krstné meno
        sl osebno ime
        sv förnamn
        """;

    public const string Family = """
        en surname, surnames, family name, family names, last name, last names, lastname, last, family
        bg фамилия, фамилно име, презиме и фамилия
        cs příjmení
        da efternavn, efternavne
        de nachname, nachnamen, familienname, familiennamen, zuname
        el επώνυμο, επίθετο
        es apellido, apellidos, primer apellido
        et perekonnanimi, perenimi
        fi sukunimi
        fr nom de famille, nom d'usage, nom patronymique
        ga sloinne, sloinneadh
        hr prezime
        hu vezetéknév, családnév
        it cognome, cognomi
        lt pavardė
        lv uzvārds
        mt kunjom
        nl achternaam, familienaam
        pl nazwisko
        pt apelido, apelidos, sobrenome, último nome
        ro nume de familie, numele de familie
        sk priezvisko
        sl priimek
        sv efternamn
        """;

    /// <summary>Of a person; beside a column for one half of the name, such a word means the other half.</summary>
    public const string Name = """
        en name, full name, contact, contact name, contact person, participant, participant name, person, delegate, names
        bg име, имена, име и фамилия, трите имена, лице за контакт, участник
        cs jméno, jméno a příjmení, celé jméno, kontaktní osoba, účastník
        da navn, fulde navn, kontaktperson, deltager
        de name, namen, vor und nachname, vor und zuname, vorname und nachname, vorname nachname, vollständiger name, ansprechpartner, ansprechpartnerin, kontaktperson, kontakt, teilnehmer, teilnehmerin
        el όνομα, ονοματεπώνυμο, όνομα και επώνυμο, πλήρες όνομα, υπεύθυνος επικοινωνίας, συμμετέχων
        es nombre, nombre y apellidos, nombre completo, persona de contacto, contacto, participante
        et nimi, ees ja perekonnanimi, täisnimi, kontaktisik, osaleja
        fi nimi, koko nimi, yhteyshenkilö, osallistuja
        fr nom, noms, nom et prénom, nom prénom, prénom et nom, prénom nom, nom complet, personne de contact, interlocuteur, participant, participante
        ga ainm, ainm iomlán, ainm agus sloinne, duine teagmhála
        hr ime, ime i prezime, puno ime, kontakt osoba, sudionik
        hu név, teljes név, kapcsolattartó, kapcsolattartó neve, résztvevő
        it nome, nome e cognome, cognome e nome, nominativo, nome completo, persona di contatto, referente, partecipante
        lt vardas pavardė, vardas ir pavardė, vardas, pavardė, kontaktinis asmuo, dalyvis
        lv vārds uzvārds, vārds un uzvārds, vārds, uzvārds, kontaktpersona, dalībnieks
        mt isem, isem u kunjom, isem sħiħ, persuna ta' kuntatt
        nl naam, volledige naam, voor en achternaam, contactpersoon, deelnemer
        pl imię i nazwisko, nazwisko i imię, osoba do kontaktu, osoba kontaktowa, uczestnik
        pt nome, nome completo, nome e apelido, pessoa de contacto, participante
        ro nume, numele, nume și prenume, numele și prenumele, nume complet, persoană de contact, participant
        sk meno, meno a priezvisko, celé meno, kontaktná osoba, účastník
        sl ime, ime in priimek, polno ime, kontaktna oseba, udeleženec
        sv namn, fullständigt namn, för och efternamn, kontaktperson, deltagare
        """;

    public const string Function = """
        en function, position, job title, job, role, title, post, rank, designation, occupation, capacity
        bg длъжност, позиция, функция, роля
        cs funkce, pozice, pracovní pozice, pracovní zařazení, role
        da stilling, stillingsbetegnelse, funktion, titel, rolle
        de funktion, position, stelle, amtsbezeichnung, dienstbezeichnung, berufsbezeichnung, rolle, dienststellung, aufgabe, tätigkeit
        el θέση, ιδιότητα, αξίωμα, τίτλος, καθήκοντα, θέση εργασίας, ρόλος
        es cargo, puesto, función, puesto de trabajo, rol
        et ametikoht, amet, ametinimetus, roll
        fi tehtävä, tehtävänimike, asema, virka, virka asema, nimike, titteli, rooli
        fr fonction, fonctions, poste, titre, qualité, emploi, rôle
        ga feidhm, post, teideal, teideal poist, ról
        hr funkcija, radno mjesto, dužnost, položaj, uloga, pozicija
        hu beosztás, munkakör, tisztség, pozíció, funkció, szerep
        it funzione, ruolo, carica, qualifica, posizione, incarico, mansione
        lt pareigos, pareigybė, funkcija, vaidmuo
        lv amats, ieņemamais amats, funkcija, loma
        mt kariga, funzjoni, pożizzjoni, titlu, rwol
        nl functie, functietitel, positie, rol, hoedanigheid
        pl stanowisko, funkcja, rola, tytuł stanowiska
        pt cargo, função, funções, posto, categoria
        ro funcție, funcția, post, poziție, rol, calitate
        sk funkcia, pozícia, pracovná pozícia, pracovné zaradenie, rola
        sl funkcija, položaj, delovno mesto, vloga, naziv delovnega mesta
        sv befattning, funktion, tjänst, titel, tjänstetitel, roll
        """;

    public const string Organisation = """
        en organisation, organization, organisations, institution, institute, company, employer, body, agency, authority, ministry, department, unit, affiliation, entity, partner, partners, service, delegation, organisation name, name of organisation
        bg организация, институция, учреждение, ведомство, министерство, фирма, агенция, орган, дружество, работодател, партньор, партньори
        cs organizace, instituce, úřad, ministerstvo, firma, společnost, pracoviště, zaměstnavatel, název organizace, partner, partneři
        da organisation, institution, myndighed, ministerium, virksomhed, firma, styrelse, arbejdsgiver, partner, partnere
        de organisation, einrichtung, institution, behörde, ministerium, firma, unternehmen, dienststelle, körperschaft, arbeitgeber, verein, verband, amt, abteilung, stelle der organisation, partner, partnerorganisation, partnerstaat
        el οργανισμός, οργάνωση, φορέας, υπηρεσία, υπουργείο, εταιρεία, ίδρυμα, αρχή, εργοδότης, εταίρος, εταίροι
        es organización, institución, organismo, entidad, empresa, ministerio, autoridad, administración, departamento, socio, socios
        et organisatsioon, asutus, ettevõte, ministeerium, amet või asutus, tööandja, firma, partner, partnerid
        fi organisaatio, laitos, virasto, ministeriö, yritys, viranomainen, työnantaja, yhteisö, kumppani, kumppanit
        fr organisme, organisation, institution, entreprise, société, ministère, administration, service, structure, établissement, autorité, association, employeur, partenaire, partenaires, pays ou organisation
        ga eagraíocht, eagras, institiúid, roinn, aireacht, comhlacht, údarás, comhpháirtí, comhpháirtithe
        hr organizacija, institucija, ustanova, ministarstvo, tvrtka, tijelo, poslodavac, partner, partneri
        hu szervezet, szervezet neve, intézmény, minisztérium, hivatal, hatóság, cég, munkahely, munkáltató, partner, partnerek
        it organizzazione, ente, istituzione, organismo, ministero, azienda, società, amministrazione, autorità, struttura, partner
        lt organizacija, įstaiga, institucija, ministerija, įmonė, darbovietė, partneris, partneriai
        lv organizācija, iestāde, institūcija, ministrija, uzņēmums, darbavieta, partneris, partneri
        mt organizzazzjoni, istituzzjoni, ministeru, kumpanija, entità, awtorità, sieħeb, sħab
        nl organisatie, instelling, instantie, ministerie, bedrijf, dienst, werkgever, overheid, partner, partners
        pl organizacja, instytucja, urząd, ministerstwo, firma, nazwa organizacji, podmiot, pracodawca, nazwa instytucji, partner, partnerzy
        pt organização, instituição, organismo, entidade, empresa, ministério, autoridade, parceiro, parceiros
        ro organizație, organizația, instituție, instituția, minister, ministerul, companie, firmă, autoritate, angajator, partener, partenerul, parteneri
        sk organizácia, inštitúcia, úrad, ministerstvo, firma, spoločnosť, zamestnávateľ, názov organizácie, partner, partneri
        sl organizacija, ustanova, institucija, ministrstvo, podjetje, urad, delodajalec, partner, partnerji
        sv organisation, institution, myndighet, departement, företag, arbetsgivare, partner, partners
        """;

    public const string Email = """
        en e mail, email, mail, e mail address, email address, mail address, e mails, emails, electronic mail
        bg имейл, е поща, електронна поща, ел поща, електронен адрес, имейл адрес, е мейл
        cs e mail, mail, e mailová adresa, emailová adresa, elektronická pošta
        da e mail, mail, e mailadresse, mailadresse, e post
        de e mail, mail, e mail adresse, mailadresse, e mailadresse, emailadresse, elektronische adresse
        el ηλεκτρονική διεύθυνση, ηλεκτρονικό ταχυδρομείο, διεύθυνση ηλεκτρονικού ταχυδρομείου, ηλ ταχυδρομείο, ηλ διεύθυνση, ημέιλ, ιμέιλ
        es correo electrónico, correo, e mail, dirección de correo, dirección electrónica, dirección de correo electrónico
        et e post, e posti aadress, e posti, meiliaadress, meil, elektronpost
        fi sähköposti, sähköpostiosoite, s posti, e mail
        fr courriel, e mail, mail, adresse e mail, adresse électronique, adresse mail, courrier électronique, mél, adresse de courriel
        ga ríomhphost, r phost, seoladh ríomhphoist
        hr e pošta, e mail, elektronička pošta, e mail adresa, adresa e pošte
        hu e mail, e mail cím, email cím, villanyposta, elektronikus levélcím, drótposta
        it e mail, posta elettronica, indirizzo e mail, indirizzo di posta elettronica, mail
        lt el paštas, el pašto adresas, elektroninis paštas, e paštas, el p
        lv e pasts, e pasta adrese, epasts, elektroniskais pasts
        mt posta elettronika, indirizz elettroniku, imejl, e mail, indirizz tal posta elettronika
        nl e mail, e mailadres, mailadres, e mail adres, emailadres
        pl e mail, adres e mail, mail, adres email, poczta elektroniczna, adres poczty elektronicznej
        pt correio eletrónico, correio electrónico, e mail, endereço eletrónico, endereço de correio eletrónico
        ro e mail, adresă de e mail, adresa de e mail, poștă electronică, adresă electronică, adresă email
        sk e mail, e mailová adresa, elektronická pošta, mail, emailová adresa
        sl e pošta, e naslov, elektronska pošta, elektronski naslov, e poštni naslov, e mail
        sv e post, e postadress, mejl, mejladress, epost, e mail
        """;

    public const string Phone = """
        en telephone, phone, tel, mobile, mobile phone, cell, cell phone, telephone number, phone number, telephone no, phone no, mob, gsm, landline, direct line, contact number
        bg телефон, тел, мобилен телефон, телефонен номер, мобилен, gsm, джиесем
        cs telefon, tel, mobil, telefonní číslo, mobilní telefon, tel číslo
        da telefon, tlf, mobil, telefonnummer, mobiltelefon, tel, mobilnummer
        de telefon, tel, telefonnummer, mobil, mobiltelefon, handy, rufnummer, mobilnummer, durchwahl, festnetz, fon
        el τηλέφωνο, τηλ, κινητό, κινητό τηλέφωνο, αριθμός τηλεφώνου, σταθερό τηλέφωνο, τηλέφωνα
        es teléfono, tel, tfno, móvil, número de teléfono, teléfono móvil, tlf
        et telefon, tel, mobiil, telefoninumber, mobiiltelefon, telefoni number
        fi puhelin, puh, matkapuhelin, puhelinnumero, puhelinnro, gsm, kännykkä
        fr téléphone, tél, portable, mobile, numéro de téléphone, téléphone portable, ligne directe, n de téléphone
        ga teileafón, guthán, fón, uimhir theileafóin, fón póca, uimhir ghutháin
        hr telefon, tel, mobitel, broj telefona, telefonski broj, mob
        hu telefon, tel, mobil, telefonszám, mobiltelefon, mobilszám
        it telefono, tel, cellulare, numero di telefono, recapito telefonico, cell, mobile
        lt telefonas, tel, mobilusis telefonas, telefono numeris, tel nr, mob tel
        lv tālrunis, telefons, tel, mobilais tālrunis, tālruņa numurs, mob tālrunis
        mt telefown, numru tat telefown, mowbajl, tel
        nl telefoon, tel, mobiel, telefoonnummer, gsm, gsm nummer, mobiele telefoon
        pl telefon, tel, komórka, numer telefonu, nr telefonu, telefon komórkowy, nr tel
        pt telefone, tel, telemóvel, número de telefone, contacto telefónico, nº de telefone
        ro telefon, tel, mobil, număr de telefon, telefon mobil, nr de telefon
        sk telefón, tel, mobil, telefónne číslo, mobilný telefón
        sl telefon, tel, mobitel, telefonska številka, mobilni telefon, gsm
        sv telefon, tel, mobil, telefonnummer, mobiltelefon, mobilnummer, tfn
        """;

    public const string Country = """
        en country, member state, state, nation, country name, country code
        bg държава, страна, държава членка
        cs země, stát, členský stát
        da land, medlemsstat, stat
        de land, staat, mitgliedstaat, mitgliedsstaat, herkunftsland
        el χώρα, κράτος, κράτος μέλος
        es país, estado, estado miembro
        et riik, liikmesriik, maa
        fi maa, valtio, jäsenvaltio, jäsenmaa
        fr pays, état, état membre
        ga tír, ballstát, stát
        hr država, zemlja, država članica
        hu ország, tagállam, állam
        it paese, stato, stato membro, nazione
        lt šalis, valstybė, valstybė narė
        lv valsts, dalībvalsts
        mt pajjiż, stat, stat membru
        nl land, lidstaat, staat
        pl kraj, państwo, państwo członkowskie
        pt país, estado, estado membro
        ro țară, țara, stat, stat membru
        sk krajina, štát, členský štát
        sl država, država članica
        sv land, medlemsstat, stat
        """;

    /// <summary>Words that make a column one of numbers or kinds of something rather than of the thing.</summary>
    public const string NotTheThing = """
        en id, no, number, code, type, kind, size, date, website, url, address, fax, comment, comments, remarks, language, gender
        de nr, nummer, art, typ, datum, webseite, anschrift, bemerkung, bemerkungen, sprache
        fr numéro, type, date, site, adresse, remarque, remarques, langue
        """;

    /// <summary>Words that say something as the whole name of a column only.</summary>
    public const string OnlyAlone = """
        en first, last, given, family, post, job, body, state, title, names
        et amet, meil
        fr état, titre, poste
        """;
}
