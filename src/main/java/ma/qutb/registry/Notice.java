package ma.qutb.registry;

import java.util.Locale;

/**
 * What a form tells people before it takes their data: why, who receives it, how long it is kept. When the words change,
 * the version does too and the old words stay, so that one can always read what somebody agreed to. Drawn by {@code
 * registry/privacy/_notice.jte}.
 */
public enum Notice {
    /** Registration at the counter. */
    PERSON("1"),
    /** What may be shown and sent. */
    CONSENT("1"),
    /** The artisan's own page. */
    OWN_PAGE("1"),
    /** A request about one's data. */
    REQUEST("1");

    private final String version;

    Notice(String version) {
        this.version = version;
    }

    /** As the ledger writes it beside each consent, for example {@code consent-1}. */
    public String version() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + version;
    }

    /** Key of one of its parts: {@code title}, {@code purposes}, {@code recipients}, {@code kept}. */
    public String messageKey(String part) {
        return "registry.notice." + version() + "." + part;
    }
}
