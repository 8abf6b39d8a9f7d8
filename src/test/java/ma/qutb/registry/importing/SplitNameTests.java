package ma.qutb.registry.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitNameTests {

    @ParameterizedTest
    @CsvSource({
        "فاطمة أوعلا, فاطمة, أوعلا",
        "فاطمة الزهراء أيت همو, فاطمة الزهراء, أيت همو",
        "محمد سالم الركيبي, محمد سالم, الركيبي",
        "محمد بن علي, محمد, بن علي",
        "عبد الله ولد الشيخ, عبد الله, ولد الشيخ",
        "سيدي محمد الناجم, سيدي محمد, الناجم",
        "نور الدين بوسيف, نور الدين, بوسيف",
        "خديجة أيت بلا, خديجة, أيت بلا",
        "Abd El Kader Ben Salah, Abd El Kader, Ben Salah",
        "Fatima Zahra Oualla, Fatima Zahra, Oualla",
        "Mohamed Amine Bouslim, Mohamed Amine, Bouslim"
    })
    void aWholeNameIsSplitAsItIsSaid(String whole, String given, String family) {
        assertThat(SplitName.of(whole)).isEqualTo(new SplitName(given, family));
    }

    @ParameterizedTest
    @CsvSource({"فاطمة", "Mohamed"})
    void aSingleWordIsAGivenName(String word) {
        assertThat(SplitName.of(word)).isEqualTo(new SplitName(word, ""));
    }
}
