package ma.qutb.market.earning;

import ma.qutb.ledger.EntryKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the book of sales is called in the journal. */
@Configuration
class EarningConfiguration {

    @Bean
    EntryKind marketSaleKind() {
        return new EntryKind(Earnings.SALE);
    }

    @Bean
    EntryKind marketReturnKind() {
        return new EntryKind(Earnings.RETURN);
    }

    @Bean
    EntryKind marketPayoutKind() {
        return new EntryKind(Earnings.PAYOUT);
    }
}
