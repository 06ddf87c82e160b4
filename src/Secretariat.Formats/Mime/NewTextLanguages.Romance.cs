namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules French() =>
        new()
        {
            Senders = "De, Expéditeur, Organisateur",
            Subjects = "Objet, Sujet",
            Fields = """
                Envoyé, Envoyé le, Envoyée, Date, Date d'envoi, À, Pour, Destinataire, Cc, Cci, Copie, Copie à, Répondre à,
                Réponse à, Importance, Priorité, Pièce jointe, Pièces jointes, Quand, Où, Heure, Lieu, Emplacement,
                Obligatoire
                """,
            Introductions = """
                le … a écrit, le … a écrit ce qui suit, le … écrivait, le … écrit, … a écrit le …, … a écrit,
                … a écrit ceci, … écrivait, en date du … a écrit, quoting …, citation de …, selon …
                """,
            Dividers = """
                message d'origine, message original, mail original, courriel original, e-mail d'origine, courriel d'origine,
                rendez-vous d'origine, message initial, message transféré, message transmis, message réexpédié,
                mail transféré, courriel transféré, transféré par, début du message transféré:, début du message réexpédié:,
                message transféré:, message réexpédié:, début du courriel transféré:
                """,
            Devices = """
                envoyé de …, envoyé depuis …, envoyé à partir de …, envoyé par …, envoyé avec …, envoyé via …,
                obtenez outlook …, obtenir outlook …, télécharger outlook …, téléchargez outlook …, provenance : …
                """,
            Closings = """
                cordialement, bien cordialement, très cordialement, cordialement vôtre, cordiales salutations,
                avec mes cordiales salutations, salutations cordiales, meilleures salutations,
                avec mes meilleures salutations, mes meilleures salutations, sincères salutations,
                avec mes sincères salutations, salutations distinguées, mes salutations distinguées,
                avec mes salutations distinguées, salutations respectueuses, mes respectueuses salutations,
                respectueusement, bien respectueusement, très respectueusement, avec mes respects, mes respects,
                sincèrement, bien sincèrement, sincèrement vôtre, bien à vous, bien à toi, amicalement, bien amicalement,
                très amicalement, amitiés, bien vôtre, cdlt, cdt, bàv, bav, crdlt, merci et bien cordialement,
                merci et cordialement, merci d'avance et cordialement, bon week-end, très bonne journée, belle journée,
                excellente journée, veuillez agréer …, je vous prie d'agréer …, nous vous prions d'agréer …,
                je vous prie de bien vouloir agréer …, nous vous prions de bien vouloir agréer …, vous prie d'agréer …,
                agréez …, veuillez recevoir … salutations …, recevez … salutations …, veuillez croire … salutations …,
                veuillez croire … considération …, veuillez croire … sentiments …, je vous prie de croire … considération …,
                je vous prie de croire … sentiments …, je vous prie de croire … salutations …,
                je vous prie de recevoir … salutations …, je vous prie de recevoir … considération …,
                veuillez accepter … salutations …, dans l'attente … salutations …, dans l'attente … veuillez agréer …,
                dans l'attente … je vous prie d'agréer …, avec l'expression de … considération …,
                avec l'assurance de … considération …
                """,
            Courtesies = """
                bonne journée, bonne soirée, bonne fin de journée, bonne réception, salutations, merci, merci beaucoup,
                merci d'avance, avec mes remerciements, avec tous mes remerciements, tous mes remerciements,
                avec nos remerciements, mille mercis
                """,
            Postscripts = "P.-S., P-S, P.S., P. S., PS, NB, N.B.",
            Disclaimers = """
                confidentiel, destinataire, par erreur, non autorisé, divulg, privilégié, détruire, supprimer, virus,
                environnement, imprim
                """,
        };

    private static NewTextRules Italian() =>
        new()
        {
            Senders = "Da, Mittente, Organizzatore",
            Subjects = "Oggetto",
            Fields = """
                Inviato, Inviata, Inviato il, Data, Data invio, A, Per, Destinatario, Cc, Ccn, Copia, Rispondi a, Risposta,
                Importanza, Priorità, Allegato, Allegati, Quando, Dove, Luogo, Ora, Obbligatorio
                """,
            Introductions = """
                il … ha scritto, il giorno … ha scritto, in data … ha scritto, alle … ha scritto, il … scrive,
                … ha scritto il …, … ha scritto, … ha scritto quanto segue, … scrive, citando …, def. quota …, quoting …
                """,
            Dividers = """
                messaggio originale, messaggio originario, mail originale, e-mail originale, appuntamento originale,
                messaggio inoltrato, mail inoltrata, e-mail inoltrata, inoltrato da, messaggio inviato da,
                inizio messaggio inoltrato:, messaggio inoltrato:, inizio del messaggio inoltrato:
                """,
            Devices = """
                inviato da …, inviato dal …, inviato dall'…, inviato con …, inviato tramite …, inviata da …,
                scarica outlook …, ottieni outlook …
                """,
            Closings = """
                cordiali saluti, cordialmente, con cordiali saluti, con cordialità, un cordiale saluto,
                con un cordiale saluto, distinti saluti, con distinti saluti, porgo distinti saluti,
                si porgono distinti saluti, porgiamo distinti saluti, porgo cordiali saluti, si porgono cordiali saluti,
                con i migliori saluti, i migliori saluti, migliori saluti, i miei migliori saluti,
                con i più cordiali saluti, i più cordiali saluti, tanti saluti, cari saluti, un caro saluto, un saluto,
                saluti cordiali, sinceri saluti, con sinceri saluti, con osservanza, con la massima osservanza,
                con perfetta osservanza, con stima, con profonda stima, con viva cordialità, con ossequio, ossequi,
                con i migliori auguri, deferenti saluti, con deferenti saluti, rispettosamente, in fede,
                grazie e cordiali saluti, grazie e saluti, grazie e buona giornata, ringraziando porgo … saluti,
                nel ringraziare … saluti, in attesa … saluti, voglia gradire … saluti, vogliate gradire … saluti,
                voglia gradire … considerazione, voglia accogliere … considerazione,
                l'occasione è gradita per porgere … saluti, l'occasione mi è gradita per … saluti
                """,
            Courtesies = """
                buona giornata, buona serata, buon lavoro, a presto, saluti, grazie, grazie mille, molte grazie,
                mille grazie, grazie in anticipo, la ringrazio, vi ringrazio, con i miei ringraziamenti,
                grazie per l'attenzione
                """,
            Postscripts = "P.S., P. S., PS, N.B., NB",
            Disclaimers = """
                riservat, confidenzial, destinatari, per errore, divulg, privacy, vietat, distrugg, cancell, virus,
                ambiente, stampa
                """,
        };

    private static NewTextRules Romanian() =>
        new()
        {
            Senders = "De la, De, Expeditor, Expeditorul, Organizator",
            Subjects = "Subiect, Subiectul",
            Fields = """
                Trimis, Trimis la, Trimise, Data, Dată, Către, La, Pentru, Destinatar, Cc, Bcc, Copie, Răspuns către,
                Răspunde la, Importanță, Prioritate, Atașament, Atașamente, Atașări, Fișiere atașate, Când, Unde, Ora,
                Locul, Obligatoriu
                """,
            Introductions = """
                în data de … a scris, în data … a scris, în … a scris, pe data de … a scris, pe … a scris,
                la data de … a scris, la … a scris, la … a scris următoarele, … a scris la …, … a scris, … scrie
                """,
            Dividers = """
                mesaj original, mesajul original, mesaj inițial, mesajul inițial, programare originală, mesaj redirecționat,
                mesaj retransmis, mesaj transmis, mesaj înaintat, redirecționat de, începe mesajul redirecționat:,
                început mesaj redirecționat:, mesaj redirecționat:
                """,
            Devices = """
                trimis de pe …, trimis din …, trimis de la …, trimis cu …, trimis prin …, obțineți outlook …,
                descărcați outlook …, expediat de pe …
                """,
            Closings = """
                cu stimă, cu deosebită stimă, cu aleasă stimă, cu multă stimă, cu respect, cu deosebit respect,
                cu profund respect, cu tot respectul, cu considerație, cu deosebită considerație, cu înaltă considerație,
                cu aleasă considerație, cu stimă și considerație, cu cele mai bune gânduri, cele mai bune gânduri,
                cu cele mai bune urări, cele bune, toate cele bune, salutări cordiale, cu salutări, cu salutări cordiale,
                cordial, cu cordialitate, al dumneavoastră, a dumneavoastră, cu drag, cu prietenie, cu sinceritate,
                o zi bună vă doresc, o zi frumoasă, mulțumesc și o zi bună, mulțumim și o zi bună, cu mulțumiri și stimă,
                vă rugăm să primiți … considerație, vă rog să primiți … considerație, primiți vă rog … considerație
                """,
            Courtesies = """
                zi bună, o zi bună, salutări, numai bine, mulțumesc, mulțumim, vă mulțumesc, vă mulțumim, mulțumesc mult,
                mulțumesc anticipat, vă mulțumesc anticipat, mulțumim anticipat, cu mulțumiri, mersi
                """,
            Postscripts = "P.S., P. S., PS, N.B.",
            Disclaimers = """
                confidențial, destinatar, din eroare, din greșeală, neautorizat, divulg, ștergeți, distrug, virus, mediul,
                imprim, tipări
                """,
        };
}
