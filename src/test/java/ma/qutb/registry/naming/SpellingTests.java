package ma.qutb.registry.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {

    @ParameterizedTest(name = "{0} is found as {1} ({2})")
    @CsvFileSource(resources = "/registry/naming/spelling-variants.csv", numLinesToSkip = 1)
    void findsWhatTheRegionsPapersSpellOtherwise(String canonical, String variant, String kind) {
        assertThat(Spelling.same(canonical, variant)).as(kind).isTrue();
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"كلميم,طانطان", "أسا,آسفي", "الصناع,الصناعة", "نونبر,دجنبر", "سيدي إفني,سيدي بوعثمان", "الخشب,الجبس"})
    void keepsApartWhatIsDifferent(String one, String other) {
        assertThat(Spelling.same(one, other)).isFalse();
    }
}
