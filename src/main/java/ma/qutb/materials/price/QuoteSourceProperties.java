package ma.qutb.materials.price;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the price of silver is read on the network; nowhere without an address.
 *
 * @param url answers JSON
 * @param pointer to the number in it (RFC 6901)
 * @param grams for how many grams it is: 31.1034768 for a troy ounce
 * @param dirhams for one unit of the money it is in
 */
@ConfigurationProperties("qutb.materials.quote")
record QuoteSourceProperties(
        @DefaultValue("") String url,
        @DefaultValue("/price") String pointer,
        @DefaultValue("1") BigDecimal grams,
        @DefaultValue("1") BigDecimal dirhams) {}
