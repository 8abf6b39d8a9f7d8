package ma.qutb.materials.counter;

import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes a sale: its number, its lines, what it uses of the quota and, on credit, the debt; one statement, because others wait for
 * the next number meanwhile. Every period that is being counted counts it, also one whose quota was replaced by that of another.
 */
@Repository
class SaleWriting {

    private static final String WRITE = """
            with before as (
                select case when exists (select from materials.quota_use where person_id = :buyer and sale_point_id = :point
                                            and material_code = :material and period = :period and starts_on = :starts_on) then 0
                            else materials.bought(:buyer, :point, :material, :period, :starts_on) end as weight
                 where cast(:period as text) is not null),
            quota as (
                insert into materials.quota_use as u (person_id, sale_point_id, material_code, period, starts_on, used)
                select :buyer, :point, :material, :period, :starts_on, before.weight + :weight from before
                 where not :binding or before.weight + :weight <= :most
                on conflict (person_id, sale_point_id, material_code, period, starts_on) do update set used = u.used + :weight
                 where not :binding or u.used + :weight <= :most
                returning used),
            others as (
                update materials.quota_use set used = used + :weight
                 where person_id = :buyer and sale_point_id = :point and material_code = :material
                   and starts_on = date_trunc(period, cast(:sold_on as timestamp))::date
                   and period is distinct from cast(:period as text)),
            till as (select id from materials.till_session where till_id = :till and state = 'open'),
            series as (
                insert into materials.receipt_series as s (sale_point_id, year, last) values (:point, :year, 1)
                on conflict (sale_point_id, year) do update set last = s.last + 1 returning last),
            sale as (
                insert into materials.sale (id, key, sale_point_id, year, number, sold_on, sold_at, posted_at, buyer, clerk, clerk_name,
                    material_code, weight, fine, price, shortfall, payment, session_id, reference, due_on, exception_id, weighed, device_id,
                    over_quota, period)
                select :id, :key, :point, :year, series.last, :sold_on, :sold_at, :posted_at, :buyer, :clerk, :clerk_name,
                    :material, :weight, :priced, :price, :shortfall, :payment, (select id from till), :reference, :due_on, :exception, :weighed,
                    :device, coalesce((select used from quota) > :most, false), :period
                  from series where :payment <> 'cash' or exists (select from till)
                returning number),
            line as (
                insert into materials.sale_line (sale_id, line, lot_id, weight, fine, cost, replacement, floor, unit_price, price)
                select :id, l.line, l.lot, l.weight, l.fine, l.cost, l.replacement, l.floor, l.unit_price, l.price
                  from unnest(cast(:lots as uuid[]), cast(:weights as bigint[]), cast(:fines as bigint[]), cast(:costs as bigint[]),
                       cast(:replacements as bigint[]), cast(:floors as bigint[]), cast(:unit_prices as bigint[]), cast(:prices as bigint[]))
                       with ordinality as l (lot, weight, fine, cost, replacement, floor, unit_price, price, line)
                 where exists (select from sale)),
            debt as (
                insert into materials.debt (sale_id, fund_id, person_id, amount, due_on, still)
                select :id, :fund, :buyer, :price, :due_on, :price from sale where :payment = 'credit' and :price > 0)
            select (select used from quota) as used, (select id from till) as session, (select number from sale) as number
            """;

    private final JdbcClient database;

    SaleWriting(JdbcClient database) {
        this.database = database;
    }

    private record Answer(
            @Nullable Long used,
            @Nullable UUID session,
            @Nullable Long number) {}

    /**
     * @param fund of the point
     * @throws Refusal when the quota does not suffice any more, or the till was closed meanwhile
     */
    void write(SaleBasket it, UUID fund) {
        var request = it.request();
        var quota = it.quota().orElse(null);
        var answer = database.sql(WRITE)
                .param("id", it.id().value())
                .param("key", request.key())
                .param("fund", fund)
                .param("point", request.point().value())
                .param("year", it.soldOn().getYear())
                .param("sold_on", it.soldOn())
                .param("sold_at", it.soldAt().atOffset(ZoneOffset.UTC))
                .param("posted_at", it.postedAt().atOffset(ZoneOffset.UTC))
                .param("buyer", request.buyer().value())
                .param("clerk", it.clerk().id())
                .param("clerk_name", it.clerk().name())
                .param("material", request.material().value())
                .param("weight", request.weight())
                .param("priced", it.priced())
                .param("price", it.price())
                .param("shortfall", it.shortfall())
                .param("payment", request.payment().code())
                .param("till", till(request), java.sql.Types.OTHER)
                .param("reference", request.reference())
                .param("due_on", it.dueOn(), java.sql.Types.DATE)
                .param("exception", request.exception(), java.sql.Types.OTHER)
                .param("weighed", request.scale() ? "scale" : "typed")
                .param("device", it.device(), java.sql.Types.OTHER)
                .param("period", quota == null ? null : quota.period().code(), java.sql.Types.VARCHAR)
                .param("starts_on", quota == null ? null : quota.startsOn(), java.sql.Types.DATE)
                .param("most", quota == null ? Long.MAX_VALUE : quota.most())
                .param("binding", it.bindingQuota())
                .param("lots", texts(it, line -> line.from().lot().id().value()))
                .param("weights", numbers(it, line -> line.taken().weight()))
                .param("fines", numbers(it, SaleLine::priced))
                .param("costs", numbers(it, line -> line.taken().cost()))
                .param("replacements", numbers(it, SaleLine::replacement))
                .param("floors", numbers(it, line -> line.floor().perMillion()))
                .param("unit_prices", numbers(it, line -> line.unitPrice().perMillion()))
                .param("prices", numbers(it, SaleLine::price))
                .query((row, number) -> new Answer(
                        row.getObject("used", Long.class),
                        row.getObject("session", UUID.class),
                        row.getObject("number", Long.class)))
                .single();
        if (quota != null && answer.used() == null) {
            throw new Refusal("materials.counter.refusal.quota");
        }
        if (answer.number() == null) {
            throw new Refusal("materials.counter.refusal.till-closed");
        }
    }

    private static @Nullable UUID till(SaleRequest request) {
        var till = request.till();
        return request.payment() != Payment.CASH || till == null ? null : till.value();
    }

    private static String[] texts(SaleBasket it, Function<SaleLine, Object> value) {
        return it.lines().stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    private static String[] numbers(SaleBasket it, ToLongFunction<SaleLine> value) {
        return texts(it, value::applyAsLong);
    }
}
