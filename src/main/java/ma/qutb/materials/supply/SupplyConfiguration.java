package ma.qutb.materials.supply;

import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of entries that supply makes, and the records they come from. */
@Configuration
class SupplyConfiguration {

    @Bean
    SourceKind invoiceSource() {
        return new SourceKind("supplier-invoice", "/app/materials/bills/{id}");
    }

    @Bean
    SourceKind paymentSource() {
        return new SourceKind("supplier-payment", "/app/materials/bills/{id}");
    }

    @Bean
    EntryKind receivedKind() {
        return new EntryKind("material-received");
    }

    @Bean
    EntryKind invoiceKind() {
        return new EntryKind("supplier-invoice");
    }

    @Bean
    EntryKind paymentKind() {
        return new EntryKind("supplier-payment");
    }
}
