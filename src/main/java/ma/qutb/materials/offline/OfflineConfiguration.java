package ma.qutb.materials.offline;

import ma.qutb.ledger.EntryKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What selling without network offers to the journal. */
@Configuration
class OfflineConfiguration {

    @Bean
    EntryKind allotmentKind() {
        return new EntryKind(HoldingBack.KIND);
    }
}
