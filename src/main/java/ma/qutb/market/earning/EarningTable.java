package ma.qutb.market.earning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.MakerId;
import ma.qutb.market.PriceParts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each line earned for its maker, and that it came back: never rewritten, so that a statement can show each. */
@Repository
class EarningTable {

    private final JdbcClient database;

    EarningTable(JdbcClient database) {
        this.database = database;
    }

    /** All lines with one statement. */
    void earned(Fulfilment it, Instant now) {
        var lines = it.lines();
        database.sql("""
            insert into market.earning (id, kind, fulfilment_id, number, line_id, maker_id, to_maker, material, service, fund, transport,
                tax, at)
            select t.id, 'sale', :fulfilment, :number, t.line, t.maker, t.to_maker, t.material, t.service, t.fund, t.transport, t.tax, :now
              from unnest(cast(:ids as uuid[]), cast(:lines as uuid[]), cast(:makers as uuid[]), cast(:to_maker as bigint[]),
                  cast(:material as bigint[]), cast(:service as bigint[]), cast(:fund as bigint[]), cast(:transport as bigint[]),
                  cast(:tax as bigint[])) as t (id, line, maker, to_maker, material, service, fund, transport, tax)
            """)
                .param("fulfilment", it.id())
                .param("number", it.number())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", lines.stream().map(line -> Ids.next()).toArray(UUID[]::new))
                .param("lines", lines.stream().map(Fulfilment.Line::id).toArray(UUID[]::new))
                .param(
                        "makers",
                        lines.stream().map(line -> line.maker().value()).toArray(UUID[]::new))
                .param("to_maker", parts(lines, PriceParts::toMaker))
                .param("material", parts(lines, PriceParts::material))
                .param("service", parts(lines, PriceParts::service))
                .param("fund", parts(lines, PriceParts::fund))
                .param("transport", parts(lines, PriceParts::transport))
                .param("tax", parts(lines, PriceParts::tax))
                .update();
    }

    private static Long[] parts(List<Fulfilment.Line> lines, java.util.function.Function<PriceParts, Long> part) {
        return lines.stream().map(it -> part.apply(it.parts())).toArray(Long[]::new);
    }

    /**
     * Notes the mirror of lines that earned.
     *
     * @return what they had earned
     */
    List<Fulfilment.Line> returned(Returned it, Instant now) {
        var back = database.sql("""
            with back as (
                insert into market.earning (id, kind, fulfilment_id, number, line_id, maker_id, to_maker, material, service, fund,
                    transport, tax, at)
                select w.id, 'return', :fulfilment, :number, e.line_id, e.maker_id, -e.to_maker, -e.material, -e.service, -e.fund,
                    -e.transport, -e.tax, :now
                  from unnest(cast(:ids as uuid[]), cast(:lines as uuid[])) as w (id, line)
                  join market.earning e on e.line_id = w.line and e.kind = 'sale'
                on conflict on constraint earning_line_once do nothing
                returning *)
            select b.*, m.kind as maker_kind from back b join market.maker m on m.id = b.maker_id order by b.id
            """)
                .param("fulfilment", it.id())
                .param("number", it.number())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", it.lines().stream().map(line -> Ids.next()).toArray(UUID[]::new))
                .param("lines", it.lines().toArray(UUID[]::new))
                .query(EarningTable::line)
                .list();
        if (back.size() < it.lines().size() || back.isEmpty()) {
            throw new Refusal("market.earning.refusal.returned");
        }
        return back;
    }

    private static Fulfilment.Line line(ResultSet row, int number) throws SQLException {
        long material = -row.getLong("material");
        long work = -row.getLong("to_maker") - material;
        long service = -row.getLong("service");
        long fund = -row.getLong("fund");
        long transport = -row.getLong("transport");
        long tax = -row.getLong("tax");
        return new Fulfilment.Line(
                row.getObject("line_id", UUID.class),
                new MakerId(row.getString("maker_kind").equals("person"), row.getObject("maker_id", UUID.class)),
                new PriceParts(
                        work + material + service + fund + transport + tax,
                        work,
                        material,
                        service,
                        fund,
                        transport,
                        tax));
    }
}
