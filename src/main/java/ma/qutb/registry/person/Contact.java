package ma.qutb.registry.person;

import java.util.LinkedHashSet;
import java.util.Set;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * How to reach a person.
 *
 * @param phoneShared the registrar was told that others of the household have the same number
 * @param landmark where the door is, as one tells a driver
 */
public record Contact(
        @Nullable PhoneNumber phone,
        boolean phoneShared,
        Set<String> otherPhones,
        @Nullable @Column("territory_code") TerritoryCode territory,
        String landmark) {

    public Contact {
        var others = new LinkedHashSet<String>();
        for (var other : otherPhones) {
            others.add(PhoneNumber.parse(other).value());
        }
        if (phone != null) {
            others.remove(phone.value());
        }
        if (others.size() > 4) {
            throw new Refusal("registry.person.refusal.too-many-phones");
        }
        otherPhones = others;
        phoneShared = phoneShared && phone != null;
        landmark = Writing.line(landmark, 300);
    }
}
