package ma.qutb.materials.counter;

import java.util.Optional;
import ma.qutb.kernel.Role;
import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.Landing;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the counter, the till and credit offer to the journal. */
@Configuration
class CounterConfiguration {

    @Bean
    MenuEntry counterEntry() {
        return new MenuEntry("menu.materials", 300, "menu.counter", "cash-register", "/app/counter", Code.SELL);
    }

    @Bean
    MenuEntry salesEntry() {
        return new MenuEntry("menu.materials", 310, "menu.sales", "receipt", "/app/sales", Code.SEE);
    }

    /** A clerk's day is the counter. */
    @Bean
    @Order(30)
    Landing counterLanding() {
        return actor -> Optional.of("/app/counter")
                .filter(it -> actor.roles().contains(Role.SALE_POINT_CLERK) && actor.may(Code.SELL));
    }

    @Bean
    EntryKind saleKind() {
        return new EntryKind(SaleEntry.KIND);
    }

    @Bean
    SourceKind saleSource() {
        return new SourceKind(SaleEntry.KIND, "/app/counter/sales/{id}");
    }
}
