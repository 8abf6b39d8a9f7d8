package ma.qutb.spaces.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestCalls;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import ma.qutb.support.TestActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes committees of users for tests, and fills their sheets. */
public class TestCommittee {

    private final ConveningCommittee convening;
    private final ScoringApplications scoring;
    private final ClosingScoring closing;
    private final ReadingApplicants applicants;
    private final Calls calls;
    private final JdbcClient database;
    private final StandingClock clock;

    TestCommittee(
            ConveningCommittee convening,
            ScoringApplications scoring,
            ClosingScoring closing,
            ReadingApplicants applicants,
            Calls calls,
            JdbcClient database,
            StandingClock clock) {
        this.convening = convening;
        this.scoring = scoring;
        this.closing = closing;
        this.applicants = applicants;
        this.calls = calls;
        this.database = database;
        this.clock = clock;
    }

    /** A user who may sit in a committee. */
    public TestActor member(@Nullable UUID person) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into identity.account (id, user_name, display_name, language, state, person, version)
                        values (:id, 'm' || replace(cast(:id as text), '-', ''), 'عضو', 'ar', 'ACTIVE', cast(:person as uuid), 1)
                        """)
                .param("id", id)
                .param("person", person == null ? null : person.toString())
                .update();
        database.sql("""
                        insert into identity.role_held (id, account, role, reach, from_day, version)
                        values (gen_random_uuid(), :id, 'REGISTRAR', 'EVERYWHERE', :day, 1)
                        """)
                .param("id", id)
                .param("day", clock.today().minusDays(1))
                .update();
        return new TestActor(
                id,
                "عضو",
                Set.of(Role.REGISTRAR),
                Set.of(Code.SCORE, Code.SEE_SCORES, Code.CONVENE),
                Scope.EVERYWHERE,
                Optional.ofNullable(person));
    }

    public List<TestActor> members(int many) {
        return Stream.generate(() -> member(null)).limit(many).toList();
    }

    /** After the deadline; the first chairs. */
    public void convene(Call call, List<TestActor> members) {
        close(call);
        convening.convene(
                call,
                members.stream().map(Actor::id).collect(Collectors.toCollection(TreeSet::new)),
                members.getFirst().id(),
                30,
                members.getFirst());
    }

    /** Goes on to when nobody can apply any more. */
    public void close(Call call) {
        if (call.open(clock.instant())) {
            clock.forward(TestCalls.OPEN);
        }
    }

    /** Every sheet filled in and closed: so many points, on every criterion, for the application with this place among all. */
    public void score(Call call, List<TestActor> members, ToIntFunction<String> points) {
        for (var member : members) {
            fill(call, member, points);
            scoring.close(call, member);
        }
    }

    void fill(Call call, Actor member, ToIntFunction<String> points) {
        var kept = Set.copyOf(database.sql("select application_id from spaces.conflict where user_id = :user")
                .param("user", member.id())
                .query(UUID.class)
                .list());
        for (var it : applicants.of(call.id())) {
            if (!kept.contains(it.application())) {
                int given = points.applyAsInt(it.number());
                scoring.give(
                        it.application(),
                        call.criteria().stream().map(_ -> given).toList(),
                        member);
            }
        }
    }

    /** A committee of three that gives these points, with its scores frozen. */
    public void frozen(CallId id, ToIntFunction<String> points) {
        var call = calls.find(id).orElseThrow();
        var members = members(3);
        convene(call, members);
        score(call, members, points);
        closing.freeze(call, members.getFirst());
    }
}
