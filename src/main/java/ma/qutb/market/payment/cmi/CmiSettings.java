package ma.qutb.market.payment.cmi;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The contract with the acquirer; without a client number and a key cards are not offered.
 *
 * @param client number of the merchant
 * @param storeKey signs both ways; whoever has it can pretend that something is paid
 * @param address of the hosted page
 */
@ConfigurationProperties("qutb.market.cmi")
record CmiSettings(
        @DefaultValue("") String client,
        @DefaultValue("") String storeKey,

        @DefaultValue("https://payment.cmi.co.ma/fim/est3Dgate")
        URI address) {

    boolean complete() {
        return !client.isBlank() && !storeKey.isBlank();
    }

    @Override
    public String toString() {
        return "CmiSettings[" + client + ", " + address + "]"; // never the key
    }
}
