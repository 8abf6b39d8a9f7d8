package ma.qutb.market.order;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.qutb.market.delivery.Zone;
import ma.qutb.shell.Choice;

/** Countries as readers look for them, sorted once for each language. */
public final class CountryNames {

    private record Asked(String language, List<String> codes) {}

    private static final Map<Asked, List<Choice>> KNOWN = new ConcurrentHashMap<>();
    private static final int FEW = 50;

    private CountryNames() {}

    /** All of them but Morocco. */
    public static List<Choice> abroad(String language, List<String> codes) {
        if (KNOWN.size() > FEW) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(new Asked(language, codes), asked -> {
            var reader = reader(language);
            return codes.stream()
                    .filter(it -> !it.equals(Zone.MOROCCO))
                    .map(it -> new Choice(it, of(language, it)))
                    .sorted(Comparator.comparing(Choice::text, Collator.getInstance(reader)))
                    .toList();
        });
    }

    /** What a country is called. */
    public static String of(String language, String code) {
        return Locale.of("", code).getDisplayCountry(reader(language));
    }

    private static Locale reader(String language) {
        return Locale.of(language.equals("zgh") ? "ar" : language);
    }
}
