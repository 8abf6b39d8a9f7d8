package ma.qutb.registry.privacy;

import java.time.LocalDate;
import java.util.List;
import ma.qutb.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deadlines in days and periods of keeping in months, each from a day on. */
@Service
@Transactional
public class Terms {

    private final JdbcClient database;

    Terms(JdbcClient database) {
        this.database = database;
    }

    /** What holds now: {@code code}, how much, since when. */
    public record Term(String code, int amount, LocalDate since) {

        /** Key of its words. */
        public String messageKey() {
            return "registry.privacy.term." + code;
        }

        /** Deadlines count days, keeping counts months. */
        public boolean inDays() {
            return code.startsWith("answer-");
        }
    }

    /** All that hold on that day, deadlines first. */
    @Transactional(readOnly = true)
    public List<Term> on(LocalDate day) {
        return database.sql("""
                        select code, amount, valid_from from registry.privacy_term
                        where daterange(valid_from, valid_to) @> cast(:day as date) order by code
                        """)
                .param("day", day)
                .query((row, number) -> new Term(
                        row.getString("code"), row.getInt("amount"), row.getObject("valid_from", LocalDate.class)))
                .list();
    }

    /** By when a request received that day is to be answered. */
    @Transactional(readOnly = true)
    public LocalDate due(RequestKind kind, LocalDate received) {
        return received.plusDays(amount(kind.term(), received));
    }

    int amount(String code, LocalDate day) {
        return on(day).stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no term " + code + " on " + day))
                .amount();
    }

    /** From today on; what held before stays readable. */
    public void change(String code, int amount, LocalDate today, String by) {
        if (amount < 1 || amount > 600) {
            throw new Refusal("registry.privacy.refusal.term");
        }
        // Twice on one day: the later decision replaces the earlier one.
        int sameDay = database.sql(
                        "update registry.privacy_term set amount = :amount, decided_by = :by where code = :code and valid_from = :today")
                .param("amount", amount)
                .param("by", by)
                .param("code", code)
                .param("today", today)
                .update();
        if (sameDay > 0) {
            return;
        }
        int ended = database.sql("""
                        update registry.privacy_term set valid_to = :today
                        where code = :code and valid_from < :today and (valid_to is null or valid_to > :today)
                        """).param("today", today).param("code", code).update();
        if (ended == 0) {
            throw new Refusal("registry.privacy.refusal.term");
        }
        database.sql(
                        "insert into registry.privacy_term (code, amount, valid_from, decided_by) values (:code, :amount, :today, :by)")
                .param("code", code)
                .param("amount", amount)
                .param("today", today)
                .param("by", by)
                .update();
    }
}
