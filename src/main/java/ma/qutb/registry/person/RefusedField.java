package ma.qutb.registry.person;

import java.util.Map;
import ma.qutb.kernel.Refusal;
import org.springframework.validation.Errors;

/** Which field of the form a refusal of the registry belongs to. */
final class RefusedField {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("registry.person.refusal.no-name", "givenArabic"),
            Map.entry("registry.person.refusal.birth-ahead", "birthDate"),
            Map.entry("registry.person.refusal.birth-too-long-ago", "birthDate"),
            Map.entry("registry.person.refusal.identity-taken", "identity"),
            Map.entry("registry.person.refusal.phone-taken", "phone"),
            Map.entry("registry.person.refusal.place-out-of-scope", "territory"),
            Map.entry("registry.territory.refusal.unknown", "territory"));

    private static final Map<String, String> CRAFT_FIELDS = Map.ofEntries(
            Map.entry("registry.artisan.refusal.no-craft", "crafts"),
            Map.entry("registry.artisan.refusal.too-many-crafts", "crafts"),
            Map.entry("registry.artisan.refusal.craft-twice", "crafts"),
            Map.entry("registry.craft.refusal.unknown", "crafts"),
            Map.entry("registry.artisan.refusal.practice-ahead", "practisingSince"),
            Map.entry("registry.artisan.refusal.practice-too-early", "practisingSince"),
            Map.entry("registry.artisan.refusal.registered-ahead", "registeredOn"),
            Map.entry("registry.artisan.refusal.register-number-taken", "registerNumber"),
            Map.entry("registry.artisan.refusal.cover-ahead", "coverProvedOn"));

    private RefusedField() {}

    static void tell(Refusal refusal, Errors person, Errors craft) {
        var field = FIELDS.get(refusal.code());
        var craftField = CRAFT_FIELDS.get(refusal.code());
        if (field != null) {
            person.rejectValue(field, refusal.code(), refusal.getArguments(), null);
        } else if (craftField != null) {
            craft.rejectValue(craftField, refusal.code(), refusal.getArguments(), null);
        } else {
            person.reject(refusal.code(), refusal.getArguments(), null);
        }
    }
}
