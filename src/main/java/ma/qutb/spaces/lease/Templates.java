package ma.qutb.spaces.lease;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clauses of contracts, each set from a day on. */
@Component
@Transactional
public class Templates {

    static final List<String> KINDS = List.of(
            "use", "subletting", "nuisance", "rent", "charges", "upkeep", "deposit", "notice", "ending", "other");

    private final JdbcClient database;
    private final Clock clock;

    Templates(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A clause in both languages of contracts. */
    public record Clause(int position, String kind, String arabic, String french) {

        public String in(Language language) {
            return language == Language.AR ? arabic : french;
        }
    }

    /** A set of clauses. */
    public record Template(UUID id, LocalDate from, String by, List<Clause> clauses) {}

    Optional<Template> on(LocalDate day) {
        return all().stream().filter(it -> !it.from().isAfter(day)).findFirst();
    }

    /** The oldest: what begins before any is written with it. */
    Optional<Template> first() {
        return all().stream().reduce((earlier, later) -> later);
    }

    Template find(UUID id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /** The latest first. */
    List<Template> all() {
        var clauses = new java.util.HashMap<UUID, List<Clause>>();
        database.sql("select * from spaces.lease_clause order by template_id, position")
                .query(row -> {
                    clauses.computeIfAbsent(row.getObject("template_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Clause(
                                    row.getInt("position"),
                                    row.getString("kind"),
                                    row.getString("text_ar"),
                                    row.getString("text_fr")));
                });
        return database.sql("select * from spaces.lease_template order by valid_from desc")
                .query((row, number) -> new Template(
                        row.getObject("id", UUID.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("made_by_name"),
                        clauses.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    /** @throws Refusal when there is no clause, or another set begins that day */
    UUID add(LocalDate from, List<Clause> clauses, String by) {
        if (clauses.isEmpty()) {
            throw new Refusal("spaces.lease.refusal.no-clauses");
        }
        var id = Ids.next();
        try {
            database.sql("""
                            insert into spaces.lease_template (id, valid_from, made_by_name, made_at) values (:id, :from, :by, :now)
                            """)
                    .param("id", id)
                    .param("from", from)
                    .param("by", by)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("lease_template_once_a_day", e, "spaces.lease.refusal.template-that-day");
        }
        int position = 1;
        for (var it : clauses) {
            database.sql("""
                            insert into spaces.lease_clause (template_id, position, kind, text_ar, text_fr)
                            values (:id, :position, :kind, :arabic, :french)
                            """)
                    .param("id", id)
                    .param("position", position++)
                    .param("kind", it.kind())
                    .param("arabic", it.arabic())
                    .param("french", it.french())
                    .update();
        }
        return id;
    }
}
