package ma.qutb.registry.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.writing.Typed;
import ma.qutb.registry.writing.Writing;
import org.springframework.validation.Errors;

/** Makes of a form about a craft what the registry understands; every mistake is told beside its field. */
final class CraftFormReading {

    private CraftFormReading() {}

    /** Empty when something was refused; the reasons are among the errors. */
    static Optional<ArtisanDetails> read(CraftForm form, Errors errors) {
        var typed = new Typed(errors);
        var category = typed.one("category", Category.class, form.category());
        var health = typed.one("healthCover", HealthCover.class, form.healthCover());
        var crafts = crafts(form, typed);
        var provedOn = typed.day("coverProvedOn", form.coverProvedOn());
        var cover = typed.read(
                "cnssNumber",
                () -> new Cover(Objects.requireNonNullElse(health, HealthCover.UNKNOWN), form.cnssNumber(), provedOn),
                Cover.UNKNOWN);
        if (crafts.isEmpty()) {
            typed.refuse("crafts", "registry.artisan.refusal.no-craft");
        }
        var details = new ArtisanDetails(
                crafts,
                Objects.requireNonNullElse(category, Category.ARTISAN),
                typed.year("practisingSince", form.practisingSince()),
                registration(form, typed),
                typed.one("workplace", Workplace.class, form.workplace()),
                typed.read("workplaceNote", () -> Writing.line(form.workplaceNote(), 200), ""),
                cover);
        return typed.refused() ? Optional.empty() : Optional.of(details);
    }

    private static List<PractisedCraft> crafts(CraftForm form, Typed typed) {
        var crafts = new ArrayList<PractisedCraft>();
        for (int i = 0; i < form.crafts().size(); i++) {
            var code = form.craft(i);
            if (!code.isBlank()) {
                var since = typed.year("craftSince", form.since(i));
                typed.read("crafts", () -> crafts.add(new PractisedCraft(new CraftCode(code), since)), false);
            }
        }
        return crafts;
    }

    private static Registration registration(CraftForm form, Typed typed) {
        var status = typed.one("registerStatus", RegisterStatus.class, form.registerStatus());
        var on = typed.day("registeredOn", form.registeredOn());
        var expires = typed.day("cardExpiresOn", form.cardExpiresOn());
        var proof = typed.one("proof", Proof.class, form.proof());
        return typed.read(
                expires != null && on != null && !expires.isAfter(on) ? "cardExpiresOn" : "registerNumber",
                () -> new Registration(
                        Objects.requireNonNullElse(status, RegisterStatus.NOT_YET),
                        form.registerNumber(),
                        on,
                        proof,
                        form.cardNumber(),
                        expires),
                Registration.NOT_YET);
    }
}
