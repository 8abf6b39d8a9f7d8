package ma.qutb.spaces.figure;

import java.time.Clock;
import java.time.LocalDate;
import ma.qutb.market.MakerEarned;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears from the market what tenants earned; told again, an order counts once. */
@Component
class TenantSales {

    private final JdbcClient database;
    private final Clock clock;

    TenantSales(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void earned(MakerEarned event) {
        database.sql("""
                        insert into spaces.tenant_sale (tenant_id, number, day, pieces, amount)
                        select t.id, :number, :day, :pieces, :amount from spaces.tenant t where :maker in (t.person_id, t.organisation_id)
                        on conflict do nothing
                        """)
                .param("number", event.number())
                .param("day", LocalDate.now(clock))
                .param("pieces", event.pieces())
                .param("amount", event.amount())
                .param("maker", event.maker().value())
                .update();
    }
}
