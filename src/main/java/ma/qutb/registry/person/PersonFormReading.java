package ma.qutb.registry.person;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.writing.Typed;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Makes of a form what the registry understands; every mistake is told beside its field. */
@Component
class PersonFormReading {

    private static final PersonName NAMELESS = new PersonName("", "", "", "");

    private final IdentityVault vault;

    PersonFormReading(IdentityVault vault) {
        this.vault = vault;
    }

    /** Empty when something was refused; the reasons are among the errors. */
    Optional<PersonDetails> read(PersonForm form, @Nullable SealedIdentity known, Errors errors) {
        var typed = new Typed(errors);
        var details = new PersonDetails(
                name(form, typed),
                ancestors(form, typed),
                typed.one("sex", Sex.class, form.sex()),
                birth(form, typed),
                identity(form, known, typed),
                contact(form, typed),
                speaking(form, typed),
                story(form, typed),
                typed.read("note", () -> Writing.paragraphs(form.note(), 2000), ""));
        return typed.refused() ? Optional.empty() : Optional.of(details);
    }

    private static PersonName name(PersonForm form, Typed typed) {
        var givenArabic = arabic(typed, "givenArabic", form.givenArabic());
        var familyArabic = arabic(typed, "familyArabic", form.familyArabic());
        var givenLatin = latin(typed, "givenLatin", form.givenLatin());
        var familyLatin = latin(typed, "familyLatin", form.familyLatin());
        boolean whole =
                !givenArabic.isEmpty() && !familyArabic.isEmpty() || !givenLatin.isEmpty() && !familyLatin.isEmpty();
        if (!typed.refused() && !whole) {
            typed.refuse(
                    givenArabic.isEmpty() && (givenLatin.isEmpty() || familyLatin.isEmpty())
                            ? "givenArabic"
                            : "familyArabic",
                    "registry.person.refusal.half-a-name");
        }
        return typed.refused() ? NAMELESS : new PersonName(givenArabic, familyArabic, givenLatin, familyLatin);
    }

    private static Ancestors ancestors(PersonForm form, Typed typed) {
        return new Ancestors(
                arabic(typed, "fatherArabic", form.fatherArabic()),
                latin(typed, "fatherLatin", form.fatherLatin()),
                arabic(typed, "grandfatherArabic", form.grandfatherArabic()),
                latin(typed, "grandfatherLatin", form.grandfatherLatin()));
    }

    private static String arabic(Typed typed, String field, String text) {
        return typed.read(field, () -> Writing.arabicName(text), "");
    }

    private static String latin(Typed typed, String field, String text) {
        return typed.read(field, () -> Writing.latinName(text), "");
    }

    private static @Nullable Birth birth(PersonForm form, Typed typed) {
        var day = typed.day("birthDate", form.birthDate());
        if (day != null) {
            return Birth.on(day);
        }
        var year = typed.year("birthYear", form.birthYear());
        return year == null ? null : Birth.in(year);
    }

    private @Nullable SealedIdentity identity(PersonForm form, @Nullable SealedIdentity known, Typed typed) {
        if (form.identity().isBlank()) {
            return known;
        }
        var kind = typed.one("identityKind", IdentityKind.class, form.identityKind());
        var sealed = typed.<SealedIdentity>optional(
                "identity",
                () -> vault.seal(new IdentityNumber(kind == null ? IdentityKind.CIN : kind, form.identity())));
        return sealed == null ? known : sealed;
    }

    private static Contact contact(PersonForm form, Typed typed) {
        var phone = typed.optional("phone", () -> form.phone().isBlank() ? null : PhoneNumber.parse(form.phone()));
        var others = typed.read("otherPhones", () -> phones(form.otherPhones()), Set.<String>of());
        var place = typed.optional(
                "territory", () -> form.territory().isBlank() ? null : new TerritoryCode(form.territory()));
        var landmark = typed.read("landmark", () -> Writing.line(form.landmark(), 300), "");
        return typed.read(
                "otherPhones",
                () -> new Contact(phone, form.phoneShared(), others, place, landmark),
                new Contact(phone, false, Set.of(), place, landmark));
    }

    private static Set<String> phones(String typed) {
        return Arrays.stream(typed.split("[،,;\\n/]"))
                .filter(it -> !it.isBlank())
                .map(it -> PhoneNumber.parse(it).value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Speaking speaking(PersonForm form, Typed typed) {
        var ease = typed.one("readingEase", ReadingEase.class, form.readingEase());
        return typed.read(
                "languages", () -> new Speaking(Set.copyOf(form.languages()), ease), new Speaking(Set.of(), ease));
    }

    private static Story story(PersonForm form, Typed typed) {
        return new Story(
                typed.read("storyArabic", () -> Writing.paragraphs(form.storyArabic(), 4000), ""),
                typed.read("storyFrench", () -> Writing.paragraphs(form.storyFrench(), 4000), ""),
                typed.read("storyEnglish", () -> Writing.paragraphs(form.storyEnglish(), 4000), ""));
    }
}
