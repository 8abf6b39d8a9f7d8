package ma.qutb.registry.importing;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.importing.KnownPerson.Gap;
import ma.qutb.registry.person.IdentityVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes people of a list, many in one statement: new records, and what is missing in those that exist. */
@Component
class StoringPeople {

    /** Rows of one multi-row statement. */
    static final int BATCH = 1_000;

    private static final int VALUES = 16;

    private final JdbcTemplate database;
    private final IdentityVault vault;
    private final Clock clock;

    StoringPeople(JdbcTemplate database, IdentityVault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A row and the record it is of.
     *
     * @param written what of the row is written
     */
    record Entry(PersonId id, ImportedPerson row, Set<Gap> written) {

        boolean writes(Gap gap) {
            return written.contains(gap);
        }
    }

    void register(List<Entry> people) {
        var now = Timestamp.from(clock.instant());
        database.batchUpdate("""
                insert into registry.person (given_name_ar, family_name_ar, given_name_latin, family_name_latin, sex, birth_date,
                    birth_precision, identity_kind, identity_encrypted, identity_hash, identity_mask, phone, phone_shared,
                    territory_code, landmark, languages, id, registered_at, version)
                values (coalesce(?, ''), coalesce(?, ''), coalesce(?, ''), coalesce(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    coalesce(?, ''), ?, ?, ?, 1)
                """, people, BATCH, (statement, it) -> {
            bind(statement, it);
            statement.setTimestamp(VALUES + 2, now);
        });
    }

    /** What a record knows stays as it is. */
    void complete(List<Entry> people) {
        database.batchUpdate("""
                update registry.person set given_name_ar = coalesce(?, given_name_ar), family_name_ar = coalesce(?, family_name_ar),
                    given_name_latin = coalesce(?, given_name_latin), family_name_latin = coalesce(?, family_name_latin),
                    sex = coalesce(sex, ?), birth_date = coalesce(birth_date, ?), birth_precision = coalesce(birth_precision, ?),
                    identity_kind = coalesce(identity_kind, ?), identity_encrypted = coalesce(identity_encrypted, ?),
                    identity_hash = coalesce(identity_hash, ?), identity_mask = coalesce(identity_mask, ?),
                    phone = coalesce(phone, ?), phone_shared = phone_shared or ?, territory_code = coalesce(territory_code, ?),
                    landmark = coalesce(?, landmark), languages = case when languages = '{}' then ? else languages end,
                    version = version + 1
                where id = ?
                """, people, BATCH, this::bind);
    }

    private void bind(PreparedStatement statement, Entry it) throws SQLException {
        var row = it.row();
        var name = row.name();
        text(statement, 1, it.writes(Gap.ARABIC_NAME) ? name.givenArabic() : null);
        text(statement, 2, it.writes(Gap.ARABIC_NAME) ? name.familyArabic() : null);
        text(statement, 3, it.writes(Gap.LATIN_NAME) ? name.givenLatin() : null);
        text(statement, 4, it.writes(Gap.LATIN_NAME) ? name.familyLatin() : null);
        text(statement, 5, it.writes(Gap.SEX) && row.sex() != null ? row.sex().name() : null);
        var birth = it.writes(Gap.BIRTH) ? row.birth() : null;
        statement.setObject(6, birth == null ? null : birth.date(), Types.DATE);
        text(statement, 7, birth == null ? null : birth.precision().name());
        identity(statement, it);
        var phone = it.writes(Gap.PHONE) ? row.phone() : null;
        text(statement, 12, phone == null ? null : phone.value());
        statement.setBoolean(13, phone != null && row.phoneShared());
        text(
                statement,
                14,
                it.writes(Gap.PLACE) && row.place() != null ? row.place().value() : null);
        text(statement, 15, it.writes(Gap.LANDMARK) ? row.landmark() : null);
        var languages = it.writes(Gap.LANGUAGES) ? row.languages().toArray(String[]::new) : new String[0];
        statement.setArray(VALUES, statement.getConnection().createArrayOf("text", languages));
        statement.setObject(VALUES + 1, it.id().value());
    }

    private void identity(PreparedStatement statement, Entry it) throws SQLException {
        var number = it.writes(Gap.IDENTITY) ? it.row().identity() : null;
        var sealed = number == null ? null : vault.seal(number);
        text(statement, 8, sealed == null ? null : sealed.kind().name());
        statement.setBytes(9, sealed == null ? null : sealed.encrypted());
        statement.setBytes(10, sealed == null ? null : sealed.hash());
        text(statement, 11, sealed == null ? null : sealed.mask());
    }

    private static void text(PreparedStatement statement, int place, @Nullable String text) throws SQLException {
        statement.setString(place, text);
    }
}
