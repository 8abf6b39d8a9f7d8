package ma.qutb.registry.demonstration;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import ma.qutb.registry.person.IdentityKind;
import ma.qutb.registry.person.IdentityNumber;
import ma.qutb.registry.person.IdentityVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes made-up people in batches. */
@Component
class SavingPeople {

    private static final int BATCH = 500;
    private static final List<String> DIRECTORY =
            List.of("directory-crafts", "directory-place", "directory-story", "directory-awards", "directory-name");

    private final JdbcTemplate database;
    private final IdentityVault vault;

    SavingPeople(JdbcTemplate database, IdentityVault vault) {
        this.database = database;
        this.vault = vault;
    }

    private record Practised(MadeUpPerson person, int position) {}

    private record Agreed(MadeUpPerson person, String purpose) {}

    void save(List<MadeUpPerson> people, LocalDate today) {
        database.batchUpdate("""
                insert into registry.person (id, given_name_ar, family_name_ar, given_name_latin, family_name_latin, father_name_ar,
                    father_name_latin, sex, birth_date, birth_precision, identity_kind, identity_encrypted, identity_hash, identity_mask,
                    phone, phone_shared, territory_code, languages, reading_ease, story_ar, story_fr, story_en, demonstration,
                    reference_code, registered_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'CIN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, 1)
                on conflict do nothing""", people, BATCH, this::person);
        database.batchUpdate("""
                insert into registry.artisan (person_id, category, practising_since, register_number, register_status, registered_on, proof,
                    card_number, card_expires_on, workplace, health_cover, cover_proved_on, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict do nothing""", people, BATCH, (row, it) -> artisan(row, it, today));
        var practised = people.stream()
                .flatMap(it ->
                        java.util.stream.IntStream.range(0, it.crafts().size()).mapToObj(i -> new Practised(it, i)))
                .toList();
        database.batchUpdate("""
                insert into registry.artisan_craft (person_id, position, craft_code, since) values (?, ?, ?, ?)
                on conflict do nothing""", practised, BATCH, (row, it) -> {
            row.setObject(1, it.person.id());
            row.setInt(2, it.position);
            row.setString(3, it.person.crafts().get(it.position).code());
            row.setInt(4, it.person.since());
        });
        agree(people);
    }

    private void person(PreparedStatement row, MadeUpPerson it) throws SQLException {
        var number = new IdentityNumber(
                IdentityKind.CIN, "%s9%05d".formatted(it.place().letters(), it.index()));
        var sealed = vault.seal(number);
        boolean tells = it.index() % 6 == 0;
        row.setObject(1, it.id());
        row.setString(2, it.given().arabic());
        row.setString(3, it.family().arabic());
        row.setString(4, it.given().latin());
        row.setString(5, it.family().latin());
        row.setString(6, it.father().arabic());
        row.setString(7, it.father().latin());
        row.setString(8, it.woman() ? "FEMALE" : "MALE");
        row.setObject(9, it.yearOnly() ? it.birth().withDayOfYear(1) : it.birth());
        row.setString(10, it.yearOnly() ? "YEAR" : "DAY");
        row.setBytes(11, sealed.encrypted());
        row.setBytes(12, sealed.hash());
        row.setString(13, sealed.mask());
        row.setString(14, it.phone());
        row.setBoolean(15, it.phoneShared());
        row.setString(16, it.place().code());
        row.setArray(17, row.getConnection().createArrayOf("text", languages(it)));
        row.setString(18, it.index() % 5 == 0 ? "LISTENS" : it.index() % 3 == 0 ? "WITH_HELP" : "EASY");
        row.setString(19, tells ? it.mainCraft().storyArabic() : "");
        row.setString(20, tells ? it.mainCraft().storyFrench() : "");
        row.setString(21, tells ? it.mainCraft().storyEnglish() : "");
        row.setString(22, it.reference());
        row.setObject(23, at(it.registeredAt()));
    }

    private static Object[] languages(MadeUpPerson it) {
        return switch (it.index() % 4) {
            case 0 -> new Object[] {"ar", "mey"};
            case 1 -> new Object[] {"ary", "shi"};
            case 2 -> new Object[] {"ar", "ary", "mey"};
            default -> new Object[] {"ar", "ary", "fr"};
        };
    }

    private static void artisan(PreparedStatement row, MadeUpPerson it, LocalDate today) throws SQLException {
        boolean registered =
                it.registerStatus().equals("REGISTERED") || it.registerStatus().equals("SUSPENDED");
        var on = it.registeredAt();
        row.setObject(1, it.id());
        row.setString(2, it.maalem() ? "MAALEM" : "ARTISAN");
        row.setInt(3, it.since());
        row.setString(4, registered ? "DEMO-%05d".formatted(it.index()) : null);
        row.setString(5, it.registerStatus());
        row.setObject(6, registered ? on : null, Types.DATE);
        row.setString(7, it.index() % 3 == 0 ? "DIPLOMA" : "ATTESTATION");
        row.setString(8, registered ? "CP-DEMO-%05d".formatted(it.index()) : null);
        row.setObject(9, registered ? expiry(it, today) : null, Types.DATE);
        row.setString(
                10,
                List.of("HOME", "WORKSHOP", "COOPERATIVE", "POLE", "COMPLEX", "ITINERANT")
                        .get(it.index() % 6));
        row.setString(
                11, List.of("COVERED", "COVERED", "NOT_COVERED", "UNKNOWN").get(it.index() % 4));
        row.setObject(12, it.index() % 4 < 2 ? today.minusDays(it.index() % 500) : null, Types.DATE);
    }

    /** Most cards hold for years, some end soon, a few have ended. */
    private static @Nullable LocalDate expiry(MadeUpPerson it, LocalDate today) {
        return it.registeredAt().isAfter(today.minusDays(30))
                ? today.plusYears(3)
                : today.plusDays(it.index() % 1100 - 25L);
    }

    /** Nearly everybody agreed to be in the register, a quarter to stand in the directory. */
    private void agree(List<MadeUpPerson> people) {
        var processing = people.stream().filter(it -> it.index() % 40 != 0).map(it -> new Agreed(it, "processing"));
        var directory = people.stream()
                .filter(it -> it.index() % 4 == 2)
                .flatMap(it -> DIRECTORY.stream().map(purpose -> new Agreed(it, purpose)));
        database.batchUpdate(
                """
                insert into registry.consent_entry (person_id, purpose, given, happened_at, manner, recorded_by)
                values (?, ?, true, ?, 'DEMONSTRATION', '')""", java.util.stream.Stream.concat(processing, directory).toList(), BATCH, (row, it) -> {
                    row.setObject(1, it.person.id());
                    row.setString(2, it.purpose);
                    row.setObject(3, at(it.person.registeredAt()));
                });
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 30)).atOffset(ZoneOffset.UTC);
    }
}
