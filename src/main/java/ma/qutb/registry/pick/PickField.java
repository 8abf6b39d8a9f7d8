package ma.qutb.registry.pick;

import java.util.List;
import java.util.Set;
import ma.qutb.registry.search.SearchEntry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a party in a form, drawn by {@code registry/pick/_field.jte}. The field sends what is picked under its name and
 * what is typed under {@code <name>Typed}.
 *
 * @param chosen picked already
 * @param found what the typed words may mean, where nothing is picked yet
 */
public record PickField(
        String name, Set<Kind> kinds, @Nullable Party chosen, String typed, List<Party> found) {

    public static PickField empty(String name, Kind... kinds) {
        return new PickField(name, Set.of(kinds), null, "", List.of());
    }

    /** The choice of an organisation. */
    public static PickField organisation(String name) {
        return empty(name, Kind.ORGANISATION);
    }

    /** Asks for a person. */
    public static PickField person(String name) {
        return empty(name, Kind.PERSON);
    }

    /** Asks for a person or an organisation. */
    public static PickField party(String name) {
        return empty(name, Kind.PERSON, Kind.ORGANISATION);
    }

    public PickField choosing(@Nullable Party party) {
        return new PickField(name, kinds, party, "", List.of());
    }

    /** Address that answers while one types. */
    public String address() {
        var of = kinds.stream().map(Enum::name).sorted().toList();
        return "/app/parties?field=" + name + "&of=" + String.join(",", of);
    }
}
