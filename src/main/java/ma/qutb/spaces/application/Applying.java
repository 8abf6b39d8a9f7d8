package ma.qutb.spaces.application;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.call.Group;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills applications in, step by step, and sends them. What is said is kept at once; the database says when it is too late. */
@Service
@Transactional
public class Applying {

    static final int MOST_WISHES = 10;

    private final JdbcClient database;
    private final Applications applications;
    private final Calls calls;
    private final Belonging belonging;
    private final Fitting fitting;
    private final Crafts crafts;
    private final Clock clock;

    Applying(
            JdbcClient database,
            Applications applications,
            Calls calls,
            Belonging belonging,
            Fitting fitting,
            Crafts crafts,
            Clock clock) {
        this.database = database;
        this.applications = applications;
        this.calls = calls;
        this.belonging = belonging;
        this.fitting = fitting;
        this.crafts = crafts;
        this.clock = clock;
    }

    /**
     * Begins an application, or answers the one the party has already in this call.
     *
     * @param id given by the page, so that a second tap begins nothing twice
     * @throws Refusal when the call is not open, or not for this party
     */
    public ApplicationId begin(ApplicationId id, CallId call, Applicant party, Taker by) {
        var asked = open(call);
        belonging.mayApply(party, asked);
        int begun = database.sql("""
                        insert into spaces.application (id, call_id, person_id, organisation_id, party_kind, groups, step, begun_at, acted_person,
                            taken_by_name, demonstration, version)
                        values (:id, :call, :person, :organisation, :kind, :groups, 'craft', :now, :self, :by, :demonstration, 1)
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param("call", call.value())
                .param("person", party.person().map(PersonId::value).orElse(null), Types.OTHER)
                .param("organisation", party.isPerson() ? null : party.id(), Types.OTHER)
                .param("kind", party.kind().code())
                .param("groups", codes(belonging.groups(party, asked, false)))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("self", by.self().map(PersonId::value).orElse(null), Types.OTHER)
                .param("by", by.name())
                .param("demonstration", asked.demonstration() || belonging.demonstration(party))
                .update();
        return begun == 1
                ? id
                : applications.of(List.of(party)).stream()
                        .filter(it -> it.call().equals(call))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    /** What will be done in the unit. */
    public void craft(ApplicationId id, CraftCode craft) {
        draft(id);
        if (!crafts.exists(craft)) {
            throw new Refusal("registry.craft.refusal.unknown", craft.value());
        }
        set(id, "craft_code = :value", craft.value());
    }

    /**
     * The units it asks for, the dearest first.
     *
     * @throws Refusal when there are too many, or one is none of the call or does not suit the craft
     */
    public void wish(ApplicationId id, List<UnitId> units) {
        var draft = draft(id);
        if (units.size() > MOST_WISHES) {
            throw new Refusal("spaces.application.refusal.too-many-wishes", MOST_WISHES);
        }
        if (units.stream().distinct().count() < units.size()) {
            throw new Refusal("spaces.application.refusal.wished-twice");
        }
        fitting.suits(draft, calls.find(draft.call()).orElseThrow(), units);
        database.sql("delete from spaces.application_wish where application_id = :id")
                .param("id", id.value())
                .update();
        database.sql("""
                        insert into spaces.application_wish (application_id, call_id, rank, unit_id)
                        select :id, :call, u.rank, u.unit from unnest(cast(:units as uuid[])) with ordinality as u(unit, rank)
                        """)
                .param("id", id.value())
                .param("call", draft.call().value())
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .update();
    }

    /**
     * Whether only a unit without steps will do, and whether an artisan counts as a young graduate, the diploma being among the papers.
     *
     * @throws Refusal when the registry does not know the artisan to be young
     */
    public void needs(ApplicationId id, boolean access, boolean graduate) {
        var draft = draft(id);
        var call = calls.find(draft.call()).orElseThrow();
        if (graduate && !belonging.young(draft.applicant(), call)) {
            throw new Refusal("spaces.application.refusal.not-young", Group.YOUNG);
        }
        database.sql("""
                        update spaces.application set needs_access = :access, groups = :groups, version = version + 1 where id = :id
                        """)
                .param("access", access)
                .param("groups", codes(belonging.groups(draft.applicant(), call, graduate)))
                .param("id", id.value())
                .update();
    }

    /** Where whoever fills it in goes on next time. */
    void at(ApplicationId id, String step) {
        set(id, "step = :value", step);
    }

    /**
     * Sends it. A second tap finds it sent.
     *
     * @return its number
     * @throws Refusal when it is too late, or no craft or no unit was chosen, or a unit does not suit the craft
     */
    public String send(ApplicationId id) {
        database.sql("select id from spaces.application where id = :id for update")
                .param("id", id.value())
                .query()
                .listOfRows();
        var draft = applications.find(id).orElseThrow();
        if (draft.standing()) {
            return draft.number().orElseThrow();
        }
        if (draft.withdrawnAt().isPresent()) {
            throw new Refusal("spaces.application.refusal.withdrawn");
        }
        var call = calls.find(draft.call()).orElseThrow();
        belonging.mayApply(draft.applicant(), call);
        if (draft.craft().isEmpty()) {
            throw new Refusal("spaces.application.refusal.no-craft");
        }
        if (draft.wishes().isEmpty()) {
            throw new Refusal("spaces.application.refusal.no-wish");
        }
        fitting.suits(draft, call, draft.wishes());
        try {
            return database.sql("""
                            update spaces.application set submitted_at = :now, groups = :groups, step = 'receipt', version = version + 1
                            where id = :id returning number
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param(
                            "groups",
                            codes(belonging.groups(
                                    draft.applicant(), call, draft.groups().contains(Group.YOUNG_GRADUATE))))
                    .param("id", id.value())
                    .query(String.class)
                    .single();
        } catch (DataIntegrityViolationException e) {
            throw refusal(e);
        }
    }

    /** Takes it back. A number it had is given to nobody else. */
    public void withdraw(ApplicationId id) {
        database.sql("""
                        update spaces.application set withdrawn_at = :now, version = version + 1 where id = :id and withdrawn_at is null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private Call open(CallId id) {
        var call = calls.find(id).orElseThrow(() -> new Refusal("spaces.application.refusal.not-open"));
        return switch (call.state(clock.instant())) {
            case OPEN -> call;
            case CLOSED, SETTLED -> throw new Refusal("spaces.application.refusal.too-late");
            case DRAFT, ANNOUNCED, CANCELLED -> throw new Refusal("spaces.application.refusal.not-open");
        };
    }

    private Application draft(ApplicationId id) {
        var it = applications.find(id).orElseThrow();
        if (!it.draft()) {
            throw new Refusal("spaces.application.refusal.sent");
        }
        open(it.call());
        return it;
    }

    private void set(ApplicationId id, String what, String value) {
        database.sql("update spaces.application set " + what + ", version = version + 1 where id = :id")
                .param("value", value)
                .param("id", id.value())
                .update();
    }

    private static String[] codes(Set<Group> groups) {
        return groups.stream().map(Group::code).sorted().toArray(String[]::new);
    }

    private static RuntimeException refusal(DataIntegrityViolationException e) {
        return Map.of(
                        "application_in_time", "spaces.application.refusal.too-late",
                        "application_to_an_open_call", "spaces.application.refusal.not-open")
                .entrySet()
                .stream()
                .map(it -> Refusal.when(it.getKey(), e, it.getValue()))
                .filter(Refusal.class::isInstance)
                .findFirst()
                .orElse(e);
    }
}
