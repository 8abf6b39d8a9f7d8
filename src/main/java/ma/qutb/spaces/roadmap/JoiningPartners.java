package ma.qutb.spaces.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.OrganisationId;
import ma.qutb.spaces.premises.PremisesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in a conversion, and with what. */
@Service
@Transactional
public class JoiningPartners {

    public static final List<String> BRINGS = List.of("premises", "money", "works", "equipment", "training");

    private final JdbcClient database;
    private final Clock clock;

    JoiningPartners(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Somebody who takes part.
     *
     * @param organisation one of the registry, or else
     * @param name what it is called
     * @param amount centimes; money has one
     */
    public record Joining(
            Optional<OrganisationId> organisation,
            String name,
            String brings,
            Optional<Long> amount,
            LocalDate agreed,
            Optional<UUID> document) {

        /** @throws Refusal when nobody is named, or money has no amount */
        public Joining {
            if (organisation.isEmpty() && name.isBlank()) {
                throw new Refusal("spaces.roadmap.refusal.nobody");
            }
            if (brings.equals("money") && amount.isEmpty()
                    || amount.filter(it -> it < 1 || it > 100_000_000_000L).isPresent()) {
                throw new Refusal("spaces.roadmap.refusal.amount");
            }
        }
    }

    /** @throws Refusal when the day is still to come */
    public UUID join(PremisesId premises, Joining it, String by) {
        if (it.agreed().isAfter(LocalDate.now(clock))) {
            throw new Refusal("spaces.roadmap.refusal.future");
        }
        var id = Ids.next();
        database.sql("""
                        insert into spaces.premises_partner (id, premises_id, organisation_id, name, brings, amount, agreed_on, document,
                            recorded_at, recorded_by_name, version)
                        values (:id, :premises, cast(:organisation as uuid), :name, :brings, cast(:amount as bigint), :agreed,
                            cast(:document as uuid), :now, :by, 1)
                        """)
                .param("id", id)
                .param("premises", premises.value())
                .param(
                        "organisation",
                        it.organisation().map(OrganisationId::toString).orElse(null))
                .param("name", it.name())
                .param("brings", it.brings())
                .param("amount", it.amount().orElse(null))
                .param("agreed", it.agreed())
                .param("document", it.document().map(UUID::toString).orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        return id;
    }

    /** @throws Refusal when nobody says why, or the day lies before they joined or in the future */
    public void leave(PremisesId premises, UUID partner, LocalDate day, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("spaces.roadmap.refusal.reason");
        }
        int left = day.isAfter(LocalDate.now(clock))
                ? 0
                : database.sql("""
                                update spaces.premises_partner set ended_on = :day, reason = :reason, version = version + 1
                                 where id = :id and premises_id = :premises and ended_on is null and agreed_on <= :day
                                """)
                        .param("day", day)
                        .param("reason", reason)
                        .param("id", partner)
                        .param("premises", premises.value())
                        .update();
        if (left == 0) {
            throw new Refusal("spaces.roadmap.refusal.leaving");
        }
    }
}
