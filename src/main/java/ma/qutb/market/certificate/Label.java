package ma.qutb.market.certificate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a paper certifies; {@code market.label.<code>} says it. */
public enum Label {
    MAROC_FAIT_MAIN,
    GEOGRAPHICAL,
    COLLECTIVE_MARK,
    ORGANIC,
    FAIR_TRADE,
    OTHER;

    /** As tables and bundles call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Label of(String code) {
        return Stream.of(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(OTHER);
    }

    static List<String> codes() {
        return Stream.of(values()).map(Label::code).toList();
    }
}
