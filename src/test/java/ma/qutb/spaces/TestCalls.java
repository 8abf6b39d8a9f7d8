package ma.qutb.spaces;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.application.Applicant;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.application.Applying;
import ma.qutb.spaces.application.BringingPapers;
import ma.qutb.spaces.application.Taker;
import ma.qutb.spaces.call.AskedPaper;
import ma.qutb.spaces.call.Calendar;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallDraft;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.call.Criterion;
import ma.qutb.spaces.call.Group;
import ma.qutb.spaces.call.KeptShare;
import ma.qutb.spaces.call.PartyKind;
import ma.qutb.spaces.call.PreparingCalls;
import ma.qutb.spaces.call.PublishingCalls;
import ma.qutb.support.TestActor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes calls, applicants and applications for tests. */
public class TestCalls {

    /** How long these calls are open. */
    public static final Duration OPEN = Duration.ofDays(30);

    private static final Actor MANAGER =
            (Actor) TestActor.with("spaces.manage-calls").getPrincipal();
    private static final Taker CLERK = new Taker("نزهة", Optional.empty());

    private final TestSite sites;
    private final PreparingCalls preparing;
    private final PublishingCalls publishing;
    private final Calls calls;
    private final Applying applying;
    private final BringingPapers papers;
    private final Units units;
    private final JdbcClient database;
    private final Clock clock;

    TestCalls(
            TestSite sites,
            PreparingCalls preparing,
            PublishingCalls publishing,
            Calls calls,
            Applying applying,
            BringingPapers papers,
            Units units,
            JdbcClient database,
            Clock clock) {
        this.sites = sites;
        this.preparing = preparing;
        this.publishing = publishing;
        this.calls = calls;
        this.applying = applying;
        this.papers = papers;
        this.units = units;
        this.database = database;
        this.clock = clock;
    }

    /** A draft that offers all units of the site from now on. */
    public CallDraft draft(SiteId site) {
        var now = clock.instant();
        return draft(
                calendar(now),
                units.of(site, sites.today()).stream().map(Unit::id).toList());
    }

    public CallDraft draft(Calendar calendar, List<UnitId> offered) {
        return new CallDraft(
                calendar,
                new LocalName("كرات مرقمة", "boules numérotées", "numbered balls"),
                EnumSet.allOf(PartyKind.class),
                offered,
                List.of(new Criterion("project", 6_000), new Criterion("experience", 4_000)),
                List.of(AskedPaper.IDENTITY, AskedPaper.PROJECT, AskedPaper.DIPLOMA),
                List.of(new KeptShare(Group.WOMEN_COOPERATIVE, 1)));
    }

    public static Calendar calendar(Instant opens) {
        var closes = opens.plus(OPEN);
        var day = LocalDate.ofInstant(closes, java.time.ZoneId.of("Africa/Casablanca"));
        return new Calendar(
                opens,
                closes,
                closes.plus(Duration.ofDays(9)),
                day.plusDays(12),
                day.plusDays(30),
                day.plusDays(45),
                day.plusYears(1),
                7);
    }

    public CallId prepared(SiteId site) {
        return preparing.begin(CallId.next(), site, draft(site), false);
    }

    /** A published call for so many shops of a site of its own, open now for thirty days. */
    public Call open(int shops) {
        var id = prepared(sites.drawn(shops));
        publishing.publish(id, MANAGER);
        return calls.find(id).orElseThrow();
    }

    public Applicant artisan(String... crafts) {
        return artisan(null, crafts);
    }

    /** A tailor, or whoever practises these crafts. */
    public Applicant artisan(@org.jspecify.annotations.Nullable LocalDate born, String... crafts) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into registry.person (id, given_name_ar, given_name_latin, birth_date, birth_precision, territory_code, registered_at, version)
                        values (:id, 'عيشة', 'Aïcha', cast(:born as date), case when cast(:born as date) is null then null else 'DAY' end,
                            'C-GUE', now(), 1)
                        """).param("id", id).param("born", born).update();
        database.sql("""
                        insert into registry.artisan (person_id, category, register_status, health_cover, version)
                        values (:id, 'ARTISAN', 'NOT_YET', 'UNKNOWN', 1)
                        """).param("id", id).update();
        var practised = crafts.length == 0 ? new String[] {"TLR"} : crafts;
        IntStream.range(0, practised.length)
                .forEach(i -> database.sql(
                                "insert into registry.artisan_craft (person_id, position, craft_code) values (:id, :i, :craft)")
                        .param("id", id)
                        .param("i", i)
                        .param("craft", practised[i])
                        .update());
        return Applicant.of(new PersonId(id));
    }

    /** A cooperative of tailors with these members; the first presides. */
    public Applicant cooperative(int women, int men) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into registry.organisation (id, name_ar, legal_form, status, territory_code, registered_at, version)
                        values (:id, 'تعاونية التجربة', 'COOPERATIVE', 'ACTIVE', 'C-GUE', now(), 1)
                        """).param("id", id).update();
        for (int i = 0; i < women + men; i++) {
            var member = artisan().id();
            database.sql("update registry.person set sex = :sex where id = :id")
                    .param("sex", i < women ? "FEMALE" : "MALE")
                    .param("id", member)
                    .update();
            database.sql("""
                            insert into registry.membership (id, organisation_id, person_id, role, joined_on, version)
                            values (gen_random_uuid(), :organisation, :person, :role, :day, 1)
                            """)
                    .param("organisation", id)
                    .param("person", member)
                    .param("role", i == 0 ? "PRESIDENT" : "MEMBER")
                    .param("day", sites.today().minusYears(1))
                    .update();
        }
        return Applicant.of(PartyKind.COOPERATIVE, new OrganisationId(id));
    }

    /** A draft of a tailor's application for the first units of the call. */
    public ApplicationId begun(Call call, Applicant party, int wishes) {
        var id = applying.begin(ApplicationId.next(), call.id(), party, CLERK);
        applying.craft(id, new CraftCode("TLR"));
        applying.wish(id, call.units().subList(0, wishes));
        return id;
    }

    /** Sent with all papers. */
    public ApplicationId sent(Call call, Applicant party, int wishes) {
        var id = begun(call, party, wishes);
        call.papersOf(party.kind(), java.util.Set.of()).forEach(it -> papers.show(id, it, CLERK));
        applying.send(id);
        return id;
    }
}
