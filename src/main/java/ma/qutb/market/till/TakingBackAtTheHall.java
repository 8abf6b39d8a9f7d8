package ma.qutb.market.till;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.market.Stock;
import ma.qutb.market.earning.Earnings;
import ma.qutb.market.earning.Returned;
import ma.qutb.market.invoice.Invoices;
import ma.qutb.shell.offline.ExactlyOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes pieces back at the hall: within seven days with the receipt, as in the store, and later when they are faulty. The money goes back
 * at once, what the pieces earned is mirrored, an invoice is credited, and the pieces are inspected again.
 */
@Service
public class TakingBackAtTheHall {

    static final Duration TERM = Duration.ofDays(7);

    private final TillSaleTable sales;
    private final HallSessionTable sessions;
    private final TillMoney money;
    private final Stock stock;
    private final Invoices invoices;
    private final Earnings earnings;
    private final JdbcClient database;
    private final ExactlyOnce once;
    private final Clock clock;

    TakingBackAtTheHall(
            TillSaleTable sales,
            HallSessionTable sessions,
            TillMoney money,
            Stock stock,
            Invoices invoices,
            Earnings earnings,
            JdbcClient database,
            ExactlyOnce once,
            Clock clock) {
        this.sales = sales;
        this.sessions = sessions;
        this.money = money;
        this.stock = stock;
        this.invoices = invoices;
        this.earnings = earnings;
        this.database = database;
        this.once = once;
        this.clock = clock;
    }

    /**
     * What comes back.
     *
     * @param key of the form: sent twice, it comes back once
     * @param lines of the sale
     * @param byCard whether the terminal gives the money back; notes and coins otherwise
     * @param slip of the terminal
     */
    public record Back(
            UUID key, UUID sale, Set<UUID> lines, boolean faulty, String reason, boolean byCard, String slip) {
        public Back {
            lines = Set.copyOf(lines);
        }
    }

    /** @throws Refusal when it is too late, came back before, has no reason, or the till is not open or has less */
    public UUID takeBack(Back it, Poster by) {
        return once.take(() -> byKey(it.key()), () -> takeBackOnce(it, by));
    }

    private UUID takeBackOnce(Back it, Poster by) {
        var sale = sales.find(it.sale()).orElseThrow();
        var session = sessions.hold(sale.till().id());
        var lines = sale.kept().stream()
                .filter(one -> it.lines().contains(one.id()))
                .toList();
        check(it, sale, lines.size());
        lines.forEach(line -> stock.comeBack(line.piece(), it.reason().strip(), by));
        long amount = lines.stream().mapToLong(line -> line.parts().price()).sum();
        // What was stated as missing is not there to be given, also before somebody else agrees.
        long missing = Math.max(0, -sessions.waiting(sale.till().id(), Currency.MAD));
        long there = Math.max(0, money.held(sale.till()).getOrDefault(Currency.MAD, 0L) - missing);
        if (it.byCard() && amount > sale.cardLeft()) {
            throw new Refusal("market.till.refusal.was-cash", sale.cardLeft() / 100.0);
        }
        if (!it.byCard() && there < amount) {
            throw new Refusal("market.till.refusal.no-change", there / 100.0);
        }
        var owedTo = it.byCard() ? money.terminal() : money.drawer(sale.till(), Currency.MAD);
        var id = Ids.next();
        write(id, it, session, amount, by);
        lines.forEach(line -> write(id, line.id()));
        var back = lines.stream().map(TillSale.Line::id).toList();
        if (!invoices.of(sale.id()).isEmpty()) {
            invoices.credit(
                    new Invoices.Return(id, sale.id(), back, 0, it.reason().strip()), by);
        }
        earnings.reverse(
                new Returned(id, sale.number(), new Source(WritingTillSales.SOURCE, sale.id()), back, 0, owedTo), by);
        return id;
    }

    private void check(Back it, TillSale sale, int found) {
        if (it.lines().isEmpty()) {
            throw new Refusal("market.till.refusal.nothing-back");
        }
        if (found < it.lines().size()) {
            throw new Refusal("market.till.refusal.back-already");
        }
        if (it.reason().isBlank()) {
            throw new Refusal("market.till.refusal.reason");
        }
        if (!it.faulty() && clock.instant().isAfter(sale.soldAt().plus(TERM))) {
            throw new Refusal("market.till.refusal.late", TERM.toDays());
        }
        if (it.byCard() && it.slip().isBlank()) {
            throw new Refusal("market.till.refusal.slip");
        }
        Settlement.checkSlip(it.slip());
    }

    private Optional<UUID> byKey(UUID key) {
        return database.sql("select id from market.till_return where key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    private void write(UUID id, Back it, UUID session, long amount, Poster by) {
        database.sql("""
            insert into market.till_return (id, key, sale_id, session_id, means, amount, faulty, reason, slip, returned_at, returned_by_name)
            values (:id, :key, :sale, :session, :means, :amount, :faulty, :reason, :slip, :now, :by)
            """)
                .param("id", id)
                .param("key", it.key())
                .param("sale", it.sale())
                .param("session", session)
                .param("means", it.byCard() ? "card" : "cash")
                .param("amount", amount)
                .param("faulty", it.faulty())
                .param("reason", it.reason().strip())
                .param("slip", it.byCard() ? it.slip().strip() : "")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update();
    }

    private void write(UUID back, UUID line) {
        database.sql("insert into market.till_return_line (line_id, return_id) values (:line, :back)")
                .param("line", line)
                .param("back", back)
                .update();
    }
}
