package ma.qutb.materials.credit;

import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What credit offers to the journal. */
@Configuration
class CreditConfiguration {

    @Bean
    MenuEntry creditEntry() {
        return new MenuEntry("menu.materials", 330, "menu.credit", "calendar-dollar", "/app/credit", Code.SEE);
    }

    @Bean
    EntryKind repaymentKind() {
        return new EntryKind(TakingRepayments.KIND);
    }

    @Bean
    SourceKind repaymentSource() {
        return new SourceKind(TakingRepayments.KIND, "/app/credit/repayments/{id}");
    }
}
