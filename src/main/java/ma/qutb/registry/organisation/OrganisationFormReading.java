package ma.qutb.registry.organisation;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.qutb.kernel.NumberReading;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.person.Story;
import ma.qutb.registry.writing.Typed;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Makes of a form what the registry understands; every mistake is told beside its field. */
final class OrganisationFormReading {

    private OrganisationFormReading() {}

    /** Empty when something was refused; the reasons are among the errors. */
    static Optional<OrganisationDetails> read(OrganisationForm form, Errors errors) {
        var typed = new Typed(errors);
        var legalForm = typed.one("legalForm", LegalForm.class, form.legalForm());
        var status = typed.one("status", Status.class, form.status());
        var details = new OrganisationDetails(
                name(form, typed),
                Objects.requireNonNullElse(legalForm, LegalForm.OTHER),
                form.partner(),
                form.supplier(),
                Objects.requireNonNullElse(status, Status.ACTIVE),
                numbers(form, typed),
                seat(form, typed),
                typed.optional("shareCapital", () -> centimes(form.shareCapital())),
                typed.day("foundedOn", form.foundedOn()),
                typed.day("dissolvedOn", form.dissolvedOn()),
                typed.read(
                        "crafts",
                        () -> form.crafts().stream().map(CraftCode::new).collect(Collectors.toSet()),
                        Set.<CraftCode>of()),
                story(form, typed));
        return typed.refused() ? Optional.empty() : Optional.of(details);
    }

    private static OrganisationName name(OrganisationForm form, Typed typed) {
        var arabic = typed.read("nameArabic", () -> Writing.title(form.nameArabic(), 160), "");
        var latin = typed.read("nameLatin", () -> Writing.title(form.nameLatin(), 160), "");
        var english = typed.read("nameEnglish", () -> Writing.title(form.nameEnglish(), 160), "");
        if (!typed.refused() && (arabic + latin).isEmpty()) {
            typed.refuse("nameArabic", "registry.organisation.refusal.no-name");
        }
        return new OrganisationName(arabic, latin, english);
    }

    private static Numbers numbers(OrganisationForm form, Typed typed) {
        return new Numbers(
                typed.optional("ice", () -> Ice.parse(form.ice())),
                line(typed, "tax", form.tax()),
                line(typed, "tradeRegister", form.tradeRegister()),
                line(typed, "court", form.court()),
                line(typed, "businessTax", form.businessTax()),
                line(typed, "cnss", form.cnss()),
                line(typed, "craftRegister", form.craftRegister()));
    }

    private static String line(Typed typed, String field, String text) {
        return typed.read(field, () -> Writing.line(text, 60), "");
    }

    private static Seat seat(OrganisationForm form, Typed typed) {
        return new Seat(
                typed.optional(
                        "territory", () -> form.territory().isBlank() ? null : new TerritoryCode(form.territory())),
                typed.read("address", () -> Writing.line(form.address(), 300), ""),
                typed.optional("phone", () -> form.phone().isBlank() ? null : PhoneNumber.parse(form.phone())),
                typed.read("email", () -> email(form.email()), ""),
                typed.read("website", () -> website(form.website()), ""));
    }

    private static String email(String text) {
        var address = Writing.line(text, 120);
        if (!address.isEmpty() && !address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new Refusal("registry.organisation.refusal.email", address);
        }
        return address;
    }

    /** Only addresses of the web: a link on our page must not lead into a script. */
    private static String website(String text) {
        var address = Writing.line(text, 200);
        var whole = address.isEmpty() || address.matches("(?i)https?://.*") ? address : "https://" + address;
        if (!whole.isEmpty() && !whole.matches("(?i)https?://[^\\s/]+\\.[^\\s]+")) {
            throw new Refusal("registry.organisation.refusal.website", address);
        }
        return whole;
    }

    /** Whole centimes of an amount typed in dirhams. */
    private static @Nullable Long centimes(String text) {
        if (text.isBlank()) {
            return null;
        }
        var dirhams = NumberReading.parse(text);
        var centimes = dirhams.movePointRight(2);
        if (dirhams.signum() < 0 || centimes.stripTrailingZeros().scale() > 0 || centimes.precision() > 17) {
            throw new Refusal("registry.organisation.refusal.capital", text);
        }
        return centimes.longValueExact();
    }

    private static Story story(OrganisationForm form, Typed typed) {
        return new Story(
                typed.read("storyArabic", () -> Writing.paragraphs(form.storyArabic(), 4000), ""),
                typed.read("storyFrench", () -> Writing.paragraphs(form.storyFrench(), 4000), ""),
                typed.read("storyEnglish", () -> Writing.paragraphs(form.storyEnglish(), 4000), ""));
    }
}
