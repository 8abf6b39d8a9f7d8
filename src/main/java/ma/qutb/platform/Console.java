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
public final class Console {

    private final Properties texts = new Properties();
    private final ULocale locale;

    private Console(String bundle, String suffix, ULocale locale) {
        this.locale = locale;
        var file = "/messages/" + bundle + suffix + ".properties";
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
        return of(environment, "platform");
    }

    /** With the texts of another module. */
    public static Console of(Map<String, String> environment, String bundle) {
        var set = environment.getOrDefault("LC_ALL", "");
        var language = set.isEmpty() ? environment.getOrDefault("LANG", "") : set;
        return language.startsWith("ar")
                ? new Console(bundle, "", ULocale.forLanguageTag("ar-MA-u-nu-latn"))
                : language.startsWith("fr")
                        ? new Console(bundle, "_fr", ULocale.FRENCH)
                        : new Console(bundle, "_en", ULocale.UK);
    }

    public String text(String key, @Nullable Object... arguments) {
        var words = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(texts.getProperty(key, key), locale).format(words);
    }
}
