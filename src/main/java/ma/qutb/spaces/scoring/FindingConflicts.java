package ma.qutb.spaces.scoring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.registry.Members;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.call.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps from a member what they must not judge: their own application, their cooperative's, their relatives'. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FindingConflicts {

    private final JdbcClient database;
    private final ReadingApplicants applicants;
    private final Members members;
    private final Clock clock;

    FindingConflicts(JdbcClient database, ReadingApplicants applicants, Members members, Clock clock) {
        this.database = database;
        this.applicants = applicants;
        this.members = members;
        this.clock = clock;
    }

    /** For everybody whose sheet is still open. */
    void find(CallId call) {
        var parties = applicants.of(call);
        var organisations =
                parties.stream().flatMap(it -> it.organisation().stream()).collect(java.util.stream.Collectors.toSet());
        var people = members.of(organisations, LocalDate.now(clock));
        for (var member : sitting(call)) {
            var own = member.person().map(Set::of).orElse(Set.of());
            var kin = relatives(member.user());
            for (var party : parties) {
                ground(party, own, kin, people).ifPresent(it -> keep(party.application(), member.user(), it, ""));
            }
        }
    }

    /** An application is kept from a member from now on; what was found first stays. */
    boolean keep(UUID application, UUID user, String ground, String words) {
        return database.sql("""
                        insert into spaces.conflict (application_id, user_id, ground, words, said_at)
                        values (:application, :user, :ground, :words, :now) on conflict do nothing
                        """)
                        .param("application", application)
                        .param("user", user)
                        .param("ground", ground)
                        .param("words", words)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private record Sitting(UUID user, Optional<PersonId> person) {}

    private List<Sitting> sitting(CallId call) {
        return database.sql(
                        "select user_id, person_id from spaces.committee_member where call_id = :call and closed_at is null")
                .param("call", call.value())
                .query((row, number) -> new Sitting(
                        row.getObject("user_id", UUID.class),
                        Optional.ofNullable(row.getObject("person_id", UUID.class))
                                .map(PersonId::new)))
                .list();
    }

    private Set<PersonId> relatives(UUID user) {
        return new HashSet<>(database.sql("select person_id from spaces.relative where user_id = :user")
                .param("user", user)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    private static Optional<String> ground(
            ReadingApplicants.Party party,
            Set<PersonId> own,
            Set<PersonId> kin,
            Map<OrganisationId, Set<PersonId>> members) {
        var people = party.organisation()
                .map(it -> members.getOrDefault(it, Set.of()))
                .orElseGet(() -> party.person().map(Set::of).orElse(Set.of()));
        if (!Collections.disjoint(people, own)) {
            return Optional.of(party.person().isPresent() ? "applicant" : "cooperative");
        }
        return Collections.disjoint(people, kin) ? Optional.empty() : Optional.of("relative");
    }
}
