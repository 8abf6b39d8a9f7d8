package ma.qutb.registry.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.registry.naming.LabelledPairs.Pair;
import ma.qutb.registry.naming.LabelledPairs.Quality;
import ma.qutb.registry.naming.Likeness.Reason;
import org.junit.jupiter.api.Test;

class PersonComparisonTests {

    private static final List<Pair> PAIRS = LabelledPairs.all();

    @Test
    void suggestsNineOfTenDuplicatesWithHardlyAFalseOne() {
        var all = Quality.of(PAIRS);

        assertThat(all.pairs()).isGreaterThanOrEqualTo(500);
        assertThat(all.recall()).as("recall").isGreaterThanOrEqualTo(0.90);
        assertThat(all.precision()).as("precision").isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void doesAsWellOnThePairsItWasNotTunedOn() {
        var unseen =
                Quality.of(PAIRS.stream().filter(Predicate.not(Pair::forTuning)).toList());

        assertThat(unseen.pairs()).isGreaterThanOrEqualTo(300);
        assertThat(unseen.recall()).as("recall").isGreaterThanOrEqualTo(0.90);
        assertThat(unseen.precision()).as("precision").isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void comparesAlikeInBothDirections() {
        for (var pair : PAIRS) {
            var there = PersonComparison.compare(pair.one(), pair.other());
            var back = PersonComparison.compare(pair.other(), pair.one());
            assertThat(back.score()).as("line %d", pair.line()).isCloseTo(there.score(), within());
        }
    }

    @Test
    void recognisesEveryoneAgain() {
        for (var pair : PAIRS) {
            var one = pair.one();
            if (one.birthDate() != null) {
                assertThat(PersonComparison.compare(one, one).suggested())
                        .as("line %d", pair.line())
                        .isTrue();
            }
        }
    }

    @Test
    void suggestsThoseWhomAFullComparisonSuggestsAndNobodyElse() {
        for (var one : PAIRS) {
            for (var other : PAIRS.subList(0, 200)) {
                var full = PersonComparison.compare(one.one(), other.other());
                assertThat(PersonComparison.suggestion(one.one(), other.other()))
                        .as("lines %d and %d", one.line(), other.line())
                        .isEqualTo(Optional.of(full).filter(Likeness::suggested));
            }
        }
    }

    @Test
    void neverSuggestsLessWhenTheIdentityCardAgrees() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < 500; i++) {
            var pair = PAIRS.get(random.nextInt(PAIRS.size()));
            double without = PersonComparison.compare(card(pair.one(), null), card(pair.other(), null))
                    .score();
            double with = PersonComparison.compare(card(pair.one(), "x"), card(pair.other(), "x"))
                    .score();
            assertThat(with).as("line %d", pair.line()).isGreaterThanOrEqualTo(without);
        }
    }

    @Test
    void saysWhyItSuggests() {
        var card = new PersonFacts(
                new FullName("فاطمة", "أوعلا", null, null), LocalDate.of(1990, 3, 4), "F", "+212661000001", null, null);
        var list = new PersonFacts(
                new FullName(null, null, "Ouala", "Fatima"),
                LocalDate.of(1990, 4, 3),
                "F",
                "+212661000001",
                null,
                null);

        assertThat(PersonComparison.compare(card, list).reasons())
                .containsExactly(Reason.SAME_NAME, Reason.NAMES_SWAPPED, Reason.CLOSE_BIRTH_DATE, Reason.SAME_PHONE);
    }

    private static PersonFacts card(PersonFacts facts, String identity) {
        return new PersonFacts(facts.name(), facts.birthDate(), facts.sex(), facts.phone(), facts.commune(), identity);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-9);
    }
}
