package ma.qutb.market.invoice;

import java.util.Locale;

/**
 * What the tax code makes of a line, from who sells, what it is and where it goes. Its legal mention is the text {@code
 * market.invoice.mention.<code>}. To be checked against each year's finance act.
 */
enum TaxCategory {
    /** Law 114-13: the seller is outside the tax. */
    AUTO_ENTREPRENEUR(0),
    /** CGI, article 92-I-1°: exempt with the right to deduct, on proof of export. */
    EXPORT(0),
    /** CGI, article 91: small makers and craft workers. */
    SMALL(0),
    /** CGI, article 91-I-C-4°: hand-made carpets of local production. */
    CARPET(0),
    /** CGI, article 91: works of precious metals made in Morocco. */
    PRECIOUS(0),
    STANDARD(2000);

    private static final int WHOLE = 10_000;

    private final int rate;

    TaxCategory(int rate) {
        this.rate = rate;
    }

    /**
     * @param taxClass of the goods: {@code carpet}, {@code precious}, {@code other}
     */
    static TaxCategory of(Regime regime, String taxClass, boolean abroad) {
        if (regime == Regime.AUTO_ENTREPRENEUR) {
            return AUTO_ENTREPRENEUR;
        }
        if (abroad) {
            return EXPORT;
        }
        if (regime == Regime.SMALL) {
            return SMALL;
        }
        return switch (taxClass) {
            case "carpet" -> CARPET;
            case "precious" -> PRECIOUS;
            default -> STANDARD;
        };
    }

    /** Hundredths of a percent. */
    int rate() {
        return rate;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tax in an amount that includes it: rounded once, half up. */
    long within(long amount) {
        long base = WHOLE + rate;
        return (amount * rate * 2 + base) / (base * 2);
    }
}
