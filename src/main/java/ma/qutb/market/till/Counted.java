package ma.qutb.market.till;

import java.util.EnumMap;
import java.util.Map;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.writing.Writing;

/** What a form says was counted: how many of each note and coin of each currency. */
public final class Counted {

    private static final int MOST = 100_000;

    private Counted() {}

    /** Name of the field of a note or coin. */
    public static String field(Currency currency, int hundredths) {
        return currency.code() + hundredths;
    }

    /**
     * In hundredths; nothing typed is none.
     *
     * @throws Refusal when one is no whole number
     */
    static Map<Currency, Long> read(Map<String, String> form) {
        var counted = new EnumMap<Currency, Long>(Currency.class);
        for (var currency : Currency.values()) {
            long sum = 0;
            for (var note : currency.notes()) {
                sum += (long) note * many(form.getOrDefault(field(currency, note), ""));
            }
            counted.put(currency, sum);
        }
        return counted;
    }

    private static int many(String typed) {
        var text = Writing.western(typed).strip();
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > MOST) {
            throw new Refusal("market.till.refusal.notes", text);
        }
        return Integer.parseInt(text);
    }
}
