package ma.qutb.registry.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.importing.KnownPerson.Gap;
import ma.qutb.registry.naming.FullName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who share an identity card, register number or telephone with rows of a list, found in one question for many rows. */
@Component
class KnownPeople {

    private final JdbcClient database;

    KnownPeople(JdbcClient database) {
        this.database = database;
    }

    /** Who may be meant by these rows. */
    Among among(Collection<ImportedPerson> rows) {
        var among = new Among();
        var found = found(rows);
        if (found.isEmpty()) {
            return among;
        }
        database.sql("""
                        select f.key, p.id, p.number, p.given_name_ar, p.family_name_ar, p.given_name_latin, p.family_name_latin,
                            encode(p.identity_hash, 'hex') as identity, a.register_number, p.phone, p.phone_shared, p.territory_code,
                            array_remove(array[
                                case when p.given_name_ar = '' and p.family_name_ar = '' then 'ARABIC_NAME' end,
                                case when p.given_name_latin = '' and p.family_name_latin = '' then 'LATIN_NAME' end,
                                case when p.sex is null then 'SEX' end,
                                case when p.birth_date is null then 'BIRTH' end,
                                case when p.identity_hash is null then 'IDENTITY' end,
                                case when p.phone is null then 'PHONE' end,
                                case when p.territory_code is null then 'PLACE' end,
                                case when p.landmark = '' then 'LANDMARK' end,
                                case when p.languages = '{}' then 'LANGUAGES' end,
                                case when a.person_id is null then 'WORK' end,
                                case when a.person_id is not null and a.practising_since is null then 'SINCE' end,
                                case when a.person_id is not null and a.register_number is null then 'REGISTER_NUMBER' end,
                                case when a.person_id is not null and a.card_number is null then 'CARD' end], null) as gaps
                        from unnest(:keys, :ids) as f (key, id)
                        join registry.person q on q.id = f.id
                        join registry.person p on p.id = coalesce(q.merged_into, q.id)
                        left join registry.artisan a on a.person_id = p.id
                        order by p.number
                        """)
                .param("keys", found.stream().map(Shared::key).toArray(String[]::new))
                .param("ids", found.stream().map(Shared::person).toArray(UUID[]::new))
                .query((row, number) -> among.add(row.getString("key"), person(row)))
                .list();
        return among;
    }

    /** A number of a row and the record that has it. */
    private record Shared(String key, UUID person) {}

    /** Asked by itself, number by number: of most lists nobody is known, and the register is not read from end to end to learn it. */
    private List<Shared> found(Collection<ImportedPerson> rows) {
        return database.sql("select key, person from registry.known_by_numbers(:identities, :numbers, :phones)")
                .param(
                        "identities",
                        rows.stream()
                                .map(ImportedPerson::identityHash)
                                .filter(Objects::nonNull)
                                .map(HexFormat.of()::parseHex)
                                .toArray(byte[][]::new))
                .param(
                        "numbers",
                        texts(rows.stream().map(ImportedPerson::registerNumber).toList()))
                .param(
                        "phones",
                        texts(rows.stream()
                                .map(it ->
                                        it.phone() == null ? null : it.phone().value())
                                .toList()))
                .query((row, number) -> new Shared(row.getString("key"), row.getObject("person", UUID.class)))
                .list();
    }

    private static String[] texts(List<@Nullable String> texts) {
        return texts.stream().filter(Objects::nonNull).distinct().toArray(String[]::new);
    }

    private static KnownPerson person(ResultSet row) throws SQLException {
        var place = row.getString("territory_code");
        var gaps = EnumSet.noneOf(Gap.class);
        for (var gap : (String[]) row.getArray("gaps").getArray()) {
            gaps.add(Gap.valueOf(gap));
        }
        return new KnownPerson(
                new PersonId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                new FullName(
                        filled(row.getString("given_name_ar")),
                        filled(row.getString("family_name_ar")),
                        filled(row.getString("given_name_latin")),
                        filled(row.getString("family_name_latin"))),
                row.getString("identity"),
                row.getString("register_number"),
                row.getString("phone"),
                row.getBoolean("phone_shared"),
                place == null ? null : new TerritoryCode(place),
                gaps);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The people found, by what they share with a row. */
    static final class Among {

        private final Map<String, List<KnownPerson>> byKey = new HashMap<>();

        private KnownPerson add(String key, KnownPerson person) {
            byKey.computeIfAbsent(key, it -> new ArrayList<>()).add(person);
            return person;
        }

        /** Whom this row means. */
        Match match(ImportedPerson row) {
            var card = with("c", row.identityHash()).stream().findFirst();
            if (card.filter(it -> !it.isCalled(row)).isPresent()) {
                return new Match.Taken("identity", "registry.person.refusal.identity-taken");
            }
            var register = with("r", row.registerNumber()).stream().findFirst();
            var phones = with("p", row.phone() == null ? null : row.phone().value());
            var same = card.or(() -> register.filter(it -> isSame(it, row)))
                    .or(() -> phones.stream().filter(it -> isSame(it, row)).findFirst());
            if (register.filter(it -> !isThis(it, same)).isPresent()) {
                return new Match.Taken("register_number", "registry.artisan.refusal.register-number-taken");
            }
            boolean phoneWanted = same.map(it -> it.gaps().contains(Gap.PHONE)).orElse(true);
            if (phoneWanted
                    && !row.phoneShared()
                    && phones.stream().anyMatch(it -> !isThis(it, same) && !it.phoneShared())) {
                return new Match.Taken("phone", "registry.import.refusal.phone-taken");
            }
            return same.<Match>map(it -> new Match.Known(it, it.filledBy(row))).orElseGet(Match.Nobody::new);
        }

        private List<KnownPerson> with(String kind, @Nullable String key) {
            return key == null ? List.of() : byKey.getOrDefault(kind + key, List.of());
        }

        private static boolean isSame(KnownPerson person, ImportedPerson row) {
            return person.isCalled(row) && !person.isSomebodyElse(row);
        }

        private static boolean isThis(KnownPerson person, Optional<KnownPerson> same) {
            return same.filter(it -> it.id().equals(person.id())).isPresent();
        }
    }
}
