package ma.qutb.market.store;

import java.util.Optional;
import ma.qutb.kernel.PhoneNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who sells, as law 31-08 (article 29) has it said, and how to reach them; what is not configured is left out. */
@Component
public class Seller {

    private final String name;
    private final String address;
    private final String numbers;
    private final String email;
    private final Optional<PhoneNumber> phone;
    private final Optional<PhoneNumber> whatsApp;

    Seller(
            @Value("${qutb.market.seller.name}") String name,
            @Value("${qutb.market.seller.address}") String address,
            @Value("${qutb.market.seller.numbers}") String numbers,
            @Value("${qutb.market.seller.email}") String email,
            @Value("${qutb.market.seller.phone}") String phone,
            @Value("${qutb.market.seller.whatsapp}") String whatsApp) {
        this.name = name.strip();
        this.address = address.strip();
        this.numbers = numbers.strip();
        this.email = email.strip();
        this.phone = number(phone);
        this.whatsApp = number(whatsApp);
    }

    /** Empty: the pole's own name. */
    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    /** Trade register, tax and ICE numbers in one line. */
    public String numbers() {
        return numbers;
    }

    public String email() {
        return email;
    }

    public Optional<PhoneNumber> phone() {
        return phone;
    }

    public Optional<PhoneNumber> whatsApp() {
        return whatsApp;
    }

    private static Optional<PhoneNumber> number(String typed) {
        return typed.isBlank() ? Optional.empty() : Optional.of(PhoneNumber.parse(typed));
    }
}
