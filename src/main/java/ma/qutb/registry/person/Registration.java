package ma.qutb.registry.person;

import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * Where an artisan stands with the national register of crafts (law 50-17), and the card it gave.
 *
 * @param number of the national register (NIA); unique when present
 * @param on day of registration
 */
public record Registration(
        @Column("register_status") RegisterStatus status,
        @Nullable @Column("register_number") String number,
        @Nullable @Column("registered_on") LocalDate on,
        @Nullable Proof proof,
        @Nullable @Column("card_number") String cardNumber,
        @Nullable @Column("card_expires_on") LocalDate cardExpiresOn) {

    public static final Registration NOT_YET = new Registration(RegisterStatus.NOT_YET, null, null, null, null, null);

    public Registration {
        number = given(number);
        cardNumber = given(cardNumber);
        if (status == RegisterStatus.REGISTERED && number == null) {
            throw new Refusal("registry.artisan.refusal.registered-without-number");
        }
        if (on != null && cardExpiresOn != null && !cardExpiresOn.isAfter(on)) {
            throw new Refusal("registry.artisan.refusal.card-expires-before");
        }
    }

    private static @Nullable String given(@Nullable String typed) {
        var text = typed == null ? "" : Writing.line(Writing.western(typed), 40);
        return text.isEmpty() ? null : text;
    }
}
