package ma.qutb.materials.stock;

import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of entries that move stock, and the records they come from. */
@Configuration
class StockConfiguration {

    @Bean
    SourceKind lotSource() {
        return new SourceKind("lot", "/app/materials/lots/{id}");
    }

    @Bean
    SourceKind transferSource() {
        return new SourceKind("stock-transfer", "/app/materials/transfers/{id}");
    }

    @Bean
    SourceKind transformSource() {
        return new SourceKind("stock-transform", "/app/materials/transforms/{id}");
    }

    @Bean
    SourceKind writeOffSource() {
        return new SourceKind("stock-write-off", "/app/materials/write-offs/{id}");
    }

    @Bean
    EntryKind sentKind() {
        return new EntryKind("stock-sent");
    }

    @Bean
    EntryKind arrivedKind() {
        return new EntryKind("stock-arrived");
    }

    @Bean
    EntryKind meltKind() {
        return new EntryKind("stock-melt");
    }

    @Bean
    EntryKind alloyKind() {
        return new EntryKind("stock-alloy");
    }

    @Bean
    EntryKind splitKind() {
        return new EntryKind("stock-split");
    }

    @Bean
    EntryKind assayKind() {
        return new EntryKind("stock-assay");
    }

    @Bean
    EntryKind theftKind() {
        return new EntryKind("stock-theft");
    }

    @Bean
    EntryKind lossKind() {
        return new EntryKind("stock-loss");
    }

    @Bean
    EntryKind errorKind() {
        return new EntryKind("stock-error");
    }
}
