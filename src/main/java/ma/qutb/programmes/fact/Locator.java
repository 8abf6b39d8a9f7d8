package ma.qutb.programmes.fact;

/**
 * Where a fact stands in its publication.
 *
 * @param paragraph non-empty line, from 1
 * @param sentence within the paragraph, from 1
 */
public record Locator(int paragraph, int sentence) implements Comparable<Locator> {

    /** Reads {@code paragraph:sentence}. */
    public static Locator of(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(text);
        }
        var locator = new Locator(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        if (locator.paragraph < 1 || locator.sentence < 1) {
            throw new IllegalArgumentException(text);
        }
        return locator;
    }

    @Override
    public int compareTo(Locator other) {
        int byParagraph = Integer.compare(paragraph, other.paragraph);
        return byParagraph != 0 ? byParagraph : Integer.compare(sentence, other.sentence);
    }

    @Override
    public String toString() {
        return paragraph + ":" + sentence;
    }
}
