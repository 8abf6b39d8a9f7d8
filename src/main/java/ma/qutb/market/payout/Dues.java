package ma.qutb.market.payout;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.ledger.BookTotals;
import ma.qutb.ledger.ChartRole;
import ma.qutb.market.MakerId;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.registry.LocalName;
import ma.qutb.shell.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What makers are owed, by their lines and as the ledger says. */
@Component
@Transactional(readOnly = true)
public class Dues {

    private final MarketAccounts accounts;
    private final BookTotals totals;
    private final Payees payees;
    private final JdbcClient database;

    Dues(MarketAccounts accounts, BookTotals totals, Payees payees, JdbcClient database) {
        this.accounts = accounts;
        this.totals = totals;
        this.payees = payees;
        this.database = database;
    }

    /**
     * What a maker could be paid now.
     *
     * @param earned by lines until the day that no payout claims
     * @param held of the buyers' money by the maker, as far as no pending payout sets it off
     */
    public record Due(MakerId maker, LocalName name, long earned, long held, boolean transfer) {

        /** Never more than was earned is set off. */
        public long offset() {
            return Math.min(Math.max(held, 0), Math.max(earned, 0));
        }

        public long net() {
            return earned - offset();
        }
    }

    /** Makers with something to settle until the end of this day, those who owe after a late return too. */
    public List<Due> due(LocalDate until) {
        return due(until, null);
    }

    /** Of one maker. */
    public Due due(MakerId maker, LocalDate until) {
        return due(until, maker).stream()
                .findFirst()
                .orElseGet(() -> new Due(maker, payees.name(maker), 0, held(maker), false));
    }

    private record Open(MakerId maker, long earned, long pending, boolean transfer) {}

    private List<Due> due(LocalDate until, @Nullable MakerId only) {
        var open = database.sql("""
            select e.maker_id, m.kind, sum(e.to_maker)::bigint as earned, a.rib is not null as transfer,
                (select coalesce(sum(p.held), 0)::bigint from market.payout p where p.maker_id = e.maker_id and p.state = 'pending') as pending
              from market.earning e
              join market.maker m on m.id = e.maker_id
              left join market.maker_account a on a.maker_id = e.maker_id
             where e.at < :end and e.maker_id = coalesce(cast(:only as uuid), e.maker_id) and not exists (
                select from market.payout_line l where l.earning_id = e.id and not l.released)
             group by e.maker_id, m.kind, a.rib having sum(e.to_maker) <> 0 order by e.maker_id
            """)
                .param("end", end(until))
                .param("only", only == null ? null : only.value())
                .query((row, number) -> new Open(
                        Payees.maker(row), row.getLong("earned"), row.getLong("pending"), row.getBoolean("transfer")))
                .list();
        var names = payees.names(open.stream().map(Open::maker).toList());
        var held = open.isEmpty() ? Map.<UUID, Long>of() : held(ChartRole.RECEIVABLE);
        return open.stream()
                .map(it -> new Due(
                        it.maker(),
                        names.apply(it.maker()),
                        it.earned(),
                        held.getOrDefault(it.maker().value(), 0L) - it.pending(),
                        it.transfer()))
                .toList();
    }

    /** As the ledger says: what a maker has earned and did not get yet, pending payouts among it. */
    public long owed(MakerId maker) {
        return -held(ChartRole.PAYABLE).getOrDefault(maker.value(), 0L);
    }

    /** As the lines of earnings say; the same as {@link #owed}, or somebody must look why not. */
    long owedByLines(MakerId maker) {
        return database.sql("""
            select coalesce(sum(e.to_maker), 0)::bigint from market.earning e
             where e.maker_id = :maker and not exists (
                select from market.payout_line l join market.payout p on p.id = l.payout_id
                 where l.earning_id = e.id and not l.released and p.state = 'paid')
            """).param("maker", maker.value()).query(Long.class).single();
    }

    long held(MakerId maker) {
        long pending = database.sql(
                        "select coalesce(sum(held), 0)::bigint from market.payout where maker_id = :maker and state = 'pending'")
                .param("maker", maker.value())
                .query(Long.class)
                .single();
        return held(ChartRole.RECEIVABLE).getOrDefault(maker.value(), 0L) - pending;
    }

    /** By owner. What is asked about is not opened: most makers never hold a buyer's money. */
    private Map<UUID, Long> held(ChartRole role) {
        return totals.now(accounts.book()).stream()
                .filter(it -> it.role() == role && it.owner().id() != null)
                .collect(Collectors.groupingBy(
                        it -> Objects.requireNonNull(it.owner().id()),
                        Collectors.summingLong(BookTotals.Held::amount)));
    }

    /** What no payout claims yet, the latest first. */
    public List<PayoutLine> open(MakerId maker) {
        return database.sql("""
            select e.number, e.kind, e.at, e.to_maker as amount, e.fund from market.earning e
             where e.maker_id = :maker and not exists (
                select from market.payout_line l where l.earning_id = e.id and not l.released)
             order by e.at desc, e.id desc limit 200
            """)
                .param("maker", maker.value())
                .query(PayoutLine::read)
                .list();
    }

    /** The first moment after a day at the pole. */
    static OffsetDateTime end(LocalDate until) {
        return until.plusDays(1).atStartOfDay(Formats.ZONE).toOffsetDateTime();
    }
}
