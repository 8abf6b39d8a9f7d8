package ma.qutb.registry.directory;

import java.util.Optional;
import java.util.stream.Collectors;
import ma.qutb.kernel.Language;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;

/** What crafts and places are called, for one reader. */
public record Names(Crafts known, Territories territories, Language language) {

    public String craft(CraftCode code) {
        return known.nameOf(code).in(language);
    }

    public String icon(CraftCode code) {
        return known.find(code).map(Crafts.Craft::icon).orElse("tool");
    }

    /** The crafts of an entry in one line; empty when it shows none. */
    public String crafts(DirectoryEntry entry) {
        return entry.crafts().stream()
                .map(this::craft)
                .collect(Collectors.joining(language.rightToLeft() ? "، " : ", "));
    }

    public Optional<String> place(DirectoryEntry entry) {
        return entry.place().map(this::place);
    }

    public String place(TerritoryCode code) {
        return territories.nameOf(code).in(language);
    }
}
