namespace Secretariat.Formats.Mime;

internal static partial class NewTextLanguages
{
    private static NewTextRules Turkish() =>
        new()
        {
            Senders = "Kimden, Gönderen, Düzenleyen",
            Subjects = "Konu",
            Fields = """
                Gönderildi, Gönderilme, Gönderilme zamanı, Gönderme tarihi, Gönderim tarihi, Tarih, Kime, Alıcı, Bilgi, Cc,
                Bcc, Gizli, Yanıt adresi, Yanıtla, Cevap, Önem, Önem derecesi, Öncelik, Ek, Ekler, Ne zaman, Zaman, Nerede,
                Yer, Konum, Gerekli
                """,
            Introductions = """
                … şunları yazdı, … şunları yazdı …, … şunu yazdı, … tarihinde şunu yazdı, … tarihinde şunları yazdı,
                … tarihinde … yazdı, … yazdı, … yazmış, … şöyle yazdı, … yazıyor, … tarafından yazıldı
                """,
            Dividers = """
                özgün ileti, özgün mesaj, orijinal mesaj, orijinal ileti, orijinal e-posta, özgün randevu, iletilen ileti,
                iletilmiş ileti, iletilmiş mesaj, iletilen mesaj, iletilmiş e-posta, yönlendirilmiş mesaj,
                yönlendirilen mesaj, yönlendirilmiş ileti, yönlendirilen ileti, yönlendiren, ileti başlangıcı:,
                iletilen ileti başlangıcı:, iletilmiş ileti başlangıcı:, iletilen mesajın başlangıcı:
                """,
            Devices = """
                iphone … gönderildi, ipad … gönderildi, … iphone'umdan gönderildi, … gönderildi, … gönderilmiştir,
                ios için outlook …, android için outlook …, windows için posta …, outlook … edinin
                """,
            Closings = """
                saygılarımla, saygılarımızla, en derin saygılarımla, derin saygılarımla, en içten saygılarımla,
                içten saygılarımla, sonsuz saygılarımla, saygılarımla arz ederim, saygılarımızla arz ederiz, saygıyla,
                saygıyla arz ederim, saygı ve sevgilerimle, sevgi ve saygılarımla, saygı ile, en iyi dileklerimle,
                en iyi dileklerimizle, en içten dileklerimle, en içten dileklerimizle, iyi dileklerimle, içtenlikle,
                samimiyetle, iyi çalışmalar dilerim, iyi çalışmalar dileriz, iyi günler dilerim, iyi günler dileriz,
                hoşça kalın, hoşçakalın, esenlikler dilerim, selam ve saygılarımla, selamlarımla, sevgiler, sevgilerimle,
                dostça selamlar, hürmetle, hürmetlerimle, arz ederim, bilgilerinize arz ederim, bilgilerinize sunarım,
                bilgilerinize saygılarımla sunarım, gereğini arz ederim, bilgi ve gereğini arz ederim,
                teşekkürler ve saygılarımla, teşekkür eder saygılarımı sunarım, teşekkür ederim saygılarımla,
                saygılarımı sunarım, saygılarımızı sunarız, … saygılarımı sunarım, … iyi çalışmalar dilerim
                """,
            Courtesies = """
                iyi günler, selamlar, kolay gelsin, iyi çalışmalar, esenlikler, saygılar, teşekkürler, teşekkür ederim,
                teşekkür ederiz, çok teşekkürler, çok teşekkür ederim, şimdiden teşekkürler, şimdiden teşekkür ederim,
                teşekkürlerimle, teşekkürlerimizle, sağ olun
                """,
            Postscripts = "Not:, P.S., P. S., PS",
            Disclaimers = "gizli, alıcı, yanlışlıkla, hata, yetkisiz, siliniz, silin, imha, virüs, çevre, yazdır, çıktı",
        };

