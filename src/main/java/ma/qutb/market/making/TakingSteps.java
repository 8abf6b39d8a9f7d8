package ma.qutb.market.making;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.Product;
import ma.qutb.market.product.DescribingProducts;
import ma.qutb.market.product.Draft;
import ma.qutb.market.product.Silver;
import ma.qutb.market.product.Size;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Purchases;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what one screen said. */
@Component
class TakingSteps {

    private final DescribingProducts describing;
    private final Purchases purchases;

    TakingSteps(DescribingProducts describing, Purchases purchases) {
        this.describing = describing;
        this.purchases = purchases;
    }

    /** @throws Refusal when it cannot be so */
    void take(Step step, Draft draft, Taps taps, Poster by) {
        switch (step) {
            case WHAT -> describing.what(draft.id(), taps.text("article"), by);
            case MATERIAL -> describing.madeOf(draft.id(), taps.text("material"), List.of(), by);
            case SILVER -> silver(draft, taps, by);
            case MANY -> many(draft, taps, by);
            case SIZE -> size(draft, taps, by);
            case PRICE -> price(draft, taps, by);
            case PHOTO, LOOK -> {}
        }
    }

    /** What was bought at the sale points, to choose the lot from. */
    List<Purchases.Purchase> bought(Draft draft) {
        return draft.maker().person()
                ? purchases.of(new PersonId(draft.maker().value()), MaterialCode.SILVER)
                : List.of();
    }

    /** What the silver of this piece cost at the sale point; empty where that is not known. */
    Optional<Long> silverCost(Draft draft) {
        var weight = draft.size().weight();
        return weight == null || draft.lot() == null
                ? Optional.empty()
                : bought(draft).stream()
                        .filter(it -> it.lot().value().equals(draft.lot()))
                        .findFirst()
                        .map(it -> it.costOf(weight));
    }

    private void silver(Draft draft, Taps taps, Poster by) {
        var lot = lot(draft, taps.text("lot"));
        var fineness = lot.flatMap(Purchases.Purchase::fineness)
                .or(() -> taps.number("fineness", 1).stream()
                        .mapToObj(it -> new Fineness((int) Math.min(it, Integer.MAX_VALUE)))
                        .findFirst())
                .orElseThrow(() -> new Refusal("market.my.refusal.fineness"));
        describing.silver(
                draft.id(),
                new Silver(
                        taps.needed("weight", 3, "market.product.refusal.weight"),
                        fineness,
                        lot.map(Purchases.Purchase::lot).orElse(null),
                        hallmark(taps.text("hallmark")),
                        ""),
                by);
    }

    /** Only what she bought herself: the id of another's lot finds nothing. */
    private Optional<Purchases.Purchase> lot(Draft draft, String id) {
        return bought(draft).stream().filter(it -> it.lot().equals(lotId(id))).findFirst();
    }

    private static @Nullable LotId lotId(String id) {
        try {
            return id.isEmpty() ? null : new LotId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Silver.Hallmark hallmark(String code) {
        return switch (code) {
            case "yes" -> Silver.Hallmark.YES;
            case "no" -> Silver.Hallmark.NO;
            case "pending" -> Silver.Hallmark.PENDING;
            default -> throw new Refusal("market.my.refusal.hallmark");
        };
    }

    private void many(Draft draft, Taps taps, Poster by) {
        var kind = switch (taps.text("kind")) {
            case "series" -> Product.Kind.SERIES;
            case "to_order" -> Product.Kind.TO_ORDER;
            default -> Product.Kind.UNIQUE;
        };
        describing.howMany(
                draft.id(),
                kind,
                kind == Product.Kind.SERIES
                        ? (int) Math.min(taps.number("quantity", 0).orElse(0), 1_000_000)
                        : 1,
                kind == Product.Kind.TO_ORDER
                        ? Integer.valueOf((int) Math.min(taps.number("days", 0).orElse(0), 1_000))
                        : null,
                by);
    }

    private void size(Draft draft, Taps taps, Poster by) {
        var weight = taps.number("weight", 3);
        describing.size(
                draft.id(),
                new Size(
                        millimetres(taps, "width"),
                        millimetres(taps, "height"),
                        draft.size().depth(),
                        taps.text("label").length() > 4 ? "" : taps.text("label"),
                        weight.isPresent() && weight.getAsLong() > 0 ? (Long) weight.getAsLong() : null),
                by);
    }

    /** Said in centimetres; nothing said is nothing known. */
    private static @Nullable Integer millimetres(Taps taps, String name) {
        var tenths = taps.number(name, 1).orElse(0);
        return tenths == 0 ? null : Integer.valueOf((int) Math.min(tenths, 1_000_000));
    }

    private void price(Draft draft, Taps taps, Poster by) {
        describing.price(
                draft.id(),
                taps.needed("price", 2, "market.price.refusal.needed"),
                taps.number("material", 2).orElse(0),
                (int) Math.min(taps.number("hours", 0).orElse(0), 1_000_000),
                by);
    }
}
