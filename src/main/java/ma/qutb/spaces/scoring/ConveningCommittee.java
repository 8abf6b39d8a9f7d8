package ma.qutb.spaces.scoring;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.identity.Colleagues;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.SpacesPermission;
import ma.qutb.spaces.call.Call;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names who reads the applications of a call that is closed. */
@Service
@Transactional
public class ConveningCommittee {

    /** Two cannot be compared. */
    static final int FEWEST = 3;

    private final JdbcClient database;
    private final Colleagues colleagues;
    private final People people;
    private final FindingConflicts conflicts;
    private final Notifications notifications;
    private final Clock clock;

    ConveningCommittee(
            JdbcClient database,
            Colleagues colleagues,
            People people,
            FindingConflicts conflicts,
            Notifications notifications,
            Clock clock) {
        this.database = database;
        this.colleagues = colleagues;
        this.people = people;
        this.conflicts = conflicts;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Who may be named. */
    @Transactional(readOnly = true)
    public List<Colleagues.Colleague> candidates() {
        return colleagues.holding(SpacesPermission.SCORE.roles());
    }

    /**
     * Names the committee, once, and tells its members.
     *
     * @param chair one of the members
     * @param spreadPoints sheets that lie further apart must be talked about
     * @throws Refusal while applications may still come, when there is one already, or when somebody cannot be a member
     */
    public void convene(Call call, Set<UUID> members, UUID chair, int spreadPoints, Actor by) {
        if (call.state(clock.instant()) != Call.State.CLOSED) {
            throw new Refusal("spaces.scoring.refusal.not-closed");
        }
        if (members.size() < FEWEST) {
            throw new Refusal("spaces.scoring.refusal.few", FEWEST);
        }
        if (!members.contains(chair)) {
            throw new Refusal("spaces.scoring.refusal.chair");
        }
        var sitting =
                candidates().stream().filter(it -> members.contains(it.id())).collect(Collectors.toList());
        if (sitting.size() < members.size()) {
            throw new Refusal("spaces.scoring.refusal.not-staff");
        }
        open(call, spreadPoints, by);
        for (var it : sitting) {
            sit(call, it, it.id().equals(chair));
            notifications.tell(
                    it.id(), "spaces.scoring.told.convened", List.of(call.called()), Committee.sheet(call.id()));
        }
        conflicts.find(call.id());
    }

    private void open(Call call, int spreadPoints, Actor by) {
        try {
            database.sql("""
                            insert into spaces.committee (call_id, spread_points, convened_at, convened_by_name, version)
                            values (:call, :spread, :now, :name, 1)
                            """)
                    .param("call", call.id().value())
                    .param("spread", spreadPoints)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("name", by.displayName())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.when("committee_pk", e, "spaces.scoring.refusal.convened");
        }
    }

    private void sit(Call call, Colleagues.Colleague it, boolean chair) {
        database.sql("""
                        insert into spaces.committee_member (call_id, user_id, name, person_id, chair)
                        values (:call, :user, :name, :person, :chair)
                        """)
                .param("call", call.id().value())
                .param("user", it.id())
                .param("name", it.name())
                // An account may name a person whose record became part of another since.
                .param("person", known(it).orElse(null), Types.OTHER)
                .param("chair", chair)
                .update();
    }

    private Optional<UUID> known(Colleagues.Colleague it) {
        return it.person().filter(person -> people.find(new PersonId(person)).isPresent());
    }
}
