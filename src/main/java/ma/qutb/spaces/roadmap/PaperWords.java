package ma.qutb.spaces.roadmap;

import java.time.LocalDate;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;

/** The words and figures of a roadmap in one language. */
record PaperWords(Texts texts, Language language) {

    /** A text of the paper; a word within it keeps its own direction. */
    String say(String key, Object... arguments) {
        var alone = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            alone[i] = arguments[i] instanceof String text ? "\u2068" + text + "\u2069" : arguments[i];
        }
        return texts.say(language, "spaces.roadmap." + key, alone);
    }

    /** Whole dirhams; plans are not made of centimes. */
    String dirhams(long centimes) {
        return Formats.number(language, Math.round(centimes / 100.0));
    }

    String number(long count) {
        return Formats.number(language, count);
    }

    String day(LocalDate day) {
        return Formats.date(language, day);
    }

    String shortDay(LocalDate day) {
        return Formats.shortDate(day);
    }
}
