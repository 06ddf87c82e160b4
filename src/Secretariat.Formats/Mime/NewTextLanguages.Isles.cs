namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules English() =>
        new()
        {
            Senders = "From, Organizer, Organiser",
            Subjects = "Subject, Re",
            Fields = """
                Sent, Sent on, Date, To, Cc, Bcc, Copy, Reply-To, Reply to, Importance, Priority, Sensitivity, Attachments,
                Attachment, When, Where, Time, Location, Required, Optional, Resources, Categories, Sent by, Posted At,
                On behalf of
                """,
            Introductions = """
                on … wrote, on … writes, on … wrote the following, on … said, at … wrote, in a message dated … writes,
                in reply to … wrote, … wrote on …, … wrote, … writes, … has written, quoting …
                """,
            Dividers = """
                original message, original mail, original e-mail, original email, original appointment, forwarded message,
                forwarded by, forwarded mail, forwarded email, forwarded letter, reply message, start of forwarded message,
                begin forwarded message:, forwarded message:, original message:
                """,
            Devices = """
                sent from …, sent via …, sent with …, sent using …, get outlook …, get bluemail …, composed on …,
                typed on …, written on …
                """,
            Closings = """
                best regards, kind regards, kindest regards, warm regards, warmest regards, good regards, regards,
                many regards, my best regards, with best regards, with kind regards, with kindest regards,
                with warm regards, with regards, with my best regards, best wishes, with best wishes, with all good wishes,
                all best wishes, all the best, all best, very best, my best, sincerely, sincerely yours, yours sincerely,
                yours very sincerely, very sincerely, yours faithfully, faithfully yours, yours truly, very truly yours,
                truly yours, yours, yours ever, respectfully, respectfully yours, yours respectfully, most respectfully,
                cordially, yours cordially, with cordial regards, cordial regards, warmly, br, kr, rgds, brgds, kind rgds,
                best rgds, with best compliments, with compliments, with kind compliments, with greetings,
                with friendly greetings, friendly greetings, with respect, with kind respect, with high esteem,
                with great respect, thanks and regards, thanks and best regards, thanks and kind regards, thanks & regards,
                with thanks and best regards, thank you and best regards, thank you and kind regards,
                many thanks and best regards, many thanks and kind regards, best regards and thank you,
                with the assurance of … consideration, with the assurances of … consideration,
                with assurances of … consideration, please accept … assurance of … consideration,
                please accept … assurances of … consideration, please accept … my highest consideration, i remain … yours …
                """,
            Courtesies = """
                greetings, best, cheers, warm greetings, thanks, many thanks, thank you, thank you very much,
                thank you so much, thanks a lot, thanks so much, with thanks, thx, with many thanks, thanks in advance,
                many thanks in advance, thank you in advance, with appreciation, gratefully
                """,
            Postscripts = "P.S., P. S., PS, PPS, P.P.S., N.B.",
            Disclaimers = """
                confidential, intended, recipient, addressee, privileged, unauthori, disclos, disclaimer, virus,
                environment, print, delete, in error, copying
                """,
        };

    private static NewTextRules Irish() =>
        new()
        {
            Senders = "Ó, Uaidh, Seoltóir",
            Subjects = "Ábhar",
            Fields = """
                Seolta, Arna sheoladh, Dáta, Chuig, Go, Do, Cc, Cóip, Cóip chuig, Freagra chuig, Tábhacht, Tosaíocht,
                Ceangaltán, Ceangaltáin, Cathain, Cá háit, Am, Áit
                """,
            Introductions = """
                ar … scríobh …, ar … scríobh, an … scríobh …, scríobh … ar …, scríobh … an méid seo a leanas,
                scríobh … an méid seo …, … do scríobh, … a scríobh, … a scríobh an méid seo
                """,
            Dividers = """
                teachtaireacht bhunaidh, an teachtaireacht bhunaidh, bunteachtaireacht, an bhunteachtaireacht,
                teachtaireacht curtha ar aghaidh, teachtaireacht seolta ar aghaidh, teachtaireacht a cuireadh ar aghaidh,
                tús na teachtaireachta seolta ar aghaidh:
                """,
            Devices = "seolta ó …, seolta ón …, seolta ó mo …, seolta le …, curtha ó …, faigh outlook …",
            Closings = """
                le meas, is mise le meas, is mise … le meas, le meas mór, le gach meas, le dea-mhéin, le gach dea-mhéin,
                gach dea-mhéin, le gach dea-ghuí, gach dea-ghuí, gach beannacht, le beannachtaí, gach dea-bheannacht,
                mise le meas, is mise, do chara, le gach beannacht, dea-mhéin, slán is beannacht, slán go fóill,
                le dea-ghuí, go raibh maith agat agus le meas, beir bua, beir bua agus beannacht, go dílis, le mór-mheas,
                le buíochas agus le meas
                """,
            Courtesies = """
                slán, mise, beannachtaí, go raibh maith agat, go raibh maith agaibh, go raibh míle maith agat,
                go raibh míle maith agaibh, grma, le buíochas, míle buíochas, míle maith agat
                """,
            Postscripts = "I.S., P.S., P. S., PS, Iarscríbhinn",
            Disclaimers = """
                rúnda, faighteoir, seolaí, trí earráid, trí thimpiste, údaraithe, scrios, víreas, timpeallacht, priont
                """,
        };
}
