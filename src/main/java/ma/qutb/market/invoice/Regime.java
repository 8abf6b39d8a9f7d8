package ma.qutb.market.invoice;

import java.util.Locale;

/** How a seller stands to the value added tax. */
enum Regime {
    /** Craft workers and small makers up to 500,000 dirhams a year: exempt (CGI, article 91). */
    SMALL,
    /** Law 114-13: outside the tax, up to 500,000 dirhams a year. */
    AUTO_ENTREPRENEUR,
    VAT;

    /** Yearly turnover above which the first two are over, in centimes. */
    static final long CEILING = 500_000_00;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Regime of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
