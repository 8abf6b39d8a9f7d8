package ma.qutb.market.till;

import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.pricing.ExchangeRate;
import org.jspecify.annotations.Nullable;

/**
 * The till as its seller sees it.
 *
 * @param open whether something can be sold
 * @param sold what was sold right before
 * @param typed what was typed, after a refusal
 */
public record TillPage(
        HallTill till,
        boolean open,
        TillCart cart,
        Optional<ExchangeRate> rate,
        Optional<TillSale> sold,
        Map<String, String> typed,
        @Nullable Refusal refusal) {

    public String path() {
        return "/app/till/" + till.id();
    }

    public String cartPath() {
        return path() + "/carts/" + cart.id();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Centimes of a dirham for a hundred, where there is a rate. */
    public long per(Currency currency) {
        return rate.map(currency::per).orElse(0L);
    }
}
