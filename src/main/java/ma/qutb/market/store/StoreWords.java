package ma.qutb.market.store;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.market.finding.Asked;
import ma.qutb.market.finding.Card;
import ma.qutb.market.finding.Facet;
import ma.qutb.market.finding.Found;
import ma.qutb.market.pricing.ExchangeRate;
import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;

/** What crafts, materials, places and makers are called, for one reader. */
public record StoreWords(
        Language language,
        Crafts crafts,
        Territories territories,
        Taxonomy taxonomy,
        Texts texts,
        Optional<ExchangeRate> rate) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * A value one can choose.
     *
     * @param icon symbol of the sprite, empty for none
     */
    public record Option(Facet facet, String value, String label, String icon, long count, boolean chosen) {}

    /** Spanish readers read the Latin name. */
    public String name(LocalName name) {
        return name.in(language == Language.ES ? Language.FR : language);
    }

    public String craft(CraftCode code) {
        return name(crafts.nameOf(code));
    }

    public String icon(CraftCode code) {
        return crafts.find(code).map(Crafts.Craft::icon).orElse("tool");
    }

    public String place(TerritoryCode code) {
        return name(territories.nameOf(code));
    }

    /** Who made it: the name they agreed to, or else the craft and the place. */
    public String by(Card card) {
        return card.maker().map(it -> name(it.name())).orElseGet(() -> craftAndPlace(card.craft(), card.place()));
    }

    public String craftAndPlace(CraftCode craft, Optional<TerritoryCode> place) {
        return Stream.concat(Stream.of(craft(craft)), place.map(this::place).stream())
                .collect(Collectors.joining(" · "));
    }

    /** About how much it is in euros and dollars; null without a rate, or for so little that whole units say nothing. */
    public @Nullable String abroad(long centimes) {
        return rate.filter(it -> it.inEuros(centimes) > 0 && it.inDollars(centimes) > 0)
                .map(it -> texts.say(
                        language,
                        "market.store.abroad",
                        Formats.number(language, it.inEuros(centimes)),
                        Formats.number(language, it.inDollars(centimes))))
                .orElse(null);
    }

    /** The same on the cards of a list, where those who read Arabic or Amazigh reckon in dirhams. */
    public @Nullable String abroadOnCards(long centimes) {
        return reckonsAbroad() ? abroad(centimes) : null;
    }

    public boolean reckonsAbroad() {
        return rate.isPresent() && language != Language.AR && language != Language.ZGH;
    }

    /** Of which day the rate is, and whether it is only an example. */
    public String rateOf() {
        return rate.map(it -> texts.say(
                        language,
                        it.demonstration() ? "market.store.abroad.example" : "market.store.abroad.rate",
                        Formats.date(language, it.day())))
                .orElse("");
    }

    /** A price with its unit. */
    String price(long centimes) {
        return Formats.amount(language, centimes) + " " + texts.say(language, "shell.unit.dirham");
    }

    /** The hour and minute at the pole. */
    public String clock(Instant moment) {
        return HOUR.format(moment.atZone(Formats.ZONE));
    }

    /** The values of a facet, and whatever is chosen though nothing fits it any more. */
    public List<Option> options(Facet facet, Asked asked, Found found) {
        var options = new ArrayList<Option>();
        found.of(facet)
                .forEach(it -> options.add(new Option(
                        facet,
                        it.value(),
                        it.name().map(this::name).orElseGet(() -> label(facet, it.value())),
                        icon(facet, it.value()),
                        it.count(),
                        asked.has(facet, it.value()))));
        asked.of(facet).stream()
                .filter(value -> options.stream().noneMatch(it -> it.value().equals(value)))
                .forEach(it -> options.add(new Option(facet, it, label(facet, it), icon(facet, it), 0, true)));
        return options;
    }

    private String label(Facet facet, String value) {
        return switch (facet) {
            case CRAFT -> craft(new CraftCode(value));
            case MATERIAL ->
                taxonomy.find(Taxonomy.Words.MATERIAL, value)
                        .map(it -> capital(it.name().in(language)))
                        .orElse(value);
            case PLACE -> place(new TerritoryCode(value));
            case OFFER -> texts.say(language, "market.store.offer." + value);
            case MAKER -> texts.say(language, "market.store.maker.unnamed");
            case SIZE -> value;
        };
    }

    private String icon(Facet facet, String value) {
        return switch (facet) {
            case CRAFT -> icon(new CraftCode(value));
            case OFFER ->
                switch (value) {
                    case "1" -> "truck-delivery";
                    case "2" -> "clock";
                    case "3" -> "hourglass";
                    default -> "archive";
                };
            default -> "";
        };
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
