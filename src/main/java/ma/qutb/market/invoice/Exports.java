package ma.qutb.market.invoice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What left the country, and by which day its price must be at home. */
@Component
class Exports {

    /** From the export on; circular 1724 gives craft on consignment a month more (both to be checked each year). */
    private static final int DAYS = 150;

    private static final int DAYS_CONSIGNED = 180;

    private final JdbcClient database;

    Exports(JdbcClient database) {
        this.database = database;
    }

    void leaves(Invoices.Sale sale, LocalDate day) {
        database.sql("""
            insert into market.export (sale_id, number, country, exported_on, consigned, due_on, amount, reference, version, demonstration)
            values (:sale, :number, :country, :day, false, :due, :amount, '', 0, :demonstration)
            on conflict do nothing
            """)
                .param("sale", sale.id())
                .param("number", sale.number())
                .param("country", sale.buyer().country())
                .param("day", day)
                .param("due", day.plusDays(DAYS))
                .param(
                        "amount",
                        sale.lines().stream()
                                        .mapToLong(it -> it.parts().price())
                                        .sum()
                                + sale.delivery())
                .param("demonstration", sale.demonstration())
                .update();
    }

    /** What is given back is not due any more. */
    void comesBack(UUID sale, long amount) {
        database.sql("""
            update market.export set amount = greatest(0, amount - :amount), version = version + 1 where sale_id = :sale
            """).param("amount", amount).param("sale", sale).update();
    }

    Optional<Export> find(UUID sale) {
        return database.sql("select * from market.export where sale_id = :sale")
                .param("sale", sale)
                .query((row, _) -> new Export(
                        row.getObject("sale_id", UUID.class),
                        row.getString("number"),
                        row.getString("country"),
                        row.getObject("exported_on", LocalDate.class),
                        row.getBoolean("consigned"),
                        row.getObject("due_on", LocalDate.class),
                        row.getLong("amount"),
                        Optional.ofNullable(row.getObject("repatriated_on", LocalDate.class)),
                        row.getString("reference")))
                .optional();
    }

    /** Craft sent on consignment is due a month later. */
    @Transactional
    public void consigned(UUID sale, boolean consigned) {
        database.sql("""
            update market.export set consigned = :consigned, due_on = exported_on + :days, version = version + 1
             where sale_id = :sale and repatriated_on is null
            """)
                .param("consigned", consigned)
                .param("days", consigned ? DAYS_CONSIGNED : DAYS)
                .param("sale", sale)
                .update();
    }

    /**
     * The money is at home.
     *
     * @throws Refusal when it was noted before, or without the bank's paper
     */
    @Transactional
    public void repatriated(UUID sale, LocalDate day, String reference) {
        if (reference.isBlank()) {
            throw new Refusal("market.export.refusal.reference");
        }
        int noted = database.sql("""
            update market.export set repatriated_on = :day, reference = :reference, version = version + 1
             where sale_id = :sale and repatriated_on is null
            """)
                .param("day", day)
                .param("reference", reference.strip())
                .param("sale", sale)
                .update();
        if (noted == 0) {
            throw new Refusal("market.export.refusal.noted");
        }
    }
}
