package ma.qutb.materials.counter;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes sales: their numbers, their lines, what they use of the quota and, on credit, the debts; one statement, because others wait for
 * the next number meanwhile. Every period that is being counted counts them, also one whose quota was replaced by that of another.
 */
@Repository
class SaleWriting {

    private static final String WRITE = """
            with asked as (
                select * from unnest(cast(:ids as uuid[]), cast(:keys as uuid[]), cast(:buyers as uuid[]), :clerks, :clerk_names,
                    cast(:weights as bigint[]), cast(:priced as bigint[]), cast(:prices as bigint[]), cast(:shortfalls as bigint[]), :payments,
                    cast(:tills as uuid[]), :references, cast(:due_on as date[]), cast(:exceptions as uuid[]), :weighed) with ordinality
                    as a (id, key, buyer, clerk, clerk_name, weight, priced, price, shortfall, payment, till, reference, due_on, exception,
                          weighed, place)),
            before as (
                select a.buyer, a.weight,
                       case when exists (select from materials.quota_use q where q.person_id = a.buyer and q.sale_point_id = :point
                                            and q.material_code = :material and q.period = :period and q.starts_on = :starts_on) then 0
                            else materials.bought(a.buyer, :point, :material, :period, :starts_on) end as bought
                  from asked a where cast(:period as text) is not null),
            quota as (
                insert into materials.quota_use as u (person_id, sale_point_id, material_code, period, starts_on, used)
                select buyer, :point, :material, :period, :starts_on, bought + weight from before
                 where not :binding or bought + weight <= :most order by buyer
                on conflict (person_id, sale_point_id, material_code, period, starts_on)
                do update set used = u.used + (select b.weight from before b where b.buyer = u.person_id)
                 where not :binding or u.used + (select b.weight from before b where b.buyer = u.person_id) <= :most
                returning person_id, used),
            others as (
                update materials.quota_use u set used = u.used + a.weight from asked a
                 where u.person_id = a.buyer and u.sale_point_id = :point and u.material_code = :material
                   and u.starts_on = date_trunc(u.period, cast(:sold_on as timestamp))::date
                   and u.period is distinct from cast(:period as text)),
            series as (
                insert into materials.receipt_series as s (sale_point_id, year, last) values (:point, :year, :count)
                on conflict (sale_point_id, year) do update set last = s.last + excluded.last returning last),
            sale as (
                insert into materials.sale (id, key, sale_point_id, year, number, sold_on, sold_at, posted_at, buyer, clerk, clerk_name,
                    material_code, weight, fine, price, shortfall, payment, session_id, reference, due_on, exception_id, weighed, device_id,
                    over_quota, period)
                select a.id, a.key, :point, :year, series.last - :count + a.place, :sold_on, :sold_at, :posted_at, a.buyer, a.clerk, a.clerk_name,
                    :material, a.weight, a.priced, a.price, a.shortfall, a.payment, t.id, a.reference, a.due_on, a.exception, a.weighed,
                    :device, coalesce((select q.used from quota q where q.person_id = a.buyer) > :most, false), :period
                  from series cross join asked a left join materials.till_session t on t.till_id = a.till and t.state = 'open'
                 where a.payment <> 'cash' or t.id is not null
                returning id),
            line as (
                insert into materials.sale_line (sale_id, line, lot_id, weight, fine, cost, replacement, floor, unit_price, price)
                select l.*
                  from unnest(cast(:line_sales as uuid[]), cast(:line_places as smallint[]), cast(:lots as uuid[]), cast(:line_weights as bigint[]),
                       cast(:fines as bigint[]), cast(:costs as bigint[]), cast(:replacements as bigint[]), cast(:floors as bigint[]),
                       cast(:unit_prices as bigint[]), cast(:line_prices as bigint[]))
                       as l (sale, line, lot, weight, fine, cost, replacement, floor, unit_price, price)
                 where l.sale in (select id from sale)),
            debt as (
                insert into materials.debt (sale_id, fund_id, person_id, amount, due_on, still)
                select a.id, :fund, a.buyer, a.price, a.due_on, a.price from asked a join sale on sale.id = a.id
                 where a.payment = 'credit' and a.price > 0)
            select (select count(*) from quota) as within_quota, (select count(*) from sale) as written
            """;

    private final JdbcClient database;

    SaleWriting(JdbcClient database) {
        this.database = database;
    }

