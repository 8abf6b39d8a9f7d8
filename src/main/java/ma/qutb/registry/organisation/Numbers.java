package ma.qutb.registry.organisation;

import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * The numbers an organisation is known by; null where unknown.
 *
 * @param tax identifiant fiscal
 * @param tradeRegister number in the trade register, or of a cooperative in the local register
 * @param court whose register it is
 * @param businessTax patente
 * @param craftRegister number in the national register of crafts
 */
public record Numbers(
        @Nullable Ice ice,
        @Nullable @Column("tax_number") String tax,
        @Nullable @Column("trade_register_number") String tradeRegister,
        @Nullable @Column("register_court") String court,
        @Nullable @Column("business_tax_number") String businessTax,
        @Nullable @Column("cnss_number") String cnss,
        @Nullable @Column("craft_register_number") String craftRegister) {

    public static final Numbers NONE = new Numbers(null, null, null, null, null, null, null);

    public Numbers {
        tax = given(tax);
        tradeRegister = given(tradeRegister);
        court = given(court);
        businessTax = given(businessTax);
        cnss = given(cnss);
        craftRegister = given(craftRegister);
    }

    private static @Nullable String given(@Nullable String typed) {
        var text = typed == null ? "" : Writing.line(Writing.western(typed), 60);
        return text.isEmpty() ? null : text;
    }
}
