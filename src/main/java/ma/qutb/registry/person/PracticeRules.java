package ma.qutb.registry.person;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.platform.ReferenceTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many years of practice each category of law 50-17 asks for, by the year the law is read in. */
@Component
class PracticeRules {

    private record Rule(
            Category category,
            int years,
            boolean diplomaStandsIn,
            @Nullable Integer from,
            @Nullable Integer to) {

        boolean in(int year) {
            return (from == null || from <= year) && (to == null || year < to);
        }
    }

    private final List<Rule> rules;

    PracticeRules() {
        var categories = Stream.of(Category.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
        rules = ReferenceTable.read("supplement/practice_rules.csv").rows().stream()
                .map(it -> new Rule(
                        Category.valueOf(it.oneOf("category", categories)),
                        Integer.parseInt(it.text("years")),
                        it.flag("without_diploma_only"),
                        it.year("valid_from"),
                        it.year("valid_to")))
                .toList();
    }

    /** The categories whose conditions this artisan meets, as far as the record tells. */
    Set<Category> openTo(@Nullable Integer practisingSince, @Nullable Proof proof, int year) {
        return rules.stream()
                .filter(it -> it.in(year))
                .filter(it -> it.diplomaStandsIn && proof == Proof.DIPLOMA
                        || practisingSince != null && year - practisingSince >= it.years)
                .map(Rule::category)
                .collect(Collectors.toUnmodifiableSet());
    }
}
