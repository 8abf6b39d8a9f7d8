package ma.qutb.platform;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What Qutb says in the terminal, in the language of the terminal (LC_ALL or LANG); English where that is none of ours. */
final class Console {

    private final Properties texts = new Properties();
    private final ULocale locale;

    private Console(String suffix, ULocale locale) {
        this.locale = locale;
        var file = "/messages/platform" + suffix + ".properties";
        try (var in = Console.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Console of(Map<String, String> environment) {
        var set = environment.getOrDefault("LC_ALL", "");
        var language = set.isEmpty() ? environment.getOrDefault("LANG", "") : set;
        return language.startsWith("ar")
                ? new Console("", ULocale.forLanguageTag("ar-MA-u-nu-latn"))
                : language.startsWith("fr") ? new Console("_fr", ULocale.FRENCH) : new Console("_en", ULocale.UK);
    }

    String text(String key, @Nullable Object... arguments) {
        var words = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(texts.getProperty(key, key), locale).format(words);
    }
}
