package ma.qutb.market.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.market.PriceParts;
import ma.qutb.market.finding.Card;
import ma.qutb.market.sharing.Shared;
import ma.qutb.registry.CraftCode;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of a product says, from one row of the shelf.
 *
 * @param family of crafts it belongs to
 * @param materials codes, the main one first
 * @param fineness tenths of a thousandth
 * @param hallmark {@code yes}, {@code no} or {@code pending}; null for what is not of silver
 * @param weight milligrams
 * @param width millimetres, like height and depth
 * @param freeAgain until when it is held, where it is
 * @param edition changes with anything of the row
 * @param serials of the first of its pieces that have a passport
 */
public record PiecePage(
        Card card,
        UUID maker,
        CraftCode family,
        PriceParts parts,
        List<String> materials,
        @Nullable String technique,
        @Nullable String motif,
        List<String> colours,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer depth,
        String size,
        @Nullable Long weight,
        @Nullable Integer fineness,
        @Nullable String hallmark,
        String makersMark,
        int available,
        @Nullable Instant freeAgain,
        OwnTexts texts,
        String edition,
        List<String> serials) {

    /** Whether and how one can have it. */
    public enum Offer {
        READY,
        TO_ORDER,
        HELD,
        SOLD;

        /** As bundles call it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What holds at this moment: a hold whose time is over keeps nothing. */
    public Offer offer(Instant now) {
        return switch (card.offer()) {
            case 1 -> Offer.READY;
            case 2 -> Offer.TO_ORDER;
            case 3 -> freeAgain != null && freeAgain.isAfter(now) ? Offer.HELD : Offer.READY;
            default -> Offer.SOLD;
        };
    }

    /** Somebody's own words for it in this language, or else the title made of words. */
    public String title(Language language) {
        return texts.title(language).orElseGet(() -> card.title().in(language));
    }

    /** The price as machines read it, with a point. */
    public String priceInDirhams() {
        return java.math.BigDecimal.valueOf(card.price(), 2).toPlainString();
    }

    /** What is drawn where somebody sends the address of this page. */
    public Shared shared(StoreWords words) {
        return new Shared(
                card.number(),
                words.language(),
                title(words.language()),
                words.price(card.price()),
                words.texts().say(words.language(), "shell.pole"),
                card.photo());
    }

    /** The sides it has, in centimetres. */
    public Optional<String> sizes(Language language) {
        var sides = java.util.stream.Stream.of(width, height, depth)
                .filter(java.util.Objects::nonNull)
                .map(it -> ma.qutb.shell.Formats.decimal(language, it / 10.0, 1))
                .toList();
        return sides.isEmpty() ? Optional.empty() : Optional.of(String.join(" × ", sides));
    }
}
