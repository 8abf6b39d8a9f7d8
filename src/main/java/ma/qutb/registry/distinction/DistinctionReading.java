package ma.qutb.registry.distinction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.writing.Typed;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads the form; what cannot be taken leaves its reason beside the field. */
@Component
class DistinctionReading {

    static final List<String> LEVELS =
            List.of("local", "provincial", "regional", "inter-regional", "national", "international");

    private static final Map<String, String> FIELDS = Map.of(
            "registry.distinction.refusal.no-title", "titleArabic",
            "registry.distinction.refusal.no-giver", "givenBy",
            "registry.distinction.refusal.no-source", "source",
            "registry.distinction.refusal.no-year", "year",
            "registry.distinction.refusal.year-differs", "year",
            "registry.distinction.refusal.too-early", "year",
            "registry.distinction.refusal.ahead", "givenOn");

    private final Crafts crafts;

    DistinctionReading(Crafts crafts) {
        this.crafts = crafts;
    }

    Optional<Distinction> read(DistinctionForm form, Errors errors) {
        var typed = new Typed(errors);
        var kind = typed.one("kind", DistinctionKind.class, form.kind());
        var arabic = typed.read("titleArabic", () -> Writing.title(form.titleArabic(), 200), "");
        var french = typed.read("titleFrench", () -> Writing.title(form.titleFrench(), 200), "");
        var prize = typed.read("prize", () -> Writing.title(form.prize(), 200), "");
        var rank = typed.<Integer>optional("rank", () -> rank(form.rank()));
        var day = typed.day("givenOn", form.givenOn());
        var year = typed.year("year", form.year());
        var craft = typed.<CraftCode>optional("craft", () -> craft(form.craft()));
        var giver = typed.read("givenBy", () -> Writing.title(form.givenBy(), 200), "");
        var source = typed.read("source", () -> Writing.line(form.source(), 400), "");
        var level = LEVELS.contains(form.level()) ? form.level() : null;
        if (kind == null && !errors.hasFieldErrors("kind")) {
            typed.refuse("kind", "registry.writing.refusal.choice");
        }
        if (day == null && year == null && !errors.hasFieldErrors("year") && !errors.hasFieldErrors("givenOn")) {
            typed.refuse("year", "registry.distinction.refusal.no-year");
        }
        if (typed.refused() || kind == null) {
            return Optional.empty();
        }
        int known = year != null ? year : day == null ? 0 : day.getYear();
        try {
            return Optional.of(
                    new Distinction(kind, arabic, french, prize, rank, day, known, level, craft, giver, source));
        } catch (Refusal refusal) {
            tell(refusal, errors);
            return Optional.empty();
        }
    }

    static void tell(Refusal refusal, Errors errors) {
        errors.rejectValue(FIELDS.getOrDefault(refusal.code(), "kind"), refusal.code(), refusal.getArguments(), null);
    }

    private static @Nullable Integer rank(String typed) {
        var digits = Writing.digits(typed, 3);
        if (digits.isEmpty()) {
            return null;
        }
        int rank = Integer.parseInt(digits);
        if (rank == 0) {
            throw new Refusal("registry.distinction.refusal.rank");
        }
        return rank;
    }

    private @Nullable CraftCode craft(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        var code = new CraftCode(typed);
        if (!crafts.exists(code)) {
            throw new Refusal("registry.craft.refusal.unknown", typed);
        }
        return code;
    }
}
