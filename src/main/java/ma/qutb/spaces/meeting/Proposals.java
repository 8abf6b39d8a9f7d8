package ma.qutb.spaces.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.spaces.premises.PremisesId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What cooperatives, associations and communes propose to make of a premises, and which one is retained. */
@Service
@Transactional
public class Proposals {

    private final JdbcClient database;
    private final Organisations organisations;
    private final Clock clock;

    Proposals(JdbcClient database, Organisations organisations, Clock clock) {
        this.database = database;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * A proposal.
     *
     * @param by who proposes; nobody: the commune itself
     * @param women who would work there
     * @param state {@code made}, {@code retained} or {@code declined}
     * @param reason why it was declined
     */
    public record Proposal(
            UUID id,
            Optional<LocalName> by,
            LocalDate made,
            String purpose,
            int women,
            Optional<UUID> document,
            String state,
            Optional<LocalDate> decided,
            String reason) {

        public boolean open() {
            return state.equals("made");
        }

        public String tone() {
            return switch (state) {
                case "retained" -> "ok";
                case "declined" -> "off";
                default -> "warn";
            };
        }
    }

    /** @param id minted by the form; the same again is the same proposal */
    public record New(
            UUID id,
            PremisesId premises,
            Optional<OrganisationId> by,
            LocalDate made,
            String purpose,
            int women,
            Optional<UUID> document) {}

    /** @throws Refusal when it was not made yet, says nothing, or a number cannot be */
    public void propose(New it, String recordedBy) {
        if (it.made().isAfter(LocalDate.now(clock))) {
            throw new Refusal("spaces.proposal.refusal.future");
        }
        if (it.purpose().isBlank() || it.women() < 0 || it.women() > 10_000) {
            throw new Refusal("spaces.proposal.refusal.content");
        }
        database.sql("""
                        insert into spaces.premises_proposal (id, premises_id, organisation_id, made_on, purpose, women, document, state,
                            recorded_at, recorded_by_name, version)
                        values (:id, :premises, cast(:by as uuid), :made, :purpose, :women, cast(:document as uuid), 'made', :now, :name, 1)
                        on conflict on constraint premises_proposal_pk do nothing
                        """)
                .param("id", it.id())
                .param("premises", it.premises().value())
                .param("by", it.by().map(OrganisationId::toString).orElse(null))
                .param("made", it.made())
                .param("purpose", it.purpose())
                .param("women", it.women())
                .param("document", it.document().map(UUID::toString).orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("name", recordedBy)
                .update();
    }

    /**
     * One is retained, or declined for a reason.
     *
     * @throws Refusal when it was decided already, another one is retained, or nobody says why it is declined
     */
    public void decide(PremisesId premises, UUID proposal, boolean retained, String reason) {
        if (!retained && reason.isBlank()) {
            throw new Refusal("spaces.proposal.refusal.reason");
        }
        try {
            int decided = database.sql("""
                            update spaces.premises_proposal set state = :state, decided_on = :today, reason = :reason, version = version + 1
                             where id = :id and premises_id = :premises and state = 'made'
                            """)
                    .param("state", retained ? "retained" : "declined")
                    .param("today", LocalDate.now(clock))
                    .param("reason", reason)
                    .param("id", proposal)
                    .param("premises", premises.value())
                    .update();
            if (decided == 0) {
                throw new Refusal("spaces.proposal.refusal.decided");
            }
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("premises_proposal_one_retained", e, "spaces.proposal.refusal.another");
        }
    }

    private record Row(Optional<OrganisationId> by, Proposal proposal) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Proposal> of(PremisesId premises) {
        var rows = database.sql(
                        "select * from spaces.premises_proposal where premises_id = :id order by made_on desc, id desc")
                .param("id", premises.value())
                .query((row, number) -> new Row(
                        Optional.ofNullable(row.getObject("organisation_id", UUID.class))
                                .map(OrganisationId::new),
                        new Proposal(
                                row.getObject("id", UUID.class),
                                Optional.empty(),
                                row.getObject("made_on", LocalDate.class),
                                row.getString("purpose"),
                                row.getInt("women"),
                                Optional.ofNullable(row.getObject("document", UUID.class)),
                                row.getString("state"),
                                Optional.ofNullable(row.getObject("decided_on", LocalDate.class)),
                                row.getString("reason"))))
                .list();
        var known =
                organisations.find(rows.stream().flatMap(it -> it.by().stream()).toList());
        return rows.stream()
                .map(it -> {
                    var one = it.proposal();
                    return new Proposal(
                            one.id(),
                            it.by()
                                    .flatMap(id -> Optional.ofNullable(known.get(id)))
                                    .map(Organisations.Summary::name),
                            one.made(),
                            one.purpose(),
                            one.women(),
                            one.document(),
                            one.state(),
                            one.decided(),
                            one.reason());
                })
                .toList();
    }
}
