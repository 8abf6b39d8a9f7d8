package ma.qutb.registry.me;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.documents.FileId;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What an artisan's own pages show of them.
 *
 * @param parts the record part by part, as {@link ma.qutb.registry.person.TakingCorrections} tells it
 */
public record Me(
        People.Summary person,
        Map<String, String> parts,
        List<Crafts.Craft> crafts,
        @Nullable LocalName place) {

    public PersonId id() {
        return person.id();
    }

    /** The given name, as one is greeted. */
    public String givenName(Language language) {
        var given = language.choose(part("given-ar"), part("given-latin"), part("given-latin"));
        return given.isEmpty() ? person.name().in(language) : given;
    }

    public String part(String name) {
        return parts.getOrDefault(name, "");
    }

    public Optional<PhoneNumber> phone() {
        return PhoneNumber.tryParse(part("phone"));
    }

    /** Address of the photo in this width, if there is one. */
    public @Nullable String picture(int width) {
        return person.photo().map(it -> new FileId(it).thumbnail(width)).orElse(null);
    }

    static List<CraftCode> codes(String crafts) {
        return Arrays.stream(crafts.split(" "))
                .filter(it -> !it.isBlank())
                .map(CraftCode::new)
                .toList();
    }
}
