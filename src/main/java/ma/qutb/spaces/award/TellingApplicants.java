package ma.qutb.spaces.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import ma.qutb.identity.Notifications;
import ma.qutb.registry.Members;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.application.Applicant;
import ma.qutb.spaces.call.Call;
import org.springframework.stereotype.Component;

/** Tells applicants what concerns them: the artisan, or the members of the cooperative or enterprise. */
@Component
class TellingApplicants {

    static final String MINE = "/me/spaces/results";

    private final Notifications notifications;
    private final Members members;
    private final Clock clock;

    TellingApplicants(Notifications notifications, Members members, Clock clock) {
        this.notifications = notifications;
        this.members = members;
        this.clock = clock;
    }

    void published(Call call, List<Applicant> applicants) {
        applicants.forEach(it -> tell(it, "spaces.award.told.published", List.of(call.called())));
    }

    void tell(Applicant applicant, String message, List<?> arguments) {
        for (var person : people(applicant)) {
            notifications.tellPerson(person.value(), message, arguments, MINE);
        }
    }

    private Set<PersonId> people(Applicant applicant) {
        return applicant
                .organisation()
                .map(it -> members.of(List.of(it), LocalDate.now(clock)).getOrDefault(it, Set.of()))
                .orElseGet(() -> applicant.person().map(Set::of).orElse(Set.of()));
    }
}
