package ma.qutb.registry.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in the form about a person, as typed. */
public record PersonForm(
        String token,
        Long version,
        Boolean confirmed,
        String givenArabic,
        String familyArabic,
        String givenLatin,
        String familyLatin,
        String fatherArabic,
        String fatherLatin,
        String grandfatherArabic,
        String grandfatherLatin,
        String sex,
        String birthDate,
        String birthYear,
        String identityKind,
        String identity,
        String phone,
        Boolean phoneShared,
        String otherPhones,
        String territory,
        String landmark,
        List<String> languages,
        String readingEase,
        String storyArabic,
        String storyFrench,
        String storyEnglish,
        String note) {

    public PersonForm {
        token = text(token);
        // A field that was not sent, such as a box left empty, arrives as null.
        version = version == null ? 0L : version;
        confirmed = confirmed != null && confirmed;
        phoneShared = phoneShared != null && phoneShared;
        givenArabic = text(givenArabic);
        familyArabic = text(familyArabic);
        givenLatin = text(givenLatin);
        familyLatin = text(familyLatin);
        fatherArabic = text(fatherArabic);
        fatherLatin = text(fatherLatin);
        grandfatherArabic = text(grandfatherArabic);
        grandfatherLatin = text(grandfatherLatin);
        sex = text(sex);
        birthDate = text(birthDate);
        birthYear = text(birthYear);
        identityKind = text(identityKind);
        identity = text(identity);
        phone = text(phone);
        otherPhones = text(otherPhones);
        territory = text(territory);
        landmark = text(landmark);
        languages = languages == null ? List.of() : List.copyOf(languages);
        readingEase = text(readingEase);
        storyArabic = text(storyArabic);
        storyFrench = text(storyFrench);
        storyEnglish = text(storyEnglish);
        note = text(note);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** A fresh form with a number of its own. */
    static PersonForm empty() {
        return of(
                UUID.randomUUID().toString(),
                0L,
                new PersonDetails(
                        new PersonName("", "", "", ""),
                        Ancestors.UNKNOWN,
                        null,
                        null,
                        null,
                        new Contact(null, false, java.util.Set.of(), null, ""),
                        new Speaking(java.util.Set.of(), null),
                        Story.NONE,
                        ""));
    }

    /** The form filled with what is known. The identity number is never among it: empty means unchanged. */
    static PersonForm of(String token, long version, PersonDetails it) {
        var birth = it.birth();
        boolean day = birth != null && birth.precision() == Birth.Precision.DAY;
        var phone = it.contact().phone();
        var place = it.contact().territory();
        return new PersonForm(
                token,
                version,
                false,
                it.name().givenArabic(),
                it.name().familyArabic(),
                it.name().givenLatin(),
                it.name().familyLatin(),
                it.ancestors().fatherArabic(),
                it.ancestors().fatherLatin(),
                it.ancestors().grandfatherArabic(),
                it.ancestors().grandfatherLatin(),
                code(it.sex()),
                birth != null && day ? birth.date().toString() : "",
                birth != null && !day ? String.valueOf(birth.date().getYear()) : "",
                it.identity() == null ? "CIN" : it.identity().kind().name(),
                "",
                phone == null ? "" : phone.spaced(),
                it.contact().phoneShared(),
                String.join("، ", it.contact().otherPhones()),
                place == null ? "" : place.value(),
                it.contact().landmark(),
                List.copyOf(it.speaking().languages()),
                code(it.speaking().readingEase()),
                it.story().arabic(),
                it.story().french(),
                it.story().english(),
                it.note());
    }

    private static String code(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    /** The same form against the version that stands now: saving it again is a decision. */
    PersonForm against(long standing) {
        return new PersonForm(
                token,
                standing,
                confirmed,
                givenArabic,
                familyArabic,
                givenLatin,
                familyLatin,
                fatherArabic,
                fatherLatin,
                grandfatherArabic,
                grandfatherLatin,
                sex,
                birthDate,
                birthYear,
                identityKind,
                identity,
                phone,
                phoneShared,
                otherPhones,
                territory,
                landmark,
                languages,
                readingEase,
                storyArabic,
                storyFrench,
                storyEnglish,
                note);
    }

    /** Field by field, for laying two forms side by side. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("givenArabic", givenArabic);
        values.put("familyArabic", familyArabic);
        values.put("givenLatin", givenLatin);
        values.put("familyLatin", familyLatin);
        values.put("fatherArabic", fatherArabic);
        values.put("fatherLatin", fatherLatin);
        values.put("grandfatherArabic", grandfatherArabic);
        values.put("grandfatherLatin", grandfatherLatin);
        values.put("sex", sex);
        values.put("birthDate", birthDate);
        values.put("birthYear", birthYear);
        values.put("phone", phone.replace(" ", ""));
        values.put("phoneShared", String.valueOf(phoneShared));
        values.put("otherPhones", otherPhones);
        values.put("territory", territory);
        values.put("landmark", landmark);
        values.put("languages", languages.stream().sorted().collect(Collectors.joining(" ")));
        values.put("readingEase", readingEase);
        values.put("storyArabic", storyArabic);
        values.put("storyFrench", storyFrench);
        values.put("storyEnglish", storyEnglish);
        values.put("note", note);
        return values;
    }
}
