package ma.qutb.registry.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.naming.PersonFacts;
import ma.qutb.registry.person.ArtisanDetails;
import ma.qutb.registry.person.Birth;
import ma.qutb.registry.person.IdentityNumber;
import ma.qutb.registry.person.PersonName;
import ma.qutb.registry.person.Sex;
import org.jspecify.annotations.Nullable;

/**
 * What a row says about a person.
 *
 * @param identityHash by which the number is recognised among the sealed ones
 * @param phoneShared the list says that others of the household have this number too
 * @param work null when it names no craft
 * @param cooperative as the list calls it
 */
record ImportedPerson(
        PersonName name,
        @Nullable Sex sex,
        @Nullable Birth birth,
        @Nullable IdentityNumber identity,
        @Nullable String identityHash,
        @Nullable PhoneNumber phone,
        boolean phoneShared,
        @Nullable TerritoryCode place,
        String landmark,
        Set<String> languages,
        @Nullable ArtisanDetails work,
        @Nullable String cooperative) {

    /** Numbers that are of one person only, by the column they stand in. */
    Map<String, String> claims() {
        var claims = new LinkedHashMap<String, String>();
        if (identityHash != null) {
            claims.put("identity", identityHash);
        }
        if (registerNumber() != null) {
            claims.put("register_number", registerNumber());
        }
        if (phone != null && !phoneShared) {
            claims.put("phone", phone.value());
        }
        return claims;
    }

    @Nullable
    String registerNumber() {
        return work == null ? null : work.registration().number();
    }

    FullName fullName() {
        return new FullName(
                filled(name.givenArabic()),
                filled(name.familyArabic()),
                filled(name.givenLatin()),
                filled(name.familyLatin()));
    }

    PersonFacts facts() {
        return new PersonFacts(
                fullName(),
                birth == null ? null : birth.date(),
                sex == null ? null : sex.name(),
                phone == null ? null : phone.value(),
                place == null ? null : place.value(),
                identityHash);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
