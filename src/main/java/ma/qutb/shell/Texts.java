package ma.qutb.shell;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import ma.qutb.kernel.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every word Qutb says, from {@code messages/*.properties}: the file without suffix is Arabic, the base text; the other
 * languages fall back to it key by key. ICU patterns, because Arabic has six plural forms.
 */
public class Texts {

    private static final Logger log = LoggerFactory.getLogger(Texts.class);

    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, Saying>> sayings = new EnumMap<>(Language.class);

    /** A text ready to be filled in. */
    private interface Saying {
        String with(Object[] arguments);
    }

    Texts() throws IOException {
        for (var language : Language.values()) {
            patterns.put(language, new HashMap<>());
            sayings.put(language, new ConcurrentHashMap<>());
        }
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            var name = String.valueOf(file.getFilename()).replace(".properties", "");
            int suffix = name.lastIndexOf('_');
            var language = suffix < 0
                    ? Language.AR
                    : Language.of(name.substring(suffix + 1)).orElseThrow();
            var entries = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                entries.load(reader);
            }
            entries.forEach((key, text) -> in(patterns, language).put((String) key, (String) text));
        }
    }

    private static <T> Map<String, T> in(Map<Language, Map<String, T>> all, Language language) {
        return Objects.requireNonNull(all.get(language), "made for every language");
    }

    /** Whether the base text has this key. */
    public boolean has(String key) {
        return in(patterns, Language.AR).containsKey(key);
    }

    /** The text of this key, with its arguments filled in ({@code {0}}, {@code {1, plural, …}}). */
    public String say(Language language, String key, Object... arguments) {
        var spoken = in(patterns, language).containsKey(key) ? language : Language.AR;
        var pattern = in(patterns, spoken).get(key);
        if (pattern == null) {
            log.warn("no text for {}", key);
            return "⟦" + key + "⟧";
        }
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        return in(sayings, spoken)
                .computeIfAbsent(key, it -> saying(spoken, pattern))
                .with(plain(spoken, arguments));
    }

    private static Saying saying(Language language, String pattern) {
        var filled = FilledText.of(pattern);
        if (filled != null) {
            return arguments -> filled.with(
                    // As ICU does: what nobody gave stays visible.
                    it -> it < arguments.length ? said(language, arguments[it]) : "{" + it + "}");
        }
        var format = new MessageFormat(pattern, Formats.numbersOf(language));
        // A MessageFormat keeps state while it formats; each caller takes a copy.
        return arguments -> format.clone().format(arguments);
    }

    private static String said(Language language, Object argument) {
        return switch (argument) {
            case Long number -> Formats.number(language, number);
            case Integer number -> Formats.number(language, number);
            case Number number -> Formats.decimal(language, number.doubleValue(), 3);
            default -> argument.toString();
        };
    }

    private Object[] plain(Language language, Object... arguments) {
        var plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = switch (arguments[i]) {
                case Number number -> number;
                case java.time.LocalDate day -> Formats.date(language, day);
                case java.time.Instant instant -> Formats.dateTime(language, instant);
                case null -> "";
                default -> arguments[i].toString();
            };
        }
        return plain;
    }
}
