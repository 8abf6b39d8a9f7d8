package ma.qutb.materials.fund;

import ma.qutb.documents.DocumentKind;
import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What funds offer to the shell and to the ledger. */
@Configuration
class FundConfiguration {

    @Bean
    MenuEntry fundsEntry() {
        return new MenuEntry("menu.materials", 380, "menu.funds", "refresh-dot", "/app/funds", Code.SEE_FUND);
    }

    @Bean
    DocumentKind fundReportKind() {
        return IssuingReports.KIND;
    }

    @Bean
    EntryKind contributionKind() {
        return new EntryKind(Entrusting.CONTRIBUTION);
    }

    @Bean
    EntryKind withdrawalKind() {
        return new EntryKind(Entrusting.WITHDRAWAL);
    }

    @Bean
    SourceKind contributionSource() {
        return new SourceKind(Entrusting.CONTRIBUTION, "/app/funds/contributions/{id}");
    }

    @Bean
    SourceKind withdrawalSource() {
        return new SourceKind(Entrusting.WITHDRAWAL, "/app/funds/withdrawals/{id}");
    }
}
