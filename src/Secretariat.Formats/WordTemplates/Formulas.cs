namespace Secretariat.Formats.WordTemplates;

/// <summary>Formulas (ECMA-376 part 1, section 22.1), whose text is no text of the paragraph: nothing is filled in them.</summary>
internal static class Formulas
{
    public static void Look(Element formula, Flow flow)
    {
        if (TagFinder.FirstTag(string.Concat(Texts(formula))) is { } tag)
            flow.Tell(
                Sentence.Of(
                    "“{0}” stands in a formula, where nothing is filled; put it into the text beside the formula.",
                    Flow.Short(tag)
                )
            );
    }

    private static IEnumerable<string> Texts(Element element) =>
        element.IsMath("t")
            ? element.Children.OfType<Characters>().Select(characters => characters.Text)
            : element.Elements.SelectMany(Texts);
}
