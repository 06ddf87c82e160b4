using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Tests.Letters;

/// <summary>A short letter that runs from right to left.</summary>
internal static class ArabicLetter
{
    public static LetterDocument Letter { get; } =
        new()
        {
            Language = "ar",
            Title = "متابعة المؤتمر الدولي",
            Sender = new(
                "كلارا بومون",
                "أمانة التحالف",
                null,
                "12 Example Square, 1000 Brussels",
                "+32 2 555 01 00",
                "cabinet@alliance.example"
            ),
            Place = "بروكسل",
            SignedOn = new(2024, 2, 20),
            Reference = "GA-2024-0032",
            Subject = "متابعة المؤتمر الدولي المعني بالتحالف العالمي لمكافحة تهريب المهاجرين",
            Salutation = "معالي الوزير،",
            Body = """
                أود أن أشكر جميع من ساهموا في **المؤتمر الدولي المعني بالتحالف العالمي لمكافحة تهريب المهاجرين** الذي عُقد في بروكسل في 28 نوفمبر 2023.

                وسأكون ممتنة لو تفضلتم بما يلي:

                1. إبلاغنا بمسارات العمل التي ترغبون في المشاركة فيها
                2. تسمية جهة اتصال وإرسال بياناتها إلى [contact@alliance.example](mailto:contact@alliance.example)

                إن منع هذه الجريمة مسؤولية مشتركة بيننا جميعًا.
                """,
            Close = "وتفضلوا بقبول فائق الاحترام والتقدير،",
            SignatoryName = "كلارا بومون",
            SignatoryFunction = "الممثلة السامية للتحالف",
            AddresseeLines = ["معالي السيد سمير الحداد، وزير الداخلية"],
            Check = new("7K3M-9QXZ-4T2B-WH8D", "https://alliance.example/en/check"),
            Annexes =
            [
                new(
                    "التخطيط الإرشادي 2024",
                    "التحالف العالمي لمكافحة تهريب المهاجرين",
                    ["التاريخ", "الحدث", "المكان"],
                    [
                        ["11-12 يوليو 2024", "فريق UNODC العامل المعني بتهريب المهاجرين", "فيينا"],
                        ["نوفمبر 2024", "مؤتمر دولي رفيع المستوى", "بروكسل"],
                    ]
                ),
            ],
        };
}
