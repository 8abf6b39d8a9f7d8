package ma.qutb.importing;

import java.text.Normalizer;
import java.util.Locale;

/** Brings a heading or a word to the form in which Arabic, French and English ones are compared. */
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
                        case 'ٱ' -> folded.append('ا');
                        case 'ء', 'ـ' -> {}
                        default -> {
                            // Marks and hamza that NFKD split off are no letters and fall away.
                            if (Character.isLetterOrDigit(it) && Character.getType(it) != Character.MODIFIER_LETTER) {
                                folded.appendCodePoint(it);
                            }
                        }
                    }
                });
        return folded.toString();
    }
}
