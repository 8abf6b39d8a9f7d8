package ma.qutb.market.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ma.qutb.market.MakerId;
import ma.qutb.registry.LocalName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was paid, or waits for its paper. */
@Component
@Transactional(readOnly = true)
public class Payouts {

    private final Payees payees;
    private final JdbcClient database;

    Payouts(Payees payees, JdbcClient database) {
        this.payees = payees;
        this.database = database;
    }

    /** The last day that a run pays. */
    Optional<LocalDate> until(UUID run) {
        return database.sql("select until from market.payout_run where id = :id")
                .param("id", run)
                .query(LocalDate.class)
                .optional();
    }

    /** Who was left out of a run, and the refusal's text. */
    public record Failure(LocalName name, String reason) {}

    List<Failure> failures(UUID run) {
        record Unnamed(MakerId maker, String reason) {}
        var unnamed = database.sql("""
            select m.id as maker_id, m.kind, f.reason from market.payout_failure f join market.maker m on m.id = f.maker_id
             where f.run_id = :run order by m.id
            """)
                .param("run", run)
                .query((row, number) -> new Unnamed(Payees.maker(row), row.getString("reason")))
                .list();
        var names = payees.names(unnamed.stream().map(Unnamed::maker).toList());
        return unnamed.stream()
                .map(it -> new Failure(names.apply(it.maker()), it.reason()))
                .toList();
    }

    public Optional<Payout> find(UUID payout) {
        return payouts("p.id = :id", payout).stream().findFirst();
    }

    public List<Payout> ofRun(UUID run) {
        return payouts("p.run_id = :id", run);
    }

    /** The latest first. */
    public List<Payout> of(MakerId maker) {
        return payouts("p.maker_id = :id", maker.value());
    }

    public List<PayoutLine> lines(UUID payout) {
        return database.sql("""
            select e.number, e.kind, e.at, l.amount, e.fund from market.payout_line l join market.earning e on e.id = l.earning_id
             where l.payout_id = :payout order by e.at, e.id
            """).param("payout", payout).query(PayoutLine::read).list();
    }

    private List<Payout> payouts(String where, UUID id) {
        var found = database.sql(
                        "select p.*, m.kind from market.payout p join market.maker m on m.id = p.maker_id where "
                                + where + " order by p.number desc")
                .param("id", id)
                .query(Payouts::payout)
                .list();
        var names = payees.names(found.stream().map(Unnamed::maker).toList());
        return found.stream()
                .map(it -> it.named().apply(names.apply(it.maker())))
                .toList();
    }

    private record Unnamed(MakerId maker, Function<LocalName, Payout> named) {}

    private static Unnamed payout(ResultSet row, int number) throws SQLException {
        var maker = Payees.maker(row);
        var id = row.getObject("id", UUID.class);
        var its = row.getLong("number");
        var run = row.getObject("run_id", UUID.class);
        var until = row.getObject("until", LocalDate.class);
        var earned = row.getLong("earned");
        var held = row.getLong("held");
        var net = row.getLong("net");
        var method = Payout.Method.valueOf(row.getString("method").toUpperCase(java.util.Locale.ROOT));
        var holder = row.getString("holder");
        var rib = row.getString("rib");
        var state = Payout.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT));
        var made = row.getObject("made_at", OffsetDateTime.class).toInstant();
        var receipt = Optional.ofNullable(row.getObject("receipt_file", UUID.class));
        var paid = row.getObject("paid_on", LocalDate.class);
        var reason = row.getString("reason");
        var demonstration = row.getBoolean("demonstration");
        return new Unnamed(
                maker,
                name -> new Payout(
                        id,
                        its,
                        run,
                        maker,
                        name,
                        until,
                        earned,
                        held,
                        net,
                        method,
                        holder,
                        rib,
                        state,
                        made,
                        receipt,
                        paid,
                        reason,
                        demonstration));
    }
}
