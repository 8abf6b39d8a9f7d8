package ma.qutb.materials.point;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.SalePointId;
import ma.qutb.registry.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed on a sale point: by whom, with what seed capital and which duties, and when it is looked at again. */
@Service
@Transactional
public class Conventions {

    private final JdbcClient database;
    private final Clock clock;

    Conventions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A party: an organisation of the registry, or a name. */
    public record Party(Optional<OrganisationId> organisation, String name, String duties) {}

    /** A day on which the parties look at it, and what came of it. */
    public record Review(LocalDate dueOn, Optional<LocalDate> heldOn, String outcome) {

        public boolean overdue(LocalDate day) {
            return heldOn.isEmpty() && dueOn.isBefore(day);
        }
    }

    /**
     * A convention to keep.
     *
     * @param key minted with the form
     * @param seed centimes
     */
    public record Signed(
            UUID key,
            SalePointId point,
            String reference,
            LocalDate signedOn,
            Optional<LocalDate> endsOn,
            Optional<Long> seed,
            Optional<UUID> file,
            List<Party> parties,
            List<LocalDate> reviews) {}

    /** A convention as it is kept. */
    public record Convention(
            UUID id,
            String reference,
            LocalDate signedOn,
            Optional<LocalDate> endsOn,
            Optional<Long> seed,
            Optional<UUID> file,
            List<Party> parties,
            List<Review> reviews) {

        public boolean over(LocalDate day) {
            return endsOn.filter(it -> !day.isBefore(it)).isPresent();
        }
    }

    /** @throws Refusal with fewer than two parties, or days in the wrong order */
    public UUID sign(Signed it) {
        if (it.parties().size() < 2) {
            throw new Refusal("materials.convention.refusal.parties");
        }
        if (it.signedOn().isAfter(LocalDate.now(clock))) {
            throw new Refusal("materials.convention.refusal.ahead");
        }
        if (it.endsOn().filter(end -> !end.isAfter(it.signedOn())).isPresent()) {
            throw new Refusal("materials.convention.refusal.ends");
        }
        if (it.seed().filter(seed -> seed <= 0).isPresent()) {
            throw new Refusal("materials.convention.refusal.seed");
        }
        var known =
                it.parties().stream().flatMap(p -> p.organisation().stream()).toList();
        if (known.stream().distinct().count() < known.size()) {
            throw new Refusal("materials.convention.refusal.twice");
        }
        var id = Ids.next();
        int added = insert(id, it);
        if (added == 0) {
            return database.sql("select id from materials.convention where key = :key")
                    .param("key", it.key())
                    .query(UUID.class)
                    .single();
        }
        for (int i = 0; i < it.parties().size(); i++) {
            insert(id, i, it.parties().get(i));
        }
        it.reviews().stream()
                .distinct()
                .forEach(day -> database.sql(
                                "insert into materials.convention_review (convention_id, due_on) values (:id, :day)")
                        .param("id", id)
                        .param("day", day)
                        .update());
        return id;
    }

    private int insert(UUID id, Signed it) {
        return database.sql("""
                        insert into materials.convention (id, key, sale_point_id, reference, signed_on, ends_on, seed_centimes, signed_file,
                            version)
                        values (:id, :key, :point, :reference, :signed, :ends, :seed, :file, 1)
                        on conflict on constraint convention_key_once do nothing
                        """)
                .param("id", id)
                .param("key", it.key())
                .param("point", it.point().value())
                .param("reference", it.reference())
                .param("signed", it.signedOn())
                .param("ends", it.endsOn().orElse(null), Types.DATE)
                .param("seed", it.seed().orElse(null), Types.BIGINT)
                .param("file", it.file().orElse(null), Types.OTHER)
                .update();
    }

    private void insert(UUID convention, int position, Party it) {
        @Nullable
        UUID organisation = it.organisation().map(OrganisationId::value).orElse(null);
        database.sql("""
                        insert into materials.convention_party (convention_id, position, organisation_id, name, duties)
                        values (:convention, :position, :organisation, :name, :duties)
                        """)
                .param("convention", convention)
                .param("position", position)
                .param("organisation", organisation, Types.OTHER)
                .param("name", organisation == null ? it.name() : "")
                .param("duties", it.duties())
                .update();
    }

    /** @throws Refusal without an outcome, or ahead of the day */
    public void hold(UUID convention, LocalDate dueOn, LocalDate heldOn, String outcome) {
        if (outcome.isBlank()) {
            throw new Refusal("materials.convention.refusal.outcome");
        }
        if (heldOn.isAfter(LocalDate.now(clock))) {
            throw new Refusal("materials.convention.refusal.ahead");
        }
        database.sql("""
                        update materials.convention_review set held_on = :held, outcome = :outcome
                         where convention_id = :id and due_on = :due and held_on is null
                        """)
                .param("held", heldOn)
                .param("outcome", outcome)
                .param("id", convention)
                .param("due", dueOn)
                .update();
    }

    /** The conventions of a point, the last signed first. */
    @Transactional(readOnly = true)
    public List<Convention> of(SalePointId point) {
        return database.sql("""
                        select id, reference, signed_on, ends_on, seed_centimes, signed_file from materials.convention
                         where sale_point_id = :point order by signed_on desc, id desc
                        """)
                .param("point", point.value())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Convention(
                            id,
                            row.getString("reference"),
                            row.getObject("signed_on", LocalDate.class),
                            Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
                            Optional.ofNullable(row.getObject("seed_centimes", Long.class)),
                            Optional.ofNullable(row.getObject("signed_file", UUID.class)),
                            parties(id),
                            reviews(id));
                })
                .list();
    }

    private List<Party> parties(UUID convention) {
        return database.sql("""
                        select organisation_id, name, duties from materials.convention_party where convention_id = :id order by position
                        """)
                .param("id", convention)
                .query((row, number) -> new Party(
                        Optional.ofNullable(row.getObject(1, UUID.class)).map(OrganisationId::new),
                        row.getString(2),
                        row.getString(3)))
                .list();
    }

    private List<Review> reviews(UUID convention) {
        return database.sql("""
                        select due_on, held_on, outcome from materials.convention_review where convention_id = :id order by due_on
                        """)
                .param("id", convention)
                .query((row, number) -> new Review(
                        row.getObject(1, LocalDate.class),
                        Optional.ofNullable(row.getObject(2, LocalDate.class)),
                        row.getString(3)))
                .list();
    }
}
