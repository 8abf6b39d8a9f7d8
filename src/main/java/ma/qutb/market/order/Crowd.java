package ma.qutb.market.order;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.qutb.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much one address may ask of the checkout in an hour: a household, a café or an office is far below, a bot is not. */
@Component
class Crowd {

    private static final int ADDRESSES = 20_000;
    private static final long HOUR = 3600;

    private final Clock clock;
    private final int orders;
    private final int looks;
    private final Map<String, Integer> counted = new LinkedHashMap<>();
    private long hour;

    Crowd(
            Clock clock,
            @Value("${qutb.market.orders-an-hour:20}") int orders,
            @Value("${qutb.market.looks-an-hour:60}") int looks) {
        this.clock = clock;
        this.orders = orders;
        this.looks = looks;
    }

    /** @throws Refusal {@code market.order.refusal.too-many} when this address ordered too often within the hour */
    void ordering(String address) {
        count("order " + address, orders);
    }

    /** @throws Refusal {@code market.order.refusal.too-many} when this address tried too many codes within the hour */
    void looking(String address) {
        count("look " + address, looks);
    }

    private synchronized void count(String what, int most) {
        long now = clock.instant().getEpochSecond() / HOUR;
        if (now != hour || counted.size() > ADDRESSES) {
            hour = now;
            counted.clear();
        }
        if (counted.merge(what, 1, Integer::sum) > most) {
            throw new Refusal("market.order.refusal.too-many");
        }
    }
}
