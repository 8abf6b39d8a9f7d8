package ma.qutb.ledger;

import java.util.EnumSet;
import ma.qutb.kernel.Permission;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the module offers to the shell. */
@Configuration
class LedgerConfiguration {

    @Bean
    Permission.Catalogue ledgerPermissions() {
        return () -> EnumSet.allOf(LedgerPermission.class);
    }

    @Bean
    MenuEntry booksEntry() {
        return new MenuEntry("menu.ledger", 400, "menu.books", "book-2", "/app/ledger", LedgerPermission.Code.SEE);
    }

    @Bean
    MenuEntry journalEntry() {
        return new MenuEntry(
                "menu.ledger", 410, "menu.journal", "list-details", "/app/ledger/journal", LedgerPermission.Code.SEE);
    }
}
