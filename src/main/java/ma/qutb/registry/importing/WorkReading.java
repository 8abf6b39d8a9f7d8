package ma.qutb.registry.importing;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ma.qutb.importing.ImportRow;
import ma.qutb.kernel.DateReading;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.person.ArtisanDetails;
import ma.qutb.registry.person.Birth;
import ma.qutb.registry.person.Category;
import ma.qutb.registry.person.Cover;
import ma.qutb.registry.person.PractisedCraft;
import ma.qutb.registry.person.RegisterStatus;
import ma.qutb.registry.person.Registration;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from a row what somebody practises; null when it names nothing of the kind. */
@Component
class WorkReading {

    private static final List<String> COLUMNS = List.of(
            "crafts",
            "category",
            "practising_since",
            "register_number",
            "registered_on",
            "card_number",
            "card_expires_on");
    private static final Set<String> OF_THE_YEAR =
            Set.of("registry.artisan.refusal.practice-ahead", "registry.artisan.refusal.practice-too-early");

    private final CraftNames crafts;
    private final Dictionary<Category> categories;

    WorkReading(CraftNames crafts, Vocabulary vocabulary) {
        this.crafts = crafts;
        this.categories = vocabulary.of("category", Category.values());
    }

    @Nullable
    ArtisanDetails read(ImportRow row, @Nullable Birth birth, LocalDate today) {
        if (COLUMNS.stream().allMatch(it -> row.text(it) == null)) {
            return null;
        }
        var practised = row.read("crafts", crafts::read);
        var category =
                row.read("category", it -> PersonReading.word(categories, it, "registry.import.refusal.category"));
        var since = row.read("practising_since", WorkReading::year);
        var registration = registration(row);
        if (row.text("crafts") == null) {
            row.reject("crafts", "registry.artisan.refusal.no-craft");
        }
        if (practised == null || registration == null) {
            return null;
        }
        try {
            return new ArtisanDetails(
                            practised.stream()
                                    .map(it -> new PractisedCraft(it, null))
                                    .toList(),
                            Objects.requireNonNullElse(category, Category.ARTISAN),
                            since,
                            registration,
                            null,
                            "",
                            Cover.UNKNOWN)
                    .checked(birth, today);
        } catch (Refusal refusal) {
            row.reject(column(refusal), refusal.code(), refusal.getArguments());
            return null;
        }
    }

    private static @Nullable Registration registration(ImportRow row) {
        var number = row.read("register_number", it -> Writing.line(it, 40));
        var on = row.date("registered_on");
        var expires = row.date("card_expires_on");
        var card = row.read("card_number", it -> Writing.line(it, 40));
        try {
            return new Registration(
                    number == null ? RegisterStatus.NOT_YET : RegisterStatus.REGISTERED,
                    number,
                    on,
                    null,
                    card,
                    expires);
        } catch (Refusal refusal) {
            row.reject("card_expires_on", refusal.code(), refusal.getArguments());
            return null;
        }
    }

    private static String column(Refusal refusal) {
        if (OF_THE_YEAR.contains(refusal.code())) {
            return "practising_since";
        }
        return refusal.code().equals("registry.artisan.refusal.registered-ahead") ? "registered_on" : "crafts";
    }

    /** A year, or the year of a day. */
    private static int year(String typed) {
        var text = Writing.western(typed);
        if (text.matches("[0-9]{4}")) {
            return Year.parse(text).getValue();
        }
        return DateReading.tryParse(typed)
                .map(LocalDate::getYear)
                .orElseThrow(() -> new Refusal("registry.writing.refusal.year", typed));
    }
}
