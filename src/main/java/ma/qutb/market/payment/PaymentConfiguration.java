package ma.qutb.market.payment;

import java.util.List;
import ma.qutb.identity.PostedFromOutside;
import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The ways to pay in the order they are offered, and what the ledger and the door must know of payments. */
@Configuration
@EnableConfigurationProperties(PaymentSettings.class)
class PaymentConfiguration {

    static final String CALLBACK = "/payments/{acquirer}/callback";

    @Bean
    @Order(10)
    PaymentMethod cashOnDelivery(PaymentSettings settings) {
        return new OfferedWhen(
                PaymentMethod.CASH_ON_DELIVERY,
                false,
                it -> !it.abroad() && !it.pickUp() && it.amount() <= settings.cashLimit() * 100);
    }

    @Bean
    @Order(20)
    PaymentMethod card(List<Acquirer> acquirers) {
        return new OfferedWhen(PaymentMethod.CARD, true, _ -> acquirers.stream().anyMatch(Acquirer::ready));
    }

    @Bean
    @Order(30)
    PaymentMethod transfer(PaymentSettings settings) {
        return new OfferedWhen(
                PaymentMethod.TRANSFER, true, _ -> !settings.rib().isEmpty());
    }

    @Bean
    @Order(40)
    PaymentMethod atThePole() {
        return new OfferedWhen(PaymentMethod.AT_THE_POLE, false, PaymentMethod.Purchase::pickUp);
    }

    /** Acquirers speak for themselves; browsers come back from their page with a form of theirs. */
    @Bean
    PostedFromOutside acquirersPost() {
        return new PostedFromOutside(List.of("/payments/*/callback", "/*/payments/*/back/*"));
    }

    @Bean
    SourceKind marketPaymentSource() {
        return new SourceKind("market-payment", "/app/payments/{id}");
    }

    @Bean
    SourceKind marketSettlementSource() {
        return new SourceKind("market-settlement", "/app/settlements/{id}");
    }

    @Bean
    EntryKind buyerPaid() {
        return new EntryKind("market-prepaid");
    }

    @Bean
    EntryKind cardsSettled() {
        return new EntryKind("market-settlement");
    }
}
