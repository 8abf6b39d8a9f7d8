package ma.qutb.registry.privacy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who answers for the data, as the notices say it; empty where the pole has not said yet.
 *
 * @param cndpNumber reference of the declaration or authorisation of the national commission (CNDP)
 * @param phone of the person in charge, in E.164
 * @param email of the person in charge
 * @param hosting country in which the data is kept, ISO code
 */
@ConfigurationProperties("qutb.privacy")
public record PrivacyProperties(
        @DefaultValue("") String cndpNumber,
        @DefaultValue("") String phone,
        @DefaultValue("") String email,
        @DefaultValue("MA") String hosting) {

    public boolean hasCndpNumber() {
        return !cndpNumber.isBlank();
    }

    /** The country in this language. */
    public String country(ma.qutb.kernel.Language language) {
        return java.util.Locale.of("", hosting).getDisplayCountry(language.locale());
    }
}
