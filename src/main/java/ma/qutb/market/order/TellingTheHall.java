package ma.qutb.market.order;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rings the bell of the hall for orders somebody must now work on, those of a minute together: whoever buys does not wait for it. What is to be
 * paid by card or transfer is told when it is paid.
 */
@Component
class TellingTheHall {

    private static final Set<Role> WHO = Set.of(Role.HALL_SELLER, Role.DIRECTOR);
    /** Older ones are no news: after a long stop, or told as a story. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final int AT_ONCE = 200;

    private final Notifications notifications;
    private final JdbcClient database;
    private final Clock clock;

    TellingTheHall(Notifications notifications, JdbcClient database, Clock clock) {
        this.notifications = notifications;
        this.database = database;
        this.clock = clock;
    }

    private record Fresh(UUID id, String number, Set<String> places) {}

    @Scheduled(
            fixedDelayString = "${qutb.market.expire-every:60s}",
            initialDelayString = "${qutb.market.expire-every:60s}")
    @Transactional
    public void tell() {
        var fresh = fresh();
        if (fresh.isEmpty()) {
            return;
        }
        var first = fresh.getFirst();
        notifications.tell(
                WHO,
                new Scope.Within(
                        fresh.stream().flatMap(it -> it.places.stream()).collect(Collectors.toSet())),
                "market.order.told.new",
                List.of(fresh.size(), first.number),
                fresh.size() == 1 ? "/app/orders/" + first.id : "/app/orders?state=placed&state=confirmed");
    }

    private List<Fresh> fresh() {
        return database.sql("""
            with fresh as materialized (
                select id from market.buyer_order
                 where not told and placed_at > :since
                   and (state = 'confirmed' or state = 'placed' and method in ('cash_on_delivery', 'at_the_pole'))
                 order by placed_at limit :most for no key update skip locked)
            update market.buyer_order o set told = true from fresh where o.id = fresh.id
            returning o.id, o.number, array(
                select distinct place from market.order_line l join market.maker k on k.id = l.maker_id, unnest(k.territories) as place
                 where l.order_id = o.id) as places
            """)
                .param("since", OrderTable.at(clock.instant().minus(NEWS)))
                .param("most", AT_ONCE)
                .query((row, number) -> new Fresh(
                        row.getObject("id", UUID.class), row.getString("number"), places(row.getArray("places"))))
                .list();
    }

    private static Set<String> places(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
