package ma.qutb.registry.me;

import java.util.stream.Collectors;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;

/** Parts of a record as people read them. */
public record PartWords(Crafts crafts, Territories territories, Language language) {

    /** The value of this part in words. */
    public String of(String part, String value) {
        return switch (part) {
            case "territory" ->
                value.isEmpty()
                        ? ""
                        : territories.nameOf(new TerritoryCode(value)).in(language);
            case "crafts" ->
                Me.codes(value).stream()
                        .map(it -> crafts.nameOf(it).in(language))
                        .collect(Collectors.joining(language.rightToLeft() ? "، " : ", "));
            default -> value;
        };
    }
}
