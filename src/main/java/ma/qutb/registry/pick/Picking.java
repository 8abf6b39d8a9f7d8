package ma.qutb.registry.pick;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.search.SearchEntry.Kind;
import ma.qutb.registry.search.SearchIndex;
import ma.qutb.registry.search.SearchQuery;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people and organisations within the reach of whoever fills in a form. */
@Component
public class Picking {

    private static final int MOST = 8;
    private static final int SHORTEST = 2;

    private final SearchIndex index;
    private final People people;
    private final Organisations organisations;
    private final Territories territories;
    private final JdbcClient database;

    Picking(
            SearchIndex index,
            People people,
            Organisations organisations,
            Territories territories,
            JdbcClient database) {
        this.index = index;
        this.people = people;
        this.organisations = organisations;
        this.territories = territories;
        this.database = database;
    }

    /** The people the typed words may mean, likeliest first. */
    public List<Party> people(String typed, Actor actor) {
        return find(typed, Set.of(Kind.PERSON), actor);
    }

    /** What the typed words may mean, likeliest first. */
    List<Party> find(String typed, Set<Kind> kinds, Actor actor) {
        if (typed.strip().length() < SHORTEST) {
            return List.of();
        }
        var byNumber = kinds.contains(Kind.PERSON) && actor.may(Code.SEE_PEOPLE)
                ? number(typed).flatMap(it -> person(it, actor))
                : Optional.<Party>empty();
        var byWords = kinds.stream()
                .sorted()
                .filter(it -> actor.may(permission(it)))
                .flatMap(it ->
                        index.find(new SearchQuery(typed, Set.of(it), MOST), actor.scopeOf(permission(it))).stream())
                .flatMap(it -> party(it.entry().kind(), it.entry().subject(), actor).stream());
        return Stream.concat(byNumber.stream(), byWords).distinct().toList();
    }

    /** The pole's own number of a person, as it is said at the counter: with or without its leading zeros. */
    private Optional<UUID> number(String typed) {
        var digits = Writing.western(typed).strip();
        return digits.matches("[0-9]{1,9}")
                ? database.sql("select id from registry.person where number = :number and merged_into is null")
                        .param("number", Long.parseLong(digits))
                        .query(UUID.class)
                        .optional()
                : Optional.empty();
    }

    /**
     * What a form says about the field: picked, or typed only. A record's number that was typed whole needs no picking.
     *
     * @param value as the form sent it; empty when nothing was picked
     */
    public PickField read(PickField field, String value, String typed, Actor actor) {
        var picked = open(value, field.kinds(), actor);
        if (picked.isPresent() || typed.isBlank()) {
            return field.choosing(picked.orElse(null));
        }
        var found = find(typed, field.kinds(), actor);
        return number(typed)
                .flatMap(number ->
                        found.stream().filter(it -> it.id().equals(number)).findFirst())
                .map(field::choosing)
                .orElseGet(() -> new PickField(field.name(), field.kinds(), null, typed, found));
    }

    /**
     * The chosen one; null when the field was left empty.
     *
     * @throws Refusal when something was typed and nothing picked
     */
    public static @Nullable Party chosen(PickField field) {
        if (field.chosen() == null && !field.typed().isBlank()) {
            throw new Refusal(
                    field.found().isEmpty() ? "registry.pick.refusal.nobody" : "registry.pick.refusal.choose",
                    field.typed().strip());
        }
        return field.chosen();
    }

    private Optional<Party> open(String value, Set<Kind> kinds, Actor actor) {
        return kinds.stream()
                .filter(it -> value.startsWith(it.name().toLowerCase(java.util.Locale.ROOT) + ":"))
                .findFirst()
                .flatMap(it -> party(it, id(value), actor));
    }

    private Optional<Party> party(Kind kind, UUID id, Actor actor) {
        return kind == Kind.PERSON ? person(id, actor) : organisation(id, actor);
    }

    private Optional<Party> person(UUID id, Actor actor) {
        return people.find(new PersonId(id))
                .filter(it -> territories.covers(actor.scopeOf(Code.SEE_PEOPLE), it.territory()))
                .map(it -> new Party(
                        true, id, it.name(), "%06d".formatted(it.number()), place(it.territory()), it.demonstration()));
    }

    private Optional<Party> organisation(UUID id, Actor actor) {
        return organisations
                .find(new OrganisationId(id))
                .filter(it -> territories.covers(actor.scopeOf(Code.SEE_ORGANISATIONS), it.territory()))
                .map(it -> new Party(false, id, it.name(), "", place(it.territory()), it.demonstration()));
    }

    private LocalName place(Optional<TerritoryCode> code) {
        return code.map(territories::nameOf).orElseGet(() -> new LocalName("", "", ""));
    }

    private static String permission(Kind kind) {
        return kind == Kind.PERSON ? Code.SEE_PEOPLE : Code.SEE_ORGANISATIONS;
    }

    private static UUID id(String value) {
        try {
            return UUID.fromString(value.substring(value.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            // Not one of our forms: it means nobody.
            return new UUID(0, 0);
        }
    }
}
