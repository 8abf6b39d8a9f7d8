package ma.qutb.registry.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.photo.PictureChange;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistryModuleTest
class RegisteringPeopleTests {

    private final Actor registrar = (Actor) TestActor.with(Code.EDIT_PEOPLE).getPrincipal();
    private final Actor registrarOfTata = (Actor) TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.EDIT_PEOPLE)
            .getPrincipal();

    @Autowired
    RegisteringPeople registering;

    @Autowired
    CorrectingPeople correcting;

    @Autowired
    PersonRecords records;

    @Autowired
    Artisans artisans;

    @Autowired
    People people;

    @Autowired
    IdentityVault vault;

    @Autowired
    JdbcClient database;

    @Test
    void aPersonIsKeptAsTold() {
        var number = new IdentityNumber(IdentityKind.CIN, Somebody.cin());
        var details = Somebody.with(vault.seal(number));
        var id = registering.register(details, Optional.of(Somebody.weaver()), registrar);

        var person = records.findById(id).orElseThrow();
        assertThat(person.details()).isEqualTo(details);
        assertThat(vault.open(person.identity())).isEqualTo(number);
        assertThat(artisans.findById(id).orElseThrow().details()).isEqualTo(Somebody.weaver());
        assertThat(people.find(id).orElseThrow())
                .satisfies(it -> assertThat(it.name().arabic()).isEqualTo("فاطمة أوعلا"))
                .satisfies(it -> assertThat(it.number()).isPositive())
                .satisfies(it -> assertThat(it.artisan()).isTrue());
    }

    @Test
    void theDatabaseHoldsNoIdentityNumberThatCanBeRead() {
        var number = Somebody.cin();
        var id = registering.register(
                Somebody.with(vault.seal(new IdentityNumber(IdentityKind.CIN, number))), Optional.empty(), registrar);

        var everything =
                database.sql("""
                        select p::text || coalesce(string_agg(coalesce(e.before::text, '') || coalesce(e.after::text, ''), ''), '')
                        from registry.person p left join identity.audit_entry e on e.subject_id = p.id::text
                        where p.id = :id group by p.id, p.*
                        """).param("id", id.value()).query(String.class).single();
        assertThat(everything)
                .contains(number.substring(0, 2) + "•••••")
                .doesNotContain(number)
                .doesNotContain(number.substring(2))
                .doesNotContain(
                        java.util.HexFormat.of().formatHex(number.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void anIdentityNumberBelongsToOnePerson() {
        var number = Somebody.cin();
        registering.register(
                Somebody.with(vault.seal(new IdentityNumber(IdentityKind.CIN, number))), Optional.empty(), registrar);

        refuses(
                "registry.person.refusal.identity-taken",
                Somebody.with(
                        vault.seal(new IdentityNumber(IdentityKind.CIN, number.toLowerCase(java.util.Locale.ROOT)))));
    }

    @Test
    void aTelephoneBelongsToOnePersonUnlessTheySayTheyShareIt() {
        var phone = Somebody.phone();
        registering.register(Somebody.with(phone), Optional.empty(), registrar);

        refuses("registry.person.refusal.phone-taken", Somebody.with(phone));
        assertThat(registering.register(Somebody.shares(phone), Optional.empty(), registrar))
                .isNotNull();
    }

    @Test
    void aRegisterNumberBelongsToOneArtisan() {
        var number = "NIA-" + UUID.randomUUID();
        registering.register(Somebody.from("C-GUE"), Optional.of(registered(number)), registrar);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> registering.register(Somebody.from("C-GUE"), Optional.of(registered(number)), registrar))
                .withMessage("registry.artisan.refusal.register-number-taken");
    }

    @Test
    void aRegistrarOfTataRegistersPeopleOfTataOnly() {
        assertThat(registering.register(Somebody.from("C-FZG"), Optional.empty(), registrarOfTata))
                .isNotNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> registering.register(Somebody.from("C-GUE"), Optional.empty(), registrarOfTata))
                .withMessage("registry.person.refusal.place-out-of-scope");
    }

    @Test
    void whoeverIsOutOfScopeIsNotThere() {
        var id = registering.register(Somebody.from("C-GUE"), Optional.empty(), registrar);

        assertThat(correcting.correct(id, 1, Somebody.from("C-TAT"), PictureChange.STAYS, registrarOfTata))
                .isEmpty();
        assertThat(correcting.correct(PersonId.next(), 1, Somebody.from("C-TAT"), PictureChange.STAYS, registrarOfTata))
                .isEmpty();
    }

    @Test
    void theSecondOfTwoRegistrarsIsToldAndOverwritesNothing() {
        var id = registering.register(Somebody.from("C-GUE"), Optional.empty(), registrar);
        long opened = records.findById(id).orElseThrow().version();

        var first = Somebody.from("C-ASA");
        assertThat(correcting.correct(id, opened, first, PictureChange.STAYS, registrar))
                .contains(new Outcome.Saved());
        assertThat(correcting.correct(id, opened, Somebody.from("C-TNT"), PictureChange.STAYS, registrar))
                .contains(new Outcome.Overtaken(opened + 1));
        assertThat(records.findById(id).orElseThrow().details()).isEqualTo(first);
    }

    @Test
    void aFormSentTwiceMakesOneRecord() throws Exception {
        var token = UUID.randomUUID();
        var details = Somebody.from("C-GUE");
        Callable<PersonId> send =
                () -> registering.registerOnce(token, details, Optional.empty(), PictureChange.STAYS, registrar);
        try (var clicks = Executors.newFixedThreadPool(4)) {
            var ids = clicks.invokeAll(java.util.Collections.nCopies(4, send));
            assertThat(ids)
                    .extracting(java.util.concurrent.Future::get)
                    .containsOnly(ids.getFirst().get());
        }
    }

    @Test
    void everyChangeLeavesATrace() {
        var id = registering.register(Somebody.from("C-GUE"), Optional.of(Somebody.weaver()), registrar);
        correcting.correct(id, 1, Somebody.from("C-ASA"), PictureChange.STAYS, registrar);

        assertThat(database.sql("""
                        select after ->> 'territory_code' from identity.audit_entry
                        where subject = 'registry.person' and subject_id = :id order by id
                        """)
                        .param("id", id.toString())
                        .query(String.class)
                        .list())
                .containsExactly("C-GUE", "C-ASA");
    }

    private static ArtisanDetails registered(String number) {
        var weaver = Somebody.weaver();
        return new ArtisanDetails(
                weaver.crafts(),
                Category.MAALEM,
                2001,
                new Registration(RegisterStatus.REGISTERED, number, null, null, null, null),
                null,
                "",
                Cover.UNKNOWN);
    }

    private void refuses(String message, PersonDetails details) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> registering.register(details, Optional.empty(), registrar))
                .withMessage(message);
    }
}
