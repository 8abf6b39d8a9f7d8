package ma.qutb.materials.till;

import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the till offers to the journal. */
@Configuration
class TillConfiguration {

    @Bean
    MenuEntry tillsEntry() {
        return new MenuEntry("menu.materials", 320, "menu.tills", "cash", "/app/tills", Code.SEE);
    }

    @Bean
    EntryKind tillDifferenceKind() {
        return new EntryKind(KeepingTheTill.DIFFERENCE);
    }

    @Bean
    EntryKind tillDepositKind() {
        return new EntryKind(KeepingTheTill.DEPOSIT);
    }

    @Bean
    EntryKind tillFloatKind() {
        return new EntryKind(KeepingTheTill.FLOAT);
    }

    @Bean
    SourceKind tillSource() {
        return new SourceKind(KeepingTheTill.SESSION, "/app/tills/sessions/{id}");
    }
}
