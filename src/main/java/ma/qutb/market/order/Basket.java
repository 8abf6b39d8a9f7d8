package ma.qutb.market.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.finding.Card;
import ma.qutb.market.pricing.DepositShare;
import org.jspecify.annotations.Nullable;

/** A cart as it stands against the shelf at this moment. */
public record Basket(List<Item> items, List<Cart.Line> gone) {

    public Basket {
        items = List.copyOf(items);
        gone = List.copyOf(gone);
    }

    /**
     * One product of the cart that is still offered.
     *
     * @param toMaker of one, with the material, in centimes
     * @param weight of one, in milligrams
     * @param available how many there are to be had now
     */
    public record Item(
            ProductId product,
            Card card,
            int count,
            long seen,
            long toMaker,
            long weight,
            int available,
            @Nullable Instant freeAgain) {

        public long price() {
            return card.price() * count;
        }

        /** Its price is not what the buyer was shown. */
        public boolean changed() {
            return seen != card.price();
        }

        /** It is made once it is ordered. */
        public boolean toOrder() {
            return card.kind() == Product.Kind.TO_ORDER && available < count;
        }

        /** Why there are not enough; empty where there are. */
        public Optional<Short> missing() {
            if (toOrder() || available >= count) {
                return Optional.empty();
            }
            return Optional.of(available > 0 ? Short.FEWER : card.offer() == 3 ? Short.HELD : Short.SOLD);
        }
    }

    /** What keeps somebody from having as many. */
    public enum Short {
        FEWER,
        HELD,
        SOLD;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public boolean changed() {
        return items.stream().anyMatch(Item::changed);
    }

    /** Everything in it can be had at the price that was shown. */
    public boolean ready() {
        return !items.isEmpty()
                && gone.isEmpty()
                && !changed()
                && items.stream().allMatch(it -> it.missing().isEmpty());
    }

    public int things() {
        return items.stream().mapToInt(Item::count).sum();
    }

    public long goods() {
        return items.stream().mapToLong(Item::price).sum();
    }

    /** Something in it is made once it is ordered. */
    public boolean toOrder() {
        return items.stream().anyMatch(Item::toOrder);
    }

    /** What is paid before anything of it is begun: a share of what is made to order, and whole what is there. */
    public long deposit(DepositShare share) {
        return !toOrder()
                ? 0
                : items.stream()
                        .mapToLong(it -> it.toOrder() ? share.of(it.card().price()) * it.count() : it.price())
                        .sum();
    }

    public long toMakers() {
        return items.stream().mapToLong(it -> it.toMaker() * it.count()).sum();
    }

    public long weight() {
        return items.stream().mapToLong(it -> it.weight() * it.count()).sum();
    }

    public boolean demonstration() {
        return items.stream().anyMatch(it -> it.card().demonstration());
    }

    /** The longest time something in it takes to be made, in days; 0 when all is there. */
    public int leadDays() {
        return items.stream()
                .filter(Item::toOrder)
                .map(it -> it.card().leadDays())
                .filter(java.util.Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
