package ma.qutb.market.payment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How buyers can pay.
 *
 * @param rib the pole's account, 24 digits; empty: no transfers
 * @param bank whose account it is kept at
 * @param transferDays how long a transfer is awaited
 * @param cardMinutes how long pieces are kept while the acquirer's page is open
 * @param cashLimit highest price that is collected at delivery, in dirhams
 */
@ConfigurationProperties("qutb.market.payment")
record PaymentSettings(
        @DefaultValue("") String rib,
        @DefaultValue("") String bank,
        @DefaultValue("5") int transferDays,
        @DefaultValue("30") int cardMinutes,
        @DefaultValue("3000") long cashLimit) {

    PaymentSettings {
        rib = rib.replaceAll("\\s", "");
        if (!rib.isEmpty() && !Rib.sound(rib)) {
            throw new IllegalArgumentException(
                    "qutb.market.payment.rib is no account: 24 digits with their check digits");
        }
    }
}
