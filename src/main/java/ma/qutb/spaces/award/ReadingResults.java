package ma.qutb.spaces.award;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.application.Applicant;
import ma.qutb.spaces.application.Application;
import ma.qutb.spaces.application.Applications;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.call.PartyKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads how applications came out of the result that holds. */
@Repository
@Transactional(readOnly = true)
class ReadingResults {

    private final JdbcClient database;
    private final AwardTable awards;
    private final OfferTable offers;
    private final AppealTable appeals;
    private final Appealing appealing;
    private final Applications applications;
    private final Calls calls;
    private final People people;
    private final Organisations organisations;
    private final Clock clock;

    ReadingResults(
            JdbcClient database,
            AwardTable awards,
            OfferTable offers,
            AppealTable appeals,
            Appealing appealing,
            Applications applications,
            Calls calls,
            People people,
            Organisations organisations,
            Clock clock) {
        this.database = database;
        this.awards = awards;
        this.offers = offers;
        this.appeals = appeals;
        this.appealing = appealing;
        this.applications = applications;
        this.calls = calls;
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The applications of this person, and of what they lead, that came out of a published result. */
    List<Outcome> of(Actor actor) {
        return applications.of(behind(actor)).stream()
                .flatMap(it -> of(it).stream())
                .toList();
    }

    private List<Applicant> behind(Actor actor) {
        var person = actor.person().map(PersonId::new);
        return person.stream()
                .flatMap(it -> Stream.concat(
                        Stream.of(Applicant.of(it)),
                        organisations.ledBy(it, LocalDate.now(clock)).stream()
                                .map(led -> Applicant.of(PartyKind.of(led.legalForm()), led.id()))))
                .toList();
    }

    private record Standing(int score, int place, Optional<Integer> position, Optional<String> unit) {}

    Optional<Outcome> of(Application application) {
        return awards.published(application.call())
                .flatMap(run -> standing(run, application)
                        .map(it -> new Outcome(
                                calls.find(application.call()).orElseThrow(),
                                application,
                                name(application.applicant()),
                                run,
                                it.score(),
                                it.place(),
                                it.position(),
                                it.unit(),
                                why(run, application),
                                offers.of(application.id()),
                                appeals.of(application.id()),
                                appealing.open(application.call()))));
    }

    private Optional<Standing> standing(Run run, Application application) {
        return database.sql("""
                        select s.score, s.place, s.position, u.number
                          from spaces.standing s
                          left join spaces.placement p on p.run_id = s.run_id and p.application_id = s.application_id
                          left join spaces.unit u on u.id = p.unit_id
                         where s.run_id = :run and s.application_id = :application
                        """)
                .param("run", run.id())
                .param("application", application.id().value())
                .query((row, number) -> new Standing(
                        row.getInt("score"),
                        row.getInt("place"),
                        Optional.ofNullable(row.getObject("position", Integer.class)),
                        Optional.ofNullable(row.getString("number"))))
                .optional();
    }

    private List<Why> why(Run run, Application application) {
        return database.sql("""
                        select rank, unit_number, kind, winner, own, theirs, about from spaces.reason
                         where run_id = :run and application_id = :application order by rank
                        """)
                .param("run", run.id())
                .param("application", application.id().value())
                .query((row, number) -> new Why(
                        row.getInt("rank"),
                        row.getString("unit_number"),
                        row.getString("kind"),
                        row.getString("winner"),
                        row.getLong("own"),
                        row.getLong("theirs"),
                        row.getString("about")))
                .list();
    }

    private LocalName name(Applicant it) {
        return it.person()
                .flatMap(people::find)
                .map(People.Summary::name)
                .or(() -> it.organisation().flatMap(organisations::find).map(Organisations.Summary::name))
                .orElse(new LocalName("–", "–", "–"));
    }

    /** Everybody in a result by number of the application, those with a unit first, then the waiting list. */
    List<ResultLine> table(Run run) {
        return database.sql("""
                        select a.number, s.score, s.place, s.position, u.number as unit
                          from spaces.standing s join spaces.application a on a.id = s.application_id
                          left join spaces.placement p on p.run_id = s.run_id and p.application_id = s.application_id
                          left join spaces.unit u on u.id = p.unit_id
                         where s.run_id = :run
                         order by p.unit_id is null, s.position nulls last, s.score desc, s.place
                        """)
                .param("run", run.id())
                .query((row, number) -> new ResultLine(
                        row.getString("number"),
                        row.getInt("score"),
                        row.getInt("place"),
                        Optional.ofNullable(row.getString("unit")),
                        Optional.ofNullable(row.getObject("position", Integer.class))))
                .list();
    }
}
