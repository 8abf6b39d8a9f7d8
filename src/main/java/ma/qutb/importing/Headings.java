package ma.qutb.importing;

import java.text.Normalizer;
import java.util.Locale;

/** Brings a heading to the form in which Arabic, French and English ones are compared. */
final class Headings {

    private Headings() {}

    static String fold(String text) {
        var folded = new StringBuilder();
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .codePoints()
                .forEach(it -> {
                    switch (it) {
                        case 'ى' -> folded.append('ي');
                        case 'ة' -> folded.append('ه');
                        case 'ٱ', 'ء' -> folded.append(it == 'ء' ? "" : "ا");
                        case 'ـ' -> {}
                        default -> {
                            if (Character.isLetterOrDigit(it)) {
                                folded.appendCodePoint(it);
                            }
                        }
                    }
                });
        return folded.toString();
    }
}
