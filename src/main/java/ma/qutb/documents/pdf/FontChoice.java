package ma.qutb.documents.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which font draws which words. A word stays in one font where one has all its letters: joined letters cannot change font. */
record FontChoice(String text, FontFile font) {

    private static final Pattern WORD_OR_SPACE = Pattern.compile("\\S+|\\s+");

    static List<FontChoice> split(String line, Typeface typeface) {
        var choices = new ArrayList<FontChoice>();
        WORD_OR_SPACE.matcher(line).results().forEach(match -> {
            var word = match.group();
            typeface.fonts().stream()
                    .filter(font -> font.hasAll(word))
                    .findFirst()
                    .ifPresentOrElse(font -> add(choices, word, font), () -> addByLetter(choices, word, typeface));
        });
        return choices;
    }

    private static void addByLetter(List<FontChoice> choices, String word, Typeface typeface) {
        word.codePoints().forEach(letter -> {
            var font = typeface.fonts().stream()
                    .filter(candidate -> candidate.has(letter))
                    .findFirst()
                    .orElse(typeface.fonts().getFirst());
            add(choices, Character.toString(letter), font);
        });
    }

    private static void add(List<FontChoice> choices, String text, FontFile font) {
        if (!choices.isEmpty() && choices.getLast().font == font) {
            choices.set(choices.size() - 1, new FontChoice(choices.getLast().text + text, font));
        } else {
            choices.add(new FontChoice(text, font));
        }
    }
}
