package ma.qutb.registry.duplicates;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.PeopleMerged;
import ma.qutb.registry.PeopleParted;
import ma.qutb.registry.PersonCorrected;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.duplicates.SuspectedPair.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides about a suspected pair: one person, two people, or one person after all not. */
@Service
@Transactional
class MergingPeople {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MergingPeople(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps both records and makes the one not chosen point at the survivor; what referred to it follows.
     *
     * @throws Refusal when somebody has decided about the pair, or merged one of the two, in the meantime
     */
    void merge(SuspectedPair pair, UUID survivor, Actor actor) {
        if (!survivor.equals(pair.one().id()) && !survivor.equals(pair.other().id())) {
            throw new Refusal("registry.duplicates.refusal.not-of-the-pair");
        }
        var merged = survivor.equals(pair.one().id())
                ? pair.other().id()
                : pair.one().id();
        decide(pair, State.OPEN, State.MERGED, actor);
        int standing = database.sql("""
                        select count(*) from (select 1 from registry.person
                            where id in (:survivor, :merged) and merged_into is null for update) as both_stand
                        """)
                .param("survivor", survivor)
                .param("merged", merged)
                .query(Integer.class)
                .single();
        if (standing < 2) {
            throw new Refusal("registry.duplicates.refusal.merged-already");
        }
        database.sql("update registry.person set merged_into = :survivor, version = version + 1 where id = :merged")
                .param("survivor", survivor)
                .param("merged", merged)
                .update();
        database.sql("""
                        insert into registry.person_merge (id, survivor_id, merged_id, merged_at, merged_by, moved)
                        values (:id, :survivor, :merged, :now, :actor, registry.move_person_references(:merged, :survivor))
                        """)
                .param("id", Ids.next())
                .param("survivor", survivor)
                .param("merged", merged)
                .param("now", now())
                .param("actor", actor.id())
                .update();
        changed(survivor, merged);
        events.publishEvent(new PeopleMerged(new PersonId(survivor), new PersonId(merged)));
    }

    /**
     * Takes the merge of the pair back: both records stand again, and what was moved returns. The pair is open again.
     *
     * @throws Refusal when the survivor was itself merged since, or has since got the telephone of the other
     */
    void part(SuspectedPair pair, Actor actor) {
        var survivor = pair.oneSurvived() ? pair.one() : pair.other();
        var merged = pair.oneSurvived() ? pair.other() : pair.one();
        if (survivor.mergedInto() != null || !survivor.id().equals(merged.mergedInto())) {
            throw new Refusal("registry.duplicates.refusal.merged-further");
        }
        try {
            database.sql("update registry.person set merged_into = null, version = version + 1 where id = :merged")
                    .param("merged", merged.id())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("person_phone_unique", e, "registry.duplicates.refusal.phone-taken");
        }
        database.sql("""
                        select registry.move_person_references_back(merged_id, survivor_id, moved) is null from registry.person_merge
                        where merged_id = :merged and undone_at is null
                        """).param("merged", merged.id()).query(Boolean.class).list();
        database.sql("""
                        update registry.person_merge set undone_at = :now, undone_by = :actor
                        where merged_id = :merged and undone_at is null
                        """)
                .param("now", now())
                .param("actor", actor.id())
                .param("merged", merged.id())
                .update();
        decide(pair, State.MERGED, State.OPEN, actor);
        changed(survivor.id(), merged.id());
        events.publishEvent(new PeopleParted(new PersonId(survivor.id()), new PersonId(merged.id())));
    }

    /** Two people: the pair is never suggested again. */
    void keepApart(SuspectedPair pair, Actor actor) {
        decide(pair, State.OPEN, State.DIFFERENT, actor);
    }

    /** The decision was a mistake: the pair is open again. */
    void reconsider(SuspectedPair pair, Actor actor) {
        decide(pair, State.DIFFERENT, State.OPEN, actor);
    }

    private void decide(SuspectedPair pair, State from, State to, Actor actor) {
        int decided = database.sql("""
                        update registry.suspected_duplicate set state = :to,
                            decided_at = case when :to = 'OPEN' then null else cast(:now as timestamptz) end,
                            decided_by = case when :to = 'OPEN' then null else cast(:actor as uuid) end
                        where id = :id and state = :from
                        """)
                .param("to", to.name())
                .param("now", now())
                .param("actor", actor.id())
                .param("id", pair.id())
                .param("from", from.name())
                .update();
        if (decided == 0) {
            throw new Refusal("registry.duplicates.refusal.decided-already");
        }
    }

    private void changed(UUID... people) {
        for (var person : people) {
            events.publishEvent(new PersonCorrected(new PersonId(person)));
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
