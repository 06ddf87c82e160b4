namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules Spanish() =>
        new()
        {
            Senders = "De, Remitente, Organizador",
            Subjects = "Asunto",
            Fields = """
                Enviado, Enviado el, Enviada, Enviado a las, Fecha, Para, A, Destinatario, Cc, Cco, Copia, Responder a,
                Respuesta a, Importancia, Prioridad, Adjunto, Adjuntos, Datos adjuntos, Archivos adjuntos, Cuándo, Dónde,
                Hora, Lugar, Ubicación, Asistentes necesarios
                """,
            Introductions = """
                el … escribió, el … ha escrito, el … escribió lo siguiente, el … escribía, con fecha … escribió,
                a las … escribió, … escribió el …, … escribió, … ha escrito, … escribe, citando a …, cita de …,
                mensaje citado por …
                """,
            Dividers = """
                mensaje original, correo original, mensaje de origen, cita original, mensaje reenviado, correo reenviado,
                reenviado por, mensaje enviado por, inicio del mensaje reenviado:, inicio del mensaje reenviado por:,
                mensaje reenviado:
                """,
            Devices = """
                enviado desde …, enviado con …, enviado por …, enviado a través de …, enviado mediante …, enviado vía …,
                obtener outlook …, obtén outlook …, consigue outlook …, descargar outlook …
                """,
            Closings = """
                un saludo, saludos cordiales, un cordial saludo, cordiales saludos, cordialmente, reciba un cordial saludo,
                reciba un atento saludo, reciban un atento saludo, reciban un cordial saludo, le saluda atentamente,
                les saluda atentamente, le saluda, les saluda, le saludo atentamente, les saludo atentamente, atentamente,
                muy atentamente, atentos saludos, saludos atentos, un atento saludo, con un atento saludo,
                con un cordial saludo, con mis mejores deseos, mis mejores deseos, con los mejores deseos, mejores deseos,
                saludos afectuosos, afectuosos saludos, afectuosamente, un afectuoso saludo, respetuosamente,
                con todo respeto, con el mayor respeto, sinceramente, con mi más alta consideración,
                con la más alta consideración, con la mayor consideración, un abrazo, suyo afectísimo,
                quedo a su disposición, quedamos a su disposición, sin otro particular … atentamente,
                sin otro particular … saluda…, sin otro particular … saludo …, sin otro particular … consideración,
                aprovecho … consideración, aprovecho … saludo…, gracias y un saludo, gracias y saludos,
                muchas gracias y un saludo, muchas gracias y saludos, gracias y un cordial saludo,
                muchas gracias y un cordial saludo, un saludo y gracias, gracias de antemano y un saludo, slds, sds
                """,
            Courtesies = """
                saludos, abrazos, gracias, muchas gracias, mil gracias, gracias de antemano, muchas gracias de antemano,
                gracias por todo, muy agradecido, muy agradecida, agradecidos, con mi agradecimiento
                """,
            Postscripts = "P.D., P. D., PD, P.S., PS, N.B.",
            Disclaimers = """
                confidencial, destinatari, por error, no autorizad, divulg, privilegiad, protección de datos, destruy,
                elimin, virus, medio ambiente, imprim
                """,
        };

    private static NewTextRules Portuguese() =>
        new()
        {
            Senders = "De, Remetente, Organizador",
            Subjects = "Assunto",
            Fields = """
                Enviada, Enviado, Enviada em, Enviado em, Enviada a, Enviado a, Data, Para, A, Destinatário, Cc, Cco, Bcc,
                Cópia, Responder a, Responder para, Importância, Prioridade, Anexo, Anexos, Quando, Onde, Hora, Local,
                Obrigatório
                """,
            Introductions = """
                em … escreveu, no dia … escreveu, a … escreveu, às … escreveu, em … escreveu o seguinte, … escreveu em …,
                … escreveu no dia …, … escreveu às …, … escreveu, … escreve, citando …, quoting …
                """,
            Dividers = """
                mensagem original, mensagem de origem, e-mail original, compromisso original, mensagem encaminhada,
                mensagem reencaminhada, e-mail encaminhado, encaminhado por, reencaminhado por, mensagem enviada por,
                início da mensagem encaminhada:, início da mensagem reencaminhada:, mensagem encaminhada:,
                mensagem reencaminhada:
                """,
            Devices = """
                enviado do …, enviado de …, enviado a partir do …, enviado a partir de …, enviado pelo …, enviado via …,
                enviado com …, enviada do …, obter o outlook …, obtenha o outlook …, baixe o outlook …
                """,
            Closings = """
                atenciosamente, muito atenciosamente, com os melhores cumprimentos, os melhores cumprimentos,
                melhores cumprimentos, com os meus melhores cumprimentos, os meus melhores cumprimentos,
                com melhores cumprimentos, cumprimentos, com os meus cumprimentos, com cumprimentos, cumprimentos cordiais,
                cordiais cumprimentos, respeitosos cumprimentos, com os mais respeitosos cumprimentos,
                apresento os meus melhores cumprimentos, apresentamos os nossos melhores cumprimentos, cordialmente,
                cordiais saudações, com cordiais saudações, saudações cordiais, respeitosamente, com elevada consideração,
                com a mais elevada consideração, com elevada estima e consideração, com consideração, com estima,
                de vossa excelência atentamente, subscrevo-me com … consideração, sinceramente, um abraço, abraço, abraços,
                com um abraço, obrigado e cumprimentos, obrigada e cumprimentos, att, atte, cpts, cumpts,
                queira aceitar … consideração, queiram aceitar … consideração, aproveito … consideração,
                sem outro assunto … cumprimentos
                """,
            Courtesies = """
                saudações, bom trabalho, grato, grata, obrigado, obrigada, muito obrigado, muito obrigada,
                desde já obrigado, desde já obrigada, com os meus agradecimentos, agradecido, agradecida,
                obrigado pela atenção
                """,
            Postscripts = "P.S., P. S., PS, N.B.",
            Disclaimers = """
                confidencia, destinatári, por engano, por erro, não autoriza, divulg, privilegiad, destru, elimin, vírus,
                ambiente, imprim
                """,
        };
}
