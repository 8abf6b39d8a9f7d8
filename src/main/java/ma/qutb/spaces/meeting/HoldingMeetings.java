package ma.qutb.spaces.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.premises.Communes;
import ma.qutb.spaces.premises.PremisesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters meetings with who came, and what was decided in them. */
@Service
@Transactional
public class HoldingMeetings {

    private final JdbcClient database;
    private final Communes communes;
    private final Clock clock;

    HoldingMeetings(JdbcClient database, Communes communes, Clock clock) {
        this.database = database;
        this.communes = communes;
        this.clock = clock;
    }

    /**
     * A meeting that was held.
     *
     * @param id minted by the form; the same again is the same meeting
     * @param participants by name
     * @param organisations of the registry that came
     * @param source the publication that tells of it; empty where the pole held it
     */
    public record Held(
            UUID id,
            LocalDate day,
            LocalName name,
            TerritoryCode territory,
            List<LocalName> participants,
            List<OrganisationId> organisations,
            LocalName minutes,
            Optional<UUID> file,
            String source,
            String locator,
            Optional<String> reference,
            boolean demonstration) {}

    /** @throws Refusal when it was not held yet, or nobody came */
    public UUID hold(Held it, String by) {
        if (it.day().isAfter(LocalDate.now(clock))) {
            throw new Refusal("spaces.meeting.refusal.future");
        }
        if (it.participants().isEmpty() && it.organisations().isEmpty()) {
            throw new Refusal("spaces.meeting.refusal.nobody");
        }
        int entered = database.sql("""
                        insert into spaces.meeting (id, held_on, name_ar, name_fr, name_en, territory_code, territories, minutes_ar, minutes_fr,
                            minutes_en, minutes_file, source, locator, reference_code, entered_at, entered_by_name, demonstration, version)
                        values (:id, :day, :ar, :fr, :en, :territory, :territories, :minutes_ar, :minutes_fr, :minutes_en,
                            cast(:file as uuid), :source, :locator, :reference, :now, :by, :demonstration, 1)
                        on conflict do nothing
                        """)
                .param("id", it.id())
                .param("day", it.day())
                .param("ar", it.name().arabic())
                .param("fr", it.name().french())
                .param("en", it.name().english())
                .param("territory", it.territory().value())
                .param("territories", communes.around(it.territory()))
                .param("minutes_ar", it.minutes().arabic())
                .param("minutes_fr", it.minutes().french())
                .param("minutes_en", it.minutes().english())
                .param("file", it.file().map(UUID::toString).orElse(null))
                .param("source", it.source())
                .param("locator", it.locator())
                .param("reference", it.reference().orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("demonstration", it.demonstration())
                .update();
        if (entered > 0) {
            int position = 1;
            for (var one : it.organisations()) {
                came(it.id(), position++, one.toString(), new LocalName("", "", ""));
            }
            for (var one : it.participants()) {
                came(it.id(), position++, null, one);
            }
        }
        return it.id();
    }

    private void came(
            UUID meeting, int position, @org.jspecify.annotations.Nullable String organisation, LocalName who) {
        database.sql("""
                        insert into spaces.meeting_participant (meeting_id, position, organisation_id, who_ar, who_fr, who_en)
                        values (:meeting, :position, cast(:organisation as uuid), :ar, :fr, :en)
                        """)
                .param("meeting", meeting)
                .param("position", position)
                .param("organisation", organisation)
                .param("ar", who.arabic())
                .param("fr", who.french())
                .param("en", who.english())
                .update();
    }

    /** What was decided, perhaps about one premises, perhaps until a day. */
    public UUID decide(
            UUID meeting, LocalName words, Optional<PremisesId> premises, Optional<LocalDate> due, String locator) {
        if (words.arabic().isBlank() && words.french().isBlank()) {
            throw new Refusal("spaces.meeting.refusal.words");
        }
        var id = Ids.next();
        database.sql("select id from spaces.meeting where id = :id for update")
                .param("id", meeting)
                .query()
                .singleValue();
        database.sql("""
                        insert into spaces.meeting_decision (id, meeting_id, position, words_ar, words_fr, words_en, premises_id, due_on, locator)
                        select :id, :meeting, coalesce(max(position), 0) + 1, :ar, :fr, :en, cast(:premises as uuid), cast(:due as date), :locator
                          from spaces.meeting_decision where meeting_id = :meeting
                        """)
                .param("id", id)
                .param("meeting", meeting)
                .param("ar", words.arabic())
                .param("fr", words.french())
                .param("en", words.english())
                .param("premises", premises.map(PremisesId::toString).orElse(null))
                .param("due", due.orElse(null))
                .param("locator", locator)
                .update();
        return id;
    }

    /** What was decided is done. */
    public void fulfil(UUID meeting, UUID decision) {
        int done = database.sql("""
                        update spaces.meeting_decision set done_on = :today where id = :id and meeting_id = :meeting and done_on is null
                        """)
                .param("today", LocalDate.now(clock))
                .param("id", decision)
                .param("meeting", meeting)
                .update();
        if (done == 0) {
            throw new Refusal("spaces.meeting.refusal.done");
        }
    }
}
