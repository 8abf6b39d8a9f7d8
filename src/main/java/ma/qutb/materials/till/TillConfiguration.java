package ma.qutb.materials.till;

import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the till offers to the journal. */
@Configuration
class TillConfiguration {

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
