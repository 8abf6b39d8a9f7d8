package ma.qutb.materials.price;

import java.time.Clock;
import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Material;
import ma.qutb.materials.Prices.Quote;
import ma.qutb.materials.UnitPrice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what materials cost today, and what a point adds. */
@Service
@Transactional
public class SettingPrices {

    /** Ten times up or down in a day is a slip of the comma, not the market. */
    private static final long SLIP = 5;

    private final PriceTable prices;
    private final Clock clock;

    SettingPrices(PriceTable prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * Writes down what buying the material again costs.
     *
     * @param source {@code typed}, {@code imported} or {@code fetched}
     * @param detail where it was read
     * @throws Refusal when it is for a day to come, is nothing, or is five times what it was or more
     */
    public void quote(Material material, LocalDate day, UnitPrice price, String source, String detail, Poster by) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Refusal("materials.price.refusal.future");
        }
        if (price.perMillion() == 0) {
            throw new Refusal("materials.price.refusal.nothing");
        }
        prices.replacement(material.code(), day).ifPresent(it -> {
            var before = it.price().perMillion();
            if (price.perMillion() / SLIP >= before || before / SLIP >= price.perMillion()) {
                throw new Refusal("materials.price.refusal.slip", it.price().perUnit(material.decimals()));
            }
        });
        prices.add(new Quote(material.code(), day, price), source, detail.strip(), clock.instant(), by);
    }

    /**
     * Sets what a point adds from a day on.
     *
     * @throws Refusal when the day is over: what was sold was sold at what held then
     */
    public void policy(Policy policy, Poster by) {
        if (policy.validFrom().isBefore(LocalDate.now(clock))) {
            throw new Refusal("materials.price.refusal.past");
        }
        prices.add(policy, clock.instant(), by);
    }
}
