package ma.qutb.ledger.proof;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What proofs found, for auditors and funders. */
@Repository
@Transactional
public class ProofTable {

    private final JdbcClient database;

    ProofTable(JdbcClient database) {
        this.database = database;
    }

    /** A proof that ran to its end. */
    public record Proof(Instant endedAt, Finding finding) {}

    /** Claims the night for this node; empty when another has it. */
    Optional<UUID> begin(LocalDate night, Instant now) {
        return database.sql("""
                        insert into ledger.proof (id, night, begun_at) values (:id, :night, :now)
                        on conflict on constraint proof_once_a_night do nothing returning id
                        """)
                .param("id", Ids.next())
                .param("night", night)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    void end(UUID proof, Finding finding, Instant now) {
        database.sql(
                        "update ledger.proof set ended_at = :now, entries = :entries, postings = :postings, damage = :damage where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("entries", finding.entries())
                .param("postings", finding.postings())
                .param("damage", finding.damage().stream().map(Damage::line).toArray(String[]::new))
                .param("id", proof)
                .update();
    }

    /** The last one that ran to its end. */
    @Transactional(readOnly = true)
    public Optional<Proof> last() {
        return database.sql(
                        "select ended_at, entries, postings, damage from ledger.proof where ended_at is not null order by begun_at desc limit 1")
                .query(ProofTable::proof)
                .optional();
    }

    private static Proof proof(ResultSet row, int number) throws SQLException {
        return new Proof(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                new Finding(row.getLong(2), row.getLong(3), damage(row.getArray(4))));
    }

    private static List<Damage> damage(Array lines) throws SQLException {
        return Arrays.stream((String[]) lines.getArray()).map(Damage::of).toList();
    }
}
