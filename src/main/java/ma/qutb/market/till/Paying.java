package ma.qutb.market.till;

import java.util.EnumMap;
import java.util.Map;

/**
 * How somebody pays: notes and coins of each currency in hundredths, and centimes by card.
 *
 * @param slip number of the terminal's slip, or the last digits of the card; never the number of a card
 */
public record Paying(Map<Currency, Long> cash, long card, String slip) {

    public Paying {
        var kept = new EnumMap<Currency, Long>(Currency.class);
        cash.forEach((currency, amount) -> {
            if (amount > 0) {
                kept.put(currency, amount);
            }
        });
        cash = kept;
        slip = slip.strip();
    }

    public static Paying dirhams(long centimes) {
        return new Paying(Map.of(Currency.MAD, centimes), 0, "");
    }

    public static Paying byCard(long centimes, String slip) {
        return new Paying(Map.of(), centimes, slip);
    }
}