    private record Answer(long withinQuota, long written) {}

    /**
     * Writes sales of one material at one point under one rule, to buyers that differ.
     *
     * @param fund of the point
     * @throws Refusal when a quota does not suffice any more, or a till was closed meanwhile
     */
    void write(List<SaleBasket> sales, UUID fund) {
        var answer = database.sql(WRITE)
                .params(shared(sales.getFirst(), fund))
                .param("count", sales.size())
                .params(each(sales))
                .params(lines(sales))
                .query((row, number) -> new Answer(row.getLong("within_quota"), row.getLong("written")))
                .single();
        if (sales.getFirst().quota().isPresent() && answer.withinQuota() < sales.size()) {
            throw new Refusal("materials.counter.refusal.quota");
        }
        if (answer.written() < sales.size()) {
            throw new Refusal("materials.counter.refusal.till-closed");
        }
    }

    private static Map<String, Object> shared(SaleBasket it, UUID fund) {
        var quota = it.quota().orElse(null);
        var said = new HashMap<String, Object>();
        said.put("fund", fund);
        said.put("point", it.request().point().value());
        said.put("material", it.request().material().value());
        said.put("year", it.soldOn().getYear());
        said.put("sold_on", it.soldOn());
        said.put("sold_at", it.soldAt().atOffset(ZoneOffset.UTC));
        said.put("posted_at", it.postedAt().atOffset(ZoneOffset.UTC));
        said.put("device", new SqlParameterValue(java.sql.Types.OTHER, it.device()));
        said.put(
                "period",
                new SqlParameterValue(
                        java.sql.Types.VARCHAR,
                        quota == null ? null : quota.period().code()));
        said.put("starts_on", new SqlParameterValue(java.sql.Types.DATE, quota == null ? null : quota.startsOn()));
        said.put("most", quota == null ? Long.MAX_VALUE : quota.most());
        said.put("binding", it.bindingQuota());
        return said;
    }

    private static Map<String, Object> each(List<SaleBasket> sales) {
        return Map.ofEntries(
                column("ids", sales, it -> it.id().value()),
                column("keys", sales, it -> it.request().key()),
                column("buyers", sales, it -> it.request().buyer().value()),
                column("clerks", sales, it -> it.clerk().id()),
                column("clerk_names", sales, it -> it.clerk().name()),
                column("weights", sales, it -> it.request().weight()),
                column("priced", sales, SaleBasket::priced),
                column("prices", sales, SaleBasket::price),
                column("shortfalls", sales, SaleBasket::shortfall),
                column("payments", sales, it -> it.request().payment().code()),
                column("tills", sales, SaleWriting::till),
                column("references", sales, it -> it.request().reference()),
                column("due_on", sales, SaleBasket::dueOn),
                column("exceptions", sales, it -> it.request().exception()),
                column("weighed", sales, it -> it.request().scale() ? "scale" : "typed"));
    }

    private record Row(SaleBasket sale, int place, SaleLine line) {}

    private static Map<String, Object> lines(List<SaleBasket> sales) {
        var rows = sales.stream()
                .flatMap(sale -> java.util.stream.IntStream.range(
                                0, sale.lines().size())
                        .mapToObj(i -> new Row(sale, i + 1, sale.lines().get(i))))
                .toList();
        return Map.ofEntries(
                column("line_sales", rows, it -> it.sale().id().value()),
                column("line_places", rows, Row::place),
                column("lots", rows, it -> it.line().from().lot().id().value()),
                column("line_weights", rows, it -> it.line().taken().weight()),
                column("fines", rows, it -> it.line().priced()),
                column("costs", rows, it -> it.line().taken().cost()),
                column("replacements", rows, it -> it.line().replacement()),
                column("floors", rows, it -> it.line().floor().perMillion()),
                column("unit_prices", rows, it -> it.line().unitPrice().perMillion()),
                column("line_prices", rows, it -> it.line().price()));
    }

    private static @Nullable UUID till(SaleBasket sale) {
        var till = sale.request().till();
        return sale.request().payment() != Payment.CASH || till == null ? null : till.value();
    }

    private static <T> Map.Entry<String, Object> column(
            String name, List<T> rows, Function<T, @Nullable Object> value) {
        var column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            var it = value.apply(rows.get(i));
            column[i] = it == null ? null : it.toString();
        }
        return Map.entry(name, column);
    }
}
