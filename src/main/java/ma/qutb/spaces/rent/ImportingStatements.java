package ma.qutb.spaces.rent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.Leases;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes transfers from the bank's statement: a file is tried first, what is not sure is chosen by hand, then all that is sure is posted. */
@Service
@Transactional
public class ImportingStatements {

    private final Leases leases;
    private final RentAccounts accounts;
    private final TakingRents taking;
    private final Ledger ledger;
    private final JdbcClient database;
    private final Clock clock;

    ImportingStatements(
            Leases leases, RentAccounts accounts, TakingRents taking, Ledger ledger, JdbcClient database, Clock clock) {
        this.leases = leases;
        this.accounts = accounts;
        this.taking = taking;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /** A line and what it may be. */
    public record Line(
            int line,
            LocalDate day,
            long amount,
            String words,
            String verdict,
            Optional<UUID> lease,
            List<UUID> candidates,
            boolean taken) {}

    /**
     * Tries a file: nothing is posted.
     *
     * @throws Refusal when it cannot be read, or came before
     */
    public UUID trial(String name, String text, Poster by) {
        var file = StatementFile.read(text);
        var id = Ids.next();
        try {
            database.sql("""
                            insert into spaces.bank_statement (id, name, digest, uploaded_by, uploaded_at) values (:id, :name, :digest, :by, :now)
                            """)
                    .param("id", id)
                    .param("name", name)
                    .param("digest", digest(text))
                    .param("by", by.name())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("bank_statement_once", e, "spaces.rent.refusal.statement-seen");
        }
        var matching = new Matching(payers());
        for (var line : file.lines()) {
            var found = seen(line) ? new Matching.Found("seen", List.of()) : matching.find(line.words(), line.amount());
            add(id, line, found);
        }
        return id;
    }

    /** Says by hand whose money a line is. */
    public void choose(UUID statement, int line, LeaseId lease) {
        if (leases.find(lease).filter(Lease::signed).isEmpty()) {
            throw new Refusal("spaces.rent.refusal.not-signed");
        }
        database.sql("""
                        update spaces.bank_line set verdict = 'chosen', lease_id = :lease
                         where statement_id = :statement and line = :line and not taken and verdict <> 'seen'
                        """)
                .param("lease", lease.value())
                .param("statement", statement)
                .param("line", line)
                .update();
    }

    /**
     * Posts every line that is sure and was not posted before.
     *
     * @return how many
     */
    public int take(UUID statement, Poster by) {
        if (database.sql("select id from spaces.bank_statement where id = :id for update")
                .param("id", statement)
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new Refusal("spaces.rent.refusal.no-statement");
        }
        var drafts = new ArrayList<Draft>();
        for (var line : lines(statement)) {
            if (line.taken() || line.lease().isEmpty()) {
                continue;
            }
            int fresh;
            try {
                fresh = database.sql(
                                "update spaces.bank_line set taken = true where statement_id = :statement and line = :line and not taken")
                        .param("statement", statement)
                        .param("line", line.line())
                        .update();
            } catch (DataIntegrityViolationException e) {
                throw Refusal.when("bank_line_taken_once", e, "spaces.rent.refusal.line-taken", line.line());
            }
            if (fresh == 1) {
                var lease = leases.lock(new LeaseId(line.lease().get())).orElseThrow();
                var key = UUID.nameUUIDFromBytes(
                        ("spaces.statement." + statement + "." + line.line()).getBytes(StandardCharsets.UTF_8));
                drafts.add(taking.draft(
                        lease,
                        key,
                        "transfer",
                        line.amount(),
                        line.day(),
                        line.words().substring(0, Math.min(line.words().length(), 120)) + " · "
                                + statement.toString().substring(24) + "/" + line.line(),
                        by.name(),
                        accounts.bank()));
            }
        }
        database.sql("update spaces.bank_statement set taken_at = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", statement)
                .update();
        ledger.postTogether(drafts, by);
        return drafts.size();
    }

    List<Line> lines(UUID statement) {
        return database.sql("select * from spaces.bank_line where statement_id = :statement order by line")
                .param("statement", statement)
                .query((row, number) -> new Line(
                        row.getInt("line"),
                        row.getObject("day", LocalDate.class),
                        row.getLong("amount"),
                        row.getString("words"),
                        row.getString("verdict"),
                        Optional.ofNullable(row.getObject("lease_id", UUID.class)),
                        Arrays.asList((UUID[]) row.getArray("candidates").getArray()),
                        row.getBoolean("taken")))
                .list();
    }

    Optional<String> nameOf(UUID statement) {
        return database.sql("select name from spaces.bank_statement where id = :id")
                .param("id", statement)
                .query(String.class)
                .optional();
    }

    private List<Matching.Payer> payers() {
        return database.sql("""
                        select n.lease_id, l.number, t.name_ar, t.name_latin, n.owed,
                               (select r.rent from spaces.lease_rent r where r.lease_id = l.id order by r.from_on desc limit 1) as rent
                          from spaces.rent_standing(:today) n join spaces.lease l on l.id = n.lease_id
                          join spaces.tenant t on t.id = l.tenant_id
                         where n.owed > 0 or l.ends_on > :today order by l.number
                        """)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Matching.Payer(
                        row.getObject("lease_id", UUID.class),
                        row.getLong("number"),
                        row.getString("name_ar"),
                        row.getString("name_latin"),
                        row.getLong("owed"),
                        row.getLong("rent")))
                .list();
    }

    private boolean seen(StatementFile.Line line) {
        return database.sql("""
                        select exists (select from spaces.bank_line where taken and day = :day and amount = :amount and words = :words
                            and occurrence = :occurrence)
                        """)
                .param("day", line.day())
                .param("amount", line.amount())
                .param("words", line.words())
                .param("occurrence", line.occurrence())
                .query(Boolean.class)
                .single();
    }

    private void add(UUID statement, StatementFile.Line line, Matching.Found found) {
        database.sql("""
                        insert into spaces.bank_line (statement_id, line, day, amount, words, occurrence, verdict, lease_id, candidates)
                        values (:statement, :line, :day, :amount, :words, :occurrence, :verdict, :lease, :candidates)
                        """)
                .param("statement", statement)
                .param("line", line.line())
                .param("day", line.day())
                .param("amount", line.amount())
                .param("words", line.words())
                .param("occurrence", line.occurrence())
                .param("verdict", found.verdict())
                .param(
                        "lease",
                        found.verdict().equals("matched") ? found.leases().getFirst() : null,
                        Types.OTHER)
                .param("candidates", found.leases().toArray(UUID[]::new))
                .update();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
