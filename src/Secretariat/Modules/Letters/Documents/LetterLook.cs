namespace Secretariat.Modules.Letters.Documents;

/// <summary>The look of a printed letter: one serif, black on white, A4, no mark of any institution.</summary>
internal static class LetterLook
{
    public const string Css = """
        @page { size: A4; margin: 20mm 25mm 20mm 25mm; }
        @page { @bottom-center { content: counter(page); font: 9pt "Liberation Serif", "Times New Roman", serif; } }
        @page :first { @bottom-center { content: ""; } }
        * { box-sizing: border-box; }
        html { font: 11pt/1.36 "Liberation Serif", "Times New Roman", "Noto Naskh Arabic", serif; color: #000; }
        html:lang(ar) { font-family: "Noto Naskh Arabic", "Liberation Serif", serif; line-height: 1.6; }
        html:lang(ur) { font-family: "Noto Nastaliq Urdu", "Liberation Serif", serif; line-height: 2; }
        body { margin: 0; }
        p { margin: 0 0 2.6mm; orphans: 2; widows: 2; }
        .foot-spacer, .addressee { float: inline-start; clear: both; --foot: calc(var(--lines) * 15pt + 4mm); }
        .foot-spacer { width: 0; height: calc(256.5mm - var(--foot)); }
        .addressee { width: 100%; height: var(--foot); padding-block-start: 4mm; line-height: 15pt; font-size: 10.5pt; }
        .addressee .check { font-size: 8.5pt; line-height: 11pt; margin-block-start: 4pt; }
        .addressee p, .sender p, .mark p, .signatory p { margin: 0; }
        .sender .name { font-size: 13pt; font-weight: bold; letter-spacing: .02em; }
        .sender .titles { font-size: 9.5pt; margin-block-end: 2.5mm; }
        .sender .address { font-size: 9pt; line-height: 1.3; }
        .mark { text-align: end; margin-block: 6mm 8mm; }
        .mark p + p { font-size: 9.5pt; }
        h1 { font-size: 13pt; line-height: 1.3; margin: 0 0 2mm; break-after: avoid; }
        h2 { font-size: 11pt; margin: 4mm 0 1.5mm; break-after: avoid; }
        h1.subject { font-size: 11pt; margin-block-end: 5mm; }
        h1.note { font-size: 14pt; text-align: center; margin-block: 2mm 7mm; letter-spacing: .04em; }
        h2.subject { margin-block: 0 5mm; }
        .place { text-align: end; margin-block-start: 8mm; }
        .seal { text-align: end; margin-block: 12mm 0; padding-inline-end: 12mm; }
        .salutation { margin-block-end: 4mm; }
        ul, ol { margin: 0 0 2.6mm; padding-inline-start: 7mm; }
        p:has(+ ul), p:has(+ ol) { break-after: avoid; }
        li { break-inside: avoid; }
        li p { margin: 0 0 .8mm; }
        a { color: inherit; text-decoration: none; }
        .signature { break-inside: avoid; margin-block-start: 6mm; }
        .signatory { margin-block-start: 20mm; }
        .signatory p:first-child { font-weight: bold; }
        .annex { break-before: page; }
        .annex-word { text-align: end; font-weight: bold; }
        .annex h1, .annex .subtitle { text-align: center; }
        .annex .subtitle { margin-block-end: 6mm; }
        table { width: 100%; border-collapse: collapse; font-size: 10pt; line-height: 1.35; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { border: .5pt solid #555; padding: 1.6mm 2.2mm; text-align: start; vertical-align: top; }
        th { background: #ececec; font-weight: bold; }
        th:first-child:nth-last-child(3) { width: 22%; }
        th:nth-child(3):last-child { width: 26%; }
        @media screen { body { max-width: 160mm; margin: 20mm auto; padding: 0 5mm; } }
        """;
}
