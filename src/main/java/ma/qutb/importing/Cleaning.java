package ma.qutb.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes cells clean before a module reads them: characters nobody sees (direction overrides, control characters, joiners)
 * can make a name read as another and are taken out with a warning; what is too long and pictures in names reject the row.
 */
final class Cleaning {

    private static final Pattern DISARMED = Pattern.compile("'[=+\\-@＝＋－＠]");

    private Cleaning() {}

    static ImportRow row(int line, List<ImportColumn> columns, List<String> mapping, String... cells) {
        var clean = new HashMap<String, String>();
        var problems = new ArrayList<Problem>();
        for (var column : columns) {
            int place = mapping.indexOf(column.key());
            var written = place < 0 || place >= cells.length ? "" : cells[place];
            var text = visible(written);
            if (text.length() > column.most()) {
                problems.add(Problem.of(
                        true, column.key(), text, "importing.problem.too-long", text.length(), column.most()));
            } else if (text.isEmpty()) {
                if (column.required()) {
                    problems.add(Problem.of(true, column.key(), "", "importing.problem.missing"));
                }
            } else {
                clean.put(column.key(), text);
                if (hides(written)) {
                    problems.add(Problem.of(false, column.key(), text, "importing.problem.cleaned"));
                }
                if (text.indexOf('\uFFFD') >= 0) {
                    problems.add(Problem.of(true, column.key(), text, "importing.problem.unreadable"));
                } else if (column.name() && text.codePoints().anyMatch(Cleaning::picture)) {
                    problems.add(Problem.of(true, column.key(), text, "importing.problem.picture"));
                }
            }
        }
        var row = new ImportRow(line, Map.copyOf(clean));
        row.found(problems);
        return row;
    }

    static String visible(String written) {
        var text = new StringBuilder(written.length());
        Normalizer.normalize(written, Normalizer.Form.NFC).codePoints().forEach(it -> {
            if (Character.isSpaceChar(it) || Character.isWhitespace(it)) {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                }
            } else if (!hidden(it)) {
                text.appendCodePoint(it);
            }
        });
        var seen = text.toString().strip();
        // The apostrophe our own files put before what looks like a formula.
        return DISARMED.matcher(seen).lookingAt() ? seen.substring(1) : seen;
    }

    /** Joiners and marks that spreadsheets add on their own are dropped in silence. */
    private static boolean hides(String written) {
        return written.codePoints()
                .anyMatch(it ->
                        hidden(it) && it != 0xFEFF && it != 0x200C && it != 0x200D && it != 0x200E && it != 0x200F);
    }

    private static boolean hidden(int it) {
        int type = Character.getType(it);
        return type == Character.FORMAT
                || type == Character.CONTROL && it != '\n' && it != '\t' && it != '\r'
                || type == Character.PRIVATE_USE;
    }

    private static boolean picture(int it) {
        int type = Character.getType(it);
        return type == Character.OTHER_SYMBOL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }
}
