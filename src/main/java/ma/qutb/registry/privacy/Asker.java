package ma.qutb.registry.privacy;

import ma.qutb.kernel.PhoneNumber;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/** Who asks, and how they are answered: by telephone or by e-mail. */
public record Asker(
        @Column("asker_name") String name,
        @Nullable @Column("asker_phone") PhoneNumber phone,
        @Nullable @Column("asker_email") String email) {

    /** As typed into a form. */
    public static Asker typed(String name, String phone, String email) {
        var asker = new Asker(
                Writing.title(name, 120),
                phone.isBlank() ? null : PhoneNumber.parse(phone),
                email.isBlank() ? null : Writing.line(email, 160));
        if (asker.name.isEmpty()) {
            throw new Refusal("registry.privacy.refusal.no-name");
        }
        if (asker.phone == null && asker.email == null) {
            throw new Refusal("registry.privacy.refusal.no-contact");
        }
        if (asker.email != null && !asker.email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new Refusal("registry.privacy.refusal.email");
        }
        return asker;
    }
}
