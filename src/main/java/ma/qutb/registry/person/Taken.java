package ma.qutb.registry.person;

import ma.qutb.kernel.Refusal;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database's promises about people say to a registrar. */
final class Taken {

    private Taken() {}

    static RuntimeException by(DataIntegrityViolationException violation) {
        RuntimeException said =
                Refusal.when("person_identity_unique", violation, "registry.person.refusal.identity-taken");
        if (said == violation) {
            said = Refusal.when("person_phone_unique", violation, "registry.person.refusal.phone-taken");
        }
        if (said == violation) {
            said = Refusal.when(
                    "artisan_register_number_unique", violation, "registry.artisan.refusal.register-number-taken");
        }
        return said;
    }
}
