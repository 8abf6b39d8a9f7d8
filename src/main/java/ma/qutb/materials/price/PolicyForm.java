package ma.qutb.materials.price;

import java.math.BigDecimal;
import java.util.Map;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Typed;
import ma.qutb.materials.UnitPrice;

/** Charges as they are typed: dirhams for a unit, and percent. */
public final class PolicyForm {

    private static final int PRICE_DECIMALS = 5;
    private static final int PERCENT_DECIMALS = 2;

    private PolicyForm() {}

    /** @throws Refusal when one is no number */
    static Charges read(Map<String, String> form, int decimals) {
        return new Charges(
                charge(form, "transport", decimals),
                charge(form, "assay", decimals),
                charge(form, "loss", decimals),
                charge(form, "margin", decimals));
    }

    /** Dirhams for a unit. */
    static UnitPrice price(String typed, int decimals) {
        var parts = Typed.parts(typed, PRICE_DECIMALS).orElseThrow(() -> new Refusal("materials.price.refusal.number"));
        return UnitPrice.perUnit(BigDecimal.valueOf(parts, PRICE_DECIMALS), decimals);
    }

    private static Charge charge(Map<String, String> form, String name, int decimals) {
        var fixed = form.getOrDefault(name + "Fixed", "");
        var percent = form.getOrDefault(name + "Percent", "");
        return new Charge(
                fixed.isBlank() ? new UnitPrice(0) : price(fixed, decimals),
                percent.isBlank()
                        ? 0
                        : share(Typed.parts(percent, PERCENT_DECIMALS)
                                .orElseThrow(() -> new Refusal("materials.price.refusal.number"))));
    }

    /** More than an int can hold must not come out as little or nothing. */
    private static int share(long basisPoints) {
        return (int) Math.min(basisPoints, Integer.MAX_VALUE);
    }

    /** As it is typed again: dirhams for a unit. */
    public static String fixed(Charge charge, int decimals) {
        return charge.fixed().perUnit(decimals).toPlainString();
    }

    /** As it is typed again: percent. */
    public static String percent(Charge charge) {
        return BigDecimal.valueOf(charge.basisPoints(), PERCENT_DECIMALS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
