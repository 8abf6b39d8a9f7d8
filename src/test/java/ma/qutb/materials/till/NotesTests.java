package ma.qutb.materials.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import ma.qutb.kernel.Refusal;
import org.junit.jupiter.api.Test;

class NotesTests {

    @Test
    void notesAndCoinsAreReadInAnyDigitsAndSummed() {
        var counted = Notes.read(Map.of("n20000", "٣", "n100", " 12 ", "n50", "", "n1", "100000"));

        assertThat(counted).isEqualTo(Map.of(20_000, 3, 100, 12, 1, 100_000));
        assertThat(Notes.sum(counted)).isEqualTo(600_00 + 12_00 + 1_000_00);
        assertThat(Notes.sum(Map.of(20_000, 1_000_000))).isEqualTo(20_000_000_000L);
    }

    @Test
    void whatIsNoNumberOfNotesIsRefused() {
        for (var typed : new String[] {"x", "-1", "1.5", "100001", "1000000"}) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> Notes.read(Map.of("n100", typed)))
                    .withMessage("materials.till.refusal.notes");
        }
    }
}
