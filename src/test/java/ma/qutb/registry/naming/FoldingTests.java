package ma.qutb.registry.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTests {

    /** Letters of both scripts, marks, invisible signs, emoji, other digits: everything a clipboard brings. */
    private static final String ANYTHING =
            "abcéèïôûçÀÖŒßMohamed'’-. ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيگڭڤپ\u0640\u064b\u064e\u0651\u0654\u0670\u200e\u200f\u202e\u2067٠٣۵7ﷲﻻﻓ😀ⵣⴰⵯİﬁ";

    @ParameterizedTest
    @ValueSource(strings = {"أحمد", "إحمد", "احمد", "أَحْمَد", "احـــمد", "\u202eاحمد\u202c", "ﺃﺣﻤﺪ", "ا\u0654حمد"})
    void bringsWaysOfWritingOneNameTogether(String written) {
        assertThat(Folding.fold(written)).isEqualTo("احمد");
    }

    @ParameterizedTest
    @CsvSource({
        "فاطمة,فاطمه",
        "مصطفى,مصطفي",
        "ڭلميم,كلميم",
        "گلميم,كلميم",
        "ݣلميم,كلميم",
        "ڤاطمة,فاطمة",
        "ذهبية,دهبية",
        "رؤوف,روف",
        "٠٦١٢۳,06123",
        "Aïcha,aicha",
        "M'Barek,mbarek",
        "L’HOUCINE,lhoucine",
        "ait-baha,Aït  Baha",
        "ⴼⴰⵟⵉⵎⴰ,fatima"
    })
    void treatsAsTheSameText(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @Test
    void isEmptyForNothing() {
        assertThat(Folding.fold(null)).isEmpty();
        assertThat(Folding.fold(" \u200f ، ")).isEmpty();
        assertThat(Skeleton.of("😀 …")).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() {
        for (long seed = 0; seed < 2_000; seed++) {
            var text = text(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            var once = Folding.fold(text);
            assertThat(Folding.fold(once)).as("seed %d: %s", seed, text).isEqualTo(once);
        }
    }

    @Test
    void givesEveryWordASkeletonWhateverIsTyped() {
        for (long seed = 0; seed < 2_000; seed++) {
            var text = text(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            assertThat(Skeleton.of(text)).as("seed %d: %s", seed, text).noneMatch(java.util.Set::isEmpty);
        }
    }

    private static String text(RandomGenerator random) {
        var letters = ANYTHING.codePoints().toArray();
        var text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
