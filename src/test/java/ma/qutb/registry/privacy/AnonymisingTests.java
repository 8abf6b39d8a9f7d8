package ma.qutb.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.ArtisanCards;
import ma.qutb.documents.Documents;
import ma.qutb.documents.FileId;
import ma.qutb.documents.FileStore;
import ma.qutb.documents.Files;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.Upload;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.consent.RecordingConsent;
import ma.qutb.registry.directory.Weaver;
import ma.qutb.registry.me.Correction;
import ma.qutb.registry.me.ProposingCorrections;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.registry.photo.PersonPhotos;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistryModuleTest
class AnonymisingTests {

    private final Actor registrar = actor();
    private final Actor director = actor();

    @Autowired
    RegisteringPeople registering;

    @Autowired
    RecordingConsent recording;

    @Autowired
    ProposingCorrections corrections;

    @Autowired
    Anonymising anonymising;

    @Autowired
    ArtisanCards cards;

    @Autowired
    Documents documents;

    @Autowired
    Files files;

    @Autowired
    FileStore store;

    @Autowired
    PersonPhotos photos;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Test
    void anAnonymousPersonIsFoundNowhereAndTheFiguresStay() {
        var weaver = Weaver.registered(registering).agrees(recording, ConsentPurpose.DIRECTORY_NAME);
        corrections.propose(
                weaver.id(), Correction.Field.ADDRESS, Map.of("landmark", "جوار " + weaver.family()), registrar);
        assertThat(placesThatSay(weaver.family())).isNotEmpty();
        var before = figures(weaver);

        anonymising.propose(weaver.id(), null, registrar);
        anonymising.confirm(proposalOf(weaver), director);

        for (var trace : List.of(
                weaver.family(),
                weaver.familyLatin(),
                weaver.details().contact().phone().value(),
                weaver.details().contact().landmark())) {
            assertThat(placesThatSay(trace)).as(trace).isEmpty();
        }
        assertThat(figures(weaver)).isEqualTo(before);
        assertThat(database.sql("select birth_date::text from registry.person where id = :id")
                        .param("id", weaver.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("1980-01-01");
    }

    @Test
    void cardAndPhotoForgetTheirHolderAndTheNumberStays() throws Exception {
        var weaver = Weaver.registered(registering);
        var photo = photoOf(weaver);
        var content = files.open(files.find(photo).orElseThrow());
        var card = cards.issue(
                new ArtisanCard(
                        weaver.id().value(),
                        new ArtisanCard.Name("زينب " + weaver.family(), "Zineb " + weaver.familyLatin()),
                        true,
                        false,
                        List.of(new ArtisanCard.Name("النسيج", "Tissage")),
                        new ArtisanCard.Name("كلميم", "Guelmim"),
                        null,
                        LocalDate.now(clock).plusYears(3),
                        photo,
                        Set.of("P-GUE"),
                        false),
                registrar);

        anonymising.propose(weaver.id(), null, registrar);
        anonymising.confirm(proposalOf(weaver), director);

        assertThat(placesThatSay(weaver.family())).isEmpty();
        assertThat(files.find(photo)).isEmpty();
        assertThat(documents.find(card.id()).orElseThrow())
                .satisfies(it -> assertThat(it.number()).isEqualTo(card.number()))
                .satisfies(it -> assertThat(it.state(LocalDate.now(clock))).isEqualTo(IssuedDocument.State.CANCELLED))
                .satisfies(it -> assertThat(it.printed()).isEmpty())
                .satisfies(it -> assertThat(it.prints()).isEmpty());
        for (var print : card.prints()) {
            assertThatThrownBy(() -> store.read(print.sha256())).isInstanceOf(UncheckedIOException.class);
        }
        assertThatThrownBy(() -> store.read(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content))))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whoeverProposesDoesNotConfirm() {
        var weaver = Weaver.registered(registering);
        anonymising.propose(weaver.id(), null, registrar);
        var proposal = proposalOf(weaver);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> anonymising.confirm(proposal, registrar))
                .withMessage("registry.privacy.refusal.second-person");
        // The database would not have it either.
        assertThatThrownBy(() -> database.sql("""
                        update registry.anonymisation set state = 'CONFIRMED', decided_by = proposed_by,
                            decided_by_name = 'x', decided_at = now() where id = :id
                        """).param("id", proposal).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("anonymisation_by_two_people");
        assertThat(placesThatSay(weaver.family())).isNotEmpty();
    }

    @Test
    void nobodyIsMadeAnonymousWithoutAConfirmation() {
        var weaver = Weaver.registered(registering);
        assertThatThrownBy(() -> database.sql("select registry.anonymise(:id)")
                        .param("id", weaver.id().value())
                        .query(row -> {}))
                .hasMessageContaining("anonymisation_confirmed");
    }

    @Test
    void aDroppedProposalChangesNothing() {
        var weaver = Weaver.registered(registering);
        anonymising.propose(weaver.id(), null, registrar);
        var proposal = proposalOf(weaver);
        anonymising.drop(proposal, director);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> anonymising.confirm(proposal, director))
                .withMessage("registry.privacy.refusal.decided");
        assertThat(placesThatSay(weaver.family())).isNotEmpty();
    }

    /** A square of a colour nobody else has. */
    private FileId photoOf(Weaver weaver) throws IOException {
        var square = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        var pen = square.createGraphics();
        pen.setColor(new Color(weaver.id().value().hashCode() & 0xffffff));
        pen.fillRect(0, 0, 200, 200);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(square, "jpg", bytes);
        var clerk = (Actor) TestActor.with(Code.EDIT_PEOPLE).getPrincipal();
        var file = files.store(Upload.of(weaver.family() + ".jpg", bytes.toByteArray()), photos, clerk);
        database.sql("update registry.person set photo = :photo where id = :id")
                .param("photo", file.id().value())
                .param("id", weaver.id().value())
                .update();
        return file.id();
    }

    private UUID proposalOf(Weaver weaver) {
        return database.sql("select id from registry.anonymisation where person_id = :id and state = 'PROPOSED'")
                .param("id", weaver.id().value())
                .query(UUID.class)
                .single();
    }

    /** What statistics count of her. */
    private List<String> figures(Weaver weaver) {
        return database.sql("""
                        select concat_ws('|', p.sex, p.territory_code, c.craft_code, a.register_status, a.category)
                        from registry.person p join registry.artisan a on a.person_id = p.id
                        join registry.artisan_craft c on c.person_id = p.id where p.id = :id order by 1
                        """)
                .param("id", weaver.id().value())
                .query(String.class)
                .list();
    }

    /** Every table of every module that holds this text in any column. */
    private List<String> placesThatSay(String text) {
        return database.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_schema in ('registry', 'identity', 'documents', 'platform') and table_type = 'BASE TABLE'
                          and has_table_privilege(quote_ident(table_schema) || '.' || quote_ident(table_name), 'select')
                        """).query(String.class).list().stream()
                .filter(table -> database.sql(
                                "select exists (select from " + table + " t where strpos(t::text, :text) > 0)")
                        .param("text", text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private static Actor actor() {
        return (Actor) TestActor.with(Code.ANONYMISE_PEOPLE, Code.SEE_PEOPLE).getPrincipal();
    }
}
