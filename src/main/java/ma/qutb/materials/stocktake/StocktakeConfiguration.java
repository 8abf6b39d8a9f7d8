package ma.qutb.materials.stocktake;

import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stocktakes offer to the shell and to the ledger. */
@Configuration
class StocktakeConfiguration {

    @Bean
    MenuEntry stocktakesEntry() {
        return new MenuEntry(
                "menu.materials", 370, "menu.stocktakes", "clipboard-check", "/app/stocktakes", Code.COUNT);
    }

    @Bean
    EntryKind stocktakeKind() {
        return new EntryKind(ApprovingCounts.KIND);
    }

    @Bean
    SourceKind stocktakeSource() {
        return new SourceKind(ApprovingCounts.KIND, "/app/stocktakes/{id}");
    }
}
