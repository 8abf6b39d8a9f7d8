package ma.qutb.materials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TypedTests {

    @Test
    void aCommaOrADotAlwaysSeparatesDecimals() {
        assertThat(Typed.parts("1,250", 3)).hasValue(1_250);
        assertThat(Typed.parts("1.250", 3)).hasValue(1_250);
        assertThat(Typed.parts("1.251", 3)).hasValue(1_251);
        assertThat(Typed.parts("25,", 3)).hasValue(25_000);
        assertThat(Typed.parts("٢٥٫٥", 3)).hasValue(25_500);
        assertThat(Typed.parts("1 250", 3)).hasValue(1_250_000);
        assertThat(Typed.centimes("310,5")).hasValue(310_50);
    }

    @Test
    void whatIsNoNumberOrFinerThanTheScaleIsNothing() {
        for (var typed : new String[] {"", "abc", "-1", "1,2,3", "0,0001", ","}) {
            assertThat(Typed.parts(typed, 3)).as(typed).isEqualTo(OptionalLong.empty());
        }
    }
}
