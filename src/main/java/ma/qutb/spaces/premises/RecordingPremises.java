package ma.qutb.spaces.premises;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.offline.ExactlyOnce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in premises from phones and desks, each once however often it is sent, and keeps what is known of them. */
@Service
public class RecordingPremises {

    private final JdbcClient database;
    private final PremisesTable premises;
    private final AssessingPremises assessing;
    private final Communes communes;
    private final Territories territories;
    private final ExactlyOnce once;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordingPremises(
            JdbcClient database,
            PremisesTable premises,
            AssessingPremises assessing,
            Communes communes,
            Territories territories,
            ExactlyOnce once,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.premises = premises;
        this.assessing = assessing;
        this.communes = communes;
        this.territories = territories;
        this.once = once;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A premises as somebody saw it.
     *
     * @param id minted where it was recorded; the same one again is the same premises
     * @param answers by question, those that were answered
     * @param recordedAt when they stood in front of it; a phone whose clock runs ahead was there now
     */
    public record Seen(
            PremisesId id,
            Details details,
            Map<String, String> answers,
            Instant recordedAt,
            boolean fromPhone,
            boolean demonstration) {}

    /** Who acts. */
    public record By(UUID id, String name) {}

    /** @throws Refusal when an answer cannot be */
    public PremisesId record(Seen it, By by) {
        return once.take(() -> premises.find(it.id()).map(Premises::id), () -> {
            enter(it, by);
            return it.id();
        });
    }

    private void enter(Seen it, By by) {
        var now = clock.instant();
        var at = it.recordedAt().isAfter(now) ? now : it.recordedAt();
        said(database.sql("""
                        insert into spaces.premises (id, name, territory_code, place_ar, place_fr, place_en, territories, village, kind,
                            owner_kind, owner_name, area_dm2, condition, obstacles, latitude, longitude, landmark, note, recorded_at,
                            arrived_at, device, recorded_by, recorded_by_name, demonstration, version)
                        values (:id, :name, :commune, :place_ar, :place_fr, :place_en, :territories, :village, :kind, :owner, :owner_name,
                            :area, :condition, :obstacles, :latitude, :longitude, :landmark, :note, :at, :now, :device, :by, :by_name,
                            :demonstration, 1)
                        """), it.id(), it.details())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("device", it.fromPhone())
                .param("by", by.id())
                .param("by_name", by.name())
                .param("demonstration", it.demonstration())
                .update();
        var day = at.atZone(clock.getZone()).toLocalDate();
        if (!it.answers().isEmpty()) {
            assessing.assess(it.id(), day, it.answers(), "", by);
        }
        events.publishEvent(new PremisesRecorded(it.id(), day, by));
    }

    /** What is known of it now. */
    @Transactional
    public void describe(PremisesId id, Details details) {
        said(database.sql("""
                        update spaces.premises set name = :name, territory_code = :commune, place_ar = :place_ar, place_fr = :place_fr,
                            place_en = :place_en, territories = :territories, village = :village, kind = :kind, owner_kind = :owner,
                            owner_name = :owner_name, area_dm2 = :area, condition = :condition, obstacles = :obstacles,
                            latitude = :latitude, longitude = :longitude, landmark = :landmark, note = :note, version = version + 1
                        where id = :id
                        """), id, details).update();
    }

    /** Whether this photo is there already, so that it need not be taken in again. */
    @Transactional(readOnly = true)
    public Optional<UUID> photo(UUID key) {
        return database.sql("select file from spaces.premises_photo where id = :id")
                .param("id", key)
                .query(UUID.class)
                .optional();
    }

    /** @param key minted where it was taken; the same one again is the same photo */
    @Transactional
    public void addPhoto(PremisesId id, UUID key, UUID file, By by) {
        database.sql("""
                        insert into spaces.premises_photo (id, premises_id, file, added_by, added_at)
                        values (:key, :id, :file, :by, :now) on conflict on constraint premises_photo_pk do nothing
                        """)
                .param("key", key)
                .param("id", id.value())
                .param("file", file)
                .param("by", by.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec said(JdbcClient.StatementSpec statement, PremisesId id, Details it) {
        var place = name(it.commune());
        return statement
                .param("id", id.value())
                .param("name", it.name())
                .param("commune", it.commune().value())
                .param("place_ar", place.arabic())
                .param("place_fr", place.french())
                .param("place_en", place.english())
                .param("territories", communes.around(it.commune()))
                .param("village", it.village())
                .param("kind", it.kind())
                .param("owner", it.owner())
                .param("owner_name", it.ownerName())
                .param("area", it.area().orElse(null), Types.INTEGER)
                .param("condition", it.condition())
                .param("obstacles", it.obstacleColumn())
                .param("latitude", it.spot().latitude(), Types.INTEGER)
                .param("longitude", it.spot().longitude(), Types.INTEGER)
                .param("landmark", it.spot().landmark())
                .param("note", it.note());
    }

    private ma.qutb.registry.LocalName name(TerritoryCode commune) {
        if (!territories.exists(commune)) {
            throw new Refusal("spaces.premises.refusal.commune");
        }
        return territories.nameOf(commune);
    }
}
