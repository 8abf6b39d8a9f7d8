package ma.qutb.materials.counter;

import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the counter, the till and credit offer to the journal. */
@Configuration
class CounterConfiguration {

    @Bean
    EntryKind saleKind() {
        return new EntryKind(SaleEntry.KIND);
    }

    @Bean
    SourceKind saleSource() {
        return new SourceKind(SaleEntry.KIND, "/app/counter/sales/{id}");
    }
}
