namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules Greek() =>
        new()
        {
            Senders = "Από, Αποστολέας, Διοργανωτής",
            Subjects = "Θέμα",
            Fields = """
                Στάλθηκε, Απεστάλη, Εστάλη, Αποστολή, Ημερομηνία, Ημ/νία, Προς, Παραλήπτης, Κοιν, Κοιν., Κοινοποίηση,
                Ιδιαίτερη κοινοποίηση, Κρυφή κοινοποίηση, Cc, Bcc, Απάντηση σε, Απάντηση προς, Σπουδαιότητα, Προτεραιότητα,
                Συνημμένο, Συνημμένα, Πότε, Πού, Ώρα, Τόπος, Τοποθεσία, Απαιτούμενοι
                """,
            Introductions = """
                στις … έγραψε, την … έγραψε, το … έγραψε, τη … έγραψε, στις … ο χρήστης … έγραψε, στις … έγραψε τα εξής,
                στις … έγραψε τα ακόλουθα, στις … ο/η … έγραψε, ο/η … έγραψε, ο χρήστης … έγραψε, … έγραψε στις …, … έγραψε,
                … έγραψε τα εξής, … γράφει
                """,
            Dividers = """
                αρχικό μήνυμα, πρωτότυπο μήνυμα, αυθεντικό μήνυμα, αρχική συνάντηση, προωθημένο μήνυμα,
                μήνυμα που προωθήθηκε, προωθούμενο μήνυμα, προώθηση μηνύματος, προωθήθηκε από,
                έναρξη προωθημένου μηνύματος:, αρχή προωθημένου μηνύματος:, έναρξη προωθούμενου μηνύματος:,
                προωθημένο μήνυμα:
                """,
            Devices = """
                στάλθηκε από …, εστάλη από …, απεστάλη από …, στάλθηκε με …, στάλθηκε μέσω …, στάλθηκε …,
                αποκτήστε το outlook …, λήψη του outlook …
                """,
            Closings = """
                με εκτίμηση, με ιδιαίτερη εκτίμηση, με βαθιά εκτίμηση, με εκτίμηση και σεβασμό, με τιμή, μετά τιμής,
                μετά πάσης τιμής, με σεβασμό, με σεβασμό και εκτίμηση, μετά σεβασμού, με φιλικούς χαιρετισμούς,
                φιλικούς χαιρετισμούς, φιλικά, πολύ φιλικά, με θερμούς χαιρετισμούς, θερμούς χαιρετισμούς,
                πολλούς χαιρετισμούς, με χαιρετισμούς, με τους καλύτερους χαιρετισμούς, με συναδελφικούς χαιρετισμούς,
                συναδελφικά, με τις καλύτερες ευχές, τις καλύτερες ευχές, με τους θερμότερους χαιρετισμούς, ειλικρινά,
                ειλικρινά δικός σας, ειλικρινά δική σας, δικός σας, δική σας, καλή εργασία, ευχαριστώ … με εκτίμηση,
                ευχαριστούμε … με εκτίμηση, ευχαριστώ και καλή συνέχεια, παρακαλώ δεχθείτε … εκτίμησ…
                """,
            Courtesies = """
                χαιρετισμούς, καλή σας ημέρα, καλή σας μέρα, καλό απόγευμα, καλή συνέχεια, ευχαριστώ, ευχαριστούμε,
                σας ευχαριστώ, σας ευχαριστούμε, ευχαριστώ πολύ, ευχαριστώ εκ των προτέρων, σας ευχαριστώ εκ των προτέρων,
                με ευχαριστίες, ευχαριστίες
                """,
            Postscripts = "Υ.Γ., Υ. Γ., ΥΓ, P.S., PS",
            Disclaimers = """
                εμπιστευτικ, παραλήπτη, αποδέκτη, εκ παραδρομής, κατά λάθος, απόρρητ, διαγρά, καταστρέψ, ιούς, περιβάλλον,
                εκτυπώ
                """,
        };

    private static NewTextRules Maltese() =>
        new()
        {
            Senders = "Mingħand, Minn, Mibgħut minn",
            Subjects = "Suġġett, Dwar",
            Fields = """
                Mibgħut, Mibgħuta, Data, Lil, Għal, Lejn, Cc, Kopja, Wieġeb lil, Importanza, Prijorità, Meħmuż, Mehmuża,
                Meta, Fejn, Ħin, Post
                """,
            Introductions = """
                fi … kiteb, fi … kitbet, fl-… kiteb, fl-… kitbet, f'… kiteb, nhar … kiteb, nhar … kitbet, nhar … ġie miktub,
                … kiteb fi …, … kiteb, … kitbet, … kitbu
                """,
            Dividers = """
                messaġġ oriġinali, il-messaġġ oriġinali, messaġġ mibgħut, messaġġ mgħoddi, messaġġ forwarded,
                messaġġ mogħti, bidu tal-messaġġ mibgħut:
                """,
            Devices = "mibgħut mill-…, mibgħut minn …, mibgħut bil-…, mibgħut permezz …, mibgħuta mill-…",
            Closings = """
                dejjem tiegħek, dejjem tagħkom, tiegħek, tagħkom, tiegħek sinċerament, tagħkom sinċerament, sinċerament,
                sinċerament tiegħek, inselli għalik, inselli għalikom, insellimlek, insellmilkom, insellmulkom,
                insellmu għalikom, b'tislijiet, it-tislijiet, l-isbaħ tislijiet, l-aħjar tislijiet, bl-aħjar tislijiet,
                l-aħjar xewqat, bl-aħjar xewqat, xewqat sbieħ, b'rispett, bir-rispett, bir-rispett kollu, bi stima,
                b'kull stima, b'kull rispett, bil-qima, bil-qima kollha, saħħiet, dejjem lesti, grazzi u tislijiet,
                niżżik ħajr u nsellimlek
                """,
            Courtesies = """
                saħħa, tislijiet, grazzi, grazzi ħafna, grazzi bil-quddiem, nirringrazzjak, nirringrazzjakom, niżżik ħajr,
                niżżikom ħajr, bi ħajr, bil-gratitudni
                """,
            Disclaimers = """
                kunfidenzjali, destinatarj, bi żball, awtorizzat, ħassar, ħassru, virus, ambjent, tipprintja, stampa
                """,
        };

    private static NewTextRules Albanian() =>
        new()
        {
            Senders = "Nga, Dërguesi, Dërgues, Organizatori",
            Subjects = "Lënda, Subjekti, Tema, Titulli",
            Fields = """
                Dërguar, Dërguar më, U dërgua, Data, Datë, Për, Te, Tek, Drejtuar, Marrësi, Cc, Bcc, Kopje, Kopje për,
                Përgjigju te, Përgjigje, Rëndësia, Prioriteti, Bashkëngjitur, Bashkëngjitje, Bashkëngjitjet, Kur, Ku, Ora,
                Vendi, Vendndodhja
                """,
            Introductions = """
                më … shkroi, më … shkroi …, më … ka shkruar, më … shkruan, në … shkroi, në … shkroi …, në … ka shkruar,
                … shkroi më …, … shkroi, … ka shkruar, … shkruan, … ka shkruar më …
                """,
            Dividers = """
                mesazhi origjinal, mesazh origjinal, mesazhi fillestar, takimi origjinal, mesazh i përcjellë,
                mesazhi i përcjellë, mesazh i ridërguar, mesazh i ridrejtuar, mesazhi i ridrejtuar, përcjellë nga,
                përcjellë prej, fillimi i mesazhit të përcjellë:, fillon mesazhi i përcjellë:, mesazh i përcjellë:
                """,
            Devices = """
                dërguar nga …, dërguar me …, dërguar përmes …, dërguar prej …, u dërgua nga …, merr outlook …,
                merrni outlook …, shkarkoni outlook …
                """,
            Closings = """
                me respekt, duke ju falënderuar për bashkëpunimin, me shumë respekt, me respektin më të thellë, me nderim,
                me nderime, me nderimet më të larta, me konsideratë, me konsideratë të lartë, me konsideratën më të lartë,
                me respekt dhe konsideratë, me nderim dhe respekt, me mirënjohje e respekt, sinqerisht, sinqerisht juaji,
                sinqerisht i juaji, sinqerisht e juaja, juaji, juaja, i juaji, e juaja, me të mira, gjithë të mirat,
                të gjitha të mirat, shumë të fala, me të fala, përshëndetje të përzemërta, me përshëndetje,
                me përshëndetje të përzemërta, përzemërsisht, miqësisht, me miqësi, me dashamirësi, me vlerësim,
                me vlerësimin më të lartë, faleminderit dhe përshëndetje, ju faleminderit dhe gjithë të mirat,
                ditë të mbarë, punë të mbarë, kalofshi mirë, pranoni ju lutem … konsideratë…
                """,
            Courtesies = """
                përshëndetje, të fala, faleminderit, ju faleminderit, shumë faleminderit, faleminderit paraprakisht,
                ju faleminderit paraprakisht, ju falënderoj, ju falënderojmë, me falënderime, me falenderime, me mirënjohje
                """,
            Disclaimers = """
                konfidencial, marrës, gabimisht, gabim, paautorizuar, fshini, fshijeni, shkatërro, virus, mjedis, shtyp,
                printo
                """,
        };
}
