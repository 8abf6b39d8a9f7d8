package ma.qutb.materials.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.ledger.reading.AgedReceivables;
import ma.qutb.ledger.reading.CashPosition;
import ma.qutb.ledger.reading.Moment;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.fund.CapitalTest;
import ma.qutb.materials.fund.Founding;
import ma.qutb.materials.fund.Holdings;
import ma.qutb.materials.model.ModelBook.Place;

/** Whether the program says what the model says. */
class Comparison {

    private final Sequence all;
    private final Program program;

    Comparison(Sequence all) {
        this.all = all;
        this.program = all.program;
    }

    void afterEachAct() {
        assertThat(program.totals().last(all.fund.book())).as("entries").isEqualTo(all.book.entries);
        assertThat(balances()).as("balances").isEqualTo(all.book.balances());
        for (var point : all.points) {
            assertThat(program.lots().at(point.id(), Sequence.silver()))
                    .as("lots, first in first")
                    .extracting(StockActs::lot, LotAtPoint::left)
                    .containsExactlyElementsOf(all.stock.at(point).stream()
                            .map(it -> org.assertj.core.groups.Tuple.tuple(it.id(), all.stock.left(point, it)))
                            .toList());
        }
        page();
    }

    private Map<Place, Long> balances() {
        var balances = new HashMap<Place, Long>();
        program.totals().now(all.fund.book()).forEach(it -> {
            var owner = it.owner().id() == null ? new UUID(0, 0) : it.owner().id();
            balances.put(new Place(it.role(), it.commodity(), owner, it.subject()), it.amount());
        });
        return balances;
    }

    /** Both capital tests and what they are made of. */
    private void page() {
        var sheet = program.reading().read(all.fund);
        var capital = all.capital;
        assertThat(sheet.held())
                .isEqualTo(new Holdings(
                        capital.stock(),
                        capital.silver(),
                        capital.cash(),
                        capital.owed(),
                        all.counter.overdue(all.today()),
                        capital.debts()));
        assertThat(sheet.given()).isEqualTo(new Founding(capital.given, capital.takenBack, capital.fine));
        assertThat(sheet.reserve()).as("replacement reserve").isEqualTo(capital.reserve());
        assertThat(sheet.nominal()).isEqualTo(new CapitalTest(capital.equity(), capital.given - capital.takenBack));
        assertThat(sheet.physical()).contains(new CapitalTest(capital.silverItCouldHave(all.today()), capital.fine));
        var debts = all.crowd.all().stream()
                .mapToLong(it -> all.book.balance(ModelCounter.owes(it.value())))
                .filter(it -> it > 0)
                .summaryStatistics();
        assertThat((long) sheet.debtors().count()).isEqualTo(debts.getCount());
        assertThat(sheet.debtors().largest()).isEqualTo(Math.max(0, debts.getMax()));
    }

    void atTheEnd() {
        postingsSum();
        nothingWasEverBelowZero();
        var now = new Moment.Posted(program.clock().instant());
        var zone = program.clock().getZone();
        assertThat(program.receivables().of(all.fund.book(), now, zone).sum(AgedReceivables.Ages::total))
                .as("aged receivables")
                .isEqualTo(all.capital.owed());
        assertThat(program.cash().of(all.fund.book(), now, zone).sum(CashPosition.Row::closing))
                .as("cash position")
                .isEqualTo(all.capital.cash());
        assertThat(program.lots().of(all.fund.id()).stream()
                        .map(LotAtPoint::left)
                        .reduce(new Taking(0, 0, 0), ModelStock::plus))
                .as("stock of the fund")
                .isEqualTo(all.points.stream()
                        .flatMap(point -> all.stock.at(point).stream().map(it -> all.stock.left(point, it)))
                        .reduce(new Taking(0, 0, 0), ModelStock::plus));
        assertThat(count("materials.sale s where s.sale_point_id = any (:points)"))
                .as("sales")
                .isEqualTo(all.counter.sales.size());
        assertThat(
                        count(
                                "materials.sale s join materials.sale_reversal r on r.sale_id = s.id where s.sale_point_id = any (:points)"))
                .as("undone sales")
                .isEqualTo(all.counter.sales.stream().filter(it -> it.undone).count());
        assertThat(
                        count(
                                "materials.lot l join materials.lot_at_point h on h.lot_id = l.id where h.sale_point_id = any (:points)"))
                .as("places of lots")
                .isEqualTo(all.stock.places());
        assertThat(count("materials.transfer t where t.from_point = any (:points)"))
                .as("transfers")
                .isEqualTo(all.stock.sent.size());
        assertThat(stillOwed())
                .isEqualTo(all.counter.sales.stream()
                        .filter(it -> it.still > 0)
                        .collect(Collectors.toMap(it -> it.id, it -> it.still)));
    }

    /** Postings, summed without any of the program's help. */
    private void postingsSum() {
        var sums = new HashMap<Place, Long>();
        program.database().sql("""
                        select a.role, a.commodity, a.owner_id, a.subject_id, sum(p.amount)::bigint as amount
                          from ledger.posting p join ledger.account a on a.id = p.account where a.book = :book
                         group by a.id having sum(p.amount) <> 0
                        """).param("book", all.fund.book().value()).query(row -> {
            sums.put(
                    new Place(
                            ma.qutb.ledger.ChartRole.of(row.getString("role")).orElseThrow(),
                            row.getString("commodity"),
                            row.getObject("owner_id", UUID.class),
                            row.getObject("subject_id", UUID.class)),
                    row.getLong("amount"));
        });
        assertThat(sums).as("sums of postings").isEqualTo(all.book.balances());
    }

    private void nothingWasEverBelowZero() {
        for (var order : new String[] {"p.number, p.line", "p.occurred_on range unbounded preceding"}) {
            assertThat(program.database()
                            .sql("""
                                    select count(*) from (
                                        select sum(p.amount) over (partition by p.account order by %s) as balance
                                          from ledger.posting p join ledger.account a on a.id = p.account
                                         where a.book = :book and a.lowest = 0) b where balance < 0
                                    """.formatted(order))
                            .param("book", all.fund.book().value())
                            .query(Long.class)
                            .single())
                    .as("below zero, in the order of %s", order)
                    .isZero();
        }
    }

    private long count(String from) {
        return program.database()
                .sql("select count(*) from " + from)
                .param("points", all.points.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private Map<UUID, Long> stillOwed() {
        var owed = new HashMap<UUID, Long>();
        program.database()
                .sql("select sale_id, still from materials.debt where fund_id = :fund and still > 0")
                .param("fund", all.fund.id().value())
                .query(row -> {
                    owed.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return owed;
    }
}