    private static NewTextRules Arabic() =>
        new()
        {
            Senders = "من, المرسل, المنظم",
            Subjects = "الموضوع",
            Fields = """
                تاريخ الإرسال, تم الإرسال, الإرسال, أرسلت, أرسل, أُرسلت, مرسل, التاريخ, تاريخ, إلى, المستلم, نسخة, نسخة إلى,
                نسخة كربونية, نسخة مخفية, رد إلى, الرد إلى, الأهمية, الأولوية, المرفقات, مرفقات, المرفق, متى, أين, الوقت,
                المكان, مطلوب
                """,
            Introductions = """
                في … كتب …, في … كتب, في … كتبت …, في … كتبت, في … تمت كتابة ما يلي بواسطة …, في … جاء من …, بتاريخ … كتب …,
                بتاريخ … كتب, بتاريخ … كتبت …, بتاريخ … كتبت, على … كتب …, يوم … كتب …, يوم … كتب, يوم … كتبت …, كتب … في …,
                كتب … على …, كتب … بتاريخ …, كتب …, كتبت …, … كتب, … كتبت, … كتب ما يلي
                """,
            Dividers = """
                الرسالة الأصلية, رسالة أصلية, الرسالة الاصلية, رسالة معاد توجيهها, الرسالة المعاد توجيهها,
                رسالة معاد إرسالها, الرسالة المعاد إرسالها, رسالة محولة, الرسالة المحولة, رسالة مُحالة, رسالة موجهة,
                بداية الرسالة المعاد توجيهها:, بداية الرسالة المحولة:, بدء الرسالة المعاد توجيهها:, رسالة معاد توجيهها:
                """,
            Devices = """
                أرسلت من …, أرسل من …, مرسل من …, مرسلة من …, تم الإرسال من …, تم إرسالها من …, أُرسلت عبر …,
                أرسلت باستخدام …, أرسلت بواسطة …, احصل على outlook …, الحصول على outlook …, تنزيل outlook …
                """,
            Closings = """
                مع التقدير, مع خالص التقدير, مع خالص تقديري, مع فائق التقدير, مع فائق التقدير والاحترام, مع وافر التقدير,
                مع وافر الاحترام, مع وافر التقدير والاحترام, مع وافر الاحترام والتقدير, مع جزيل التقدير, مع فائق الاحترام,
                مع فائق الاحترام والتقدير, مع فائق احترامي, مع فائق احترامي وتقديري, مع كل الاحترام,
                مع كل الاحترام والتقدير, مع الاحترام, مع الاحترام والتقدير, مع التقدير والاحترام, مع خالص الاحترام,
                مع خالص احترامي, مع خالص الاحترام والتقدير, مع خالص التحية, مع خالص التحيات, مع خالص تحياتي,
                مع خالص التحية والتقدير, مع خالص التحيات والتقدير, مع خالص الشكر والتقدير, مع أطيب التحيات,
                مع أطيب التحيات والأمنيات, مع أطيب تحياتي, مع أطيب الأمنيات, مع أفضل التحيات, مع أفضل تحياتي,
                مع أجمل التحيات, مع تحياتي, مع تحياتنا, مع تحيات …, مع التحية, مع التحيات, مع التحية والتقدير,
                مع التحية والاحترام, أطيب التحيات, أفضل التحيات, أطيب الأمنيات, أصدق التحيات, خالص التحية, خالص التحيات,
                خالص تحياتي, خالص التقدير, خالص الاحترام, تحياتنا, تحياتي لكم, تحياتي وتقديري, لكم تحياتي, لكم خالص التحية,
                لكم مني خالص التحية, تحية واحتراما, وتفضلوا … الاحترام, وتفضلوا … الاحترام …, وتفضلوا … التقدير,
                وتفضلوا … التقدير …, وتفضلوا … الاعتبار, وتفضلوا … التحيات, وتفضلوا … تحياتي, وتفضلوا … التحية,
                وتفضلوا … احترامي, وتفضلوا … احترامي …, تفضلوا … الاحترام, تفضلوا … الاحترام …, تفضلوا … التقدير,
                تفضلوا … التحيات, وتقبلوا … الاحترام, وتقبلوا … الاحترام …, وتقبلوا … التقدير, وتقبلوا … التقدير …,
                وتقبلوا … تحياتي, وتقبلوا … تحياتنا, وتقبلوا … التحيات, وتقبلوا … التحية, وتقبلوا … احترامي,
                تقبلوا … الاحترام, تقبلوا … تحياتي, تقبلوا … التحيات, واقبلوا … الاحترام, واقبلوا … التحيات,
                يرجى التفضل بقبول … الاحترام, ودمتم, دمتم, دمتم بخير, ودمتم بخير, ودمتم سالمين, ودمتم في رعاية الله,
                والسلام عليكم, والسلام عليكم ورحمة الله, مع السلامة, المخلص, المخلصة, المخلص لكم, بإخلاص, بكل احترام,
                بكل احترام وتقدير, باحترام, بكل تقدير, وفقكم الله, مع الشكر والتقدير, مع جزيل الشكر والتقدير,
                مع جزيل الشكر والامتنان, شاكرين لكم حسن تعاونكم, شاكرين حسن تعاونكم, شاكرين ومقدرين, شاكرين ومقدرين تعاونكم,
                شكرا وتقديرا, ولكم منا فائق …, ولكم منا خالص …, ولكم جزيل الشكر والتقدير, ولكم جزيل الشكر, ولكم الشكر والتقدير, ولكم خالص الشكر
                """,
            Courtesies = """
                والسلام عليكم ورحمة الله وبركاته, تحيات, تحياتي, وشكرا, والسلام, والله ولي التوفيق, والله الموفق, شكرا,
                شكراً, شكرا لكم, شكرا جزيلا, وشكرا لكم, جزيل الشكر, مع الشكر, مع الشكر الجزيل, مع جزيل الشكر, مع خالص الشكر,
                لكم الشكر, مع الامتنان, شاكرين لكم
                """,
            Postscripts = "ملاحظة:, ملحوظة:, حاشية:, P.S., PS",
            Disclaimers = "سري, المرسل إليه, المستلم, بالخطأ, عن طريق الخطأ, غير مصرح, حذف, إتلاف, فيروس, البيئة, طباعة",
        };
}
