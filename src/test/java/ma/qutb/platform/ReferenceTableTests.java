package ma.qutb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceTableTests {

    @Test
    void readsQuotedCellsOverSeveralLinesAndKnowsWhereEachRowStarts() {
        var rows = ReferenceTable.of("x.csv", """
                        code,says
                        A,"one ""two""
                        three"
                        B,four, five
                        """.replace("four, five", "\"four, five\""))
                .rows();
        assertThat(rows).extracting(it -> it.text("says")).containsExactly("one \"two\"\nthree", "four, five");
        assertThat(rows).extracting(ReferenceRow::line).containsExactly(2, 4);
    }

    @Test
    void aRowWithACellTooFewNamesFileAndLine() {
        refuses("code,name\nA,one\nB\n", "reference/x.csv, line 3: 1 cells where the heading has 2");
    }

    @Test
    void anOpenQuoteNamesTheLineItStartsOn() {
        refuses("code,name\nA,\"one\nB,two\n", "reference/x.csv, line 2: a quote is not closed");
    }

    @Test
    void aCellThatIsNotAYearNamesTheColumn() {
        var row = ReferenceTable.of("x.csv", "code,valid_from\nA,20x5\n").rows().getFirst();
        assertThatExceptionOfType(BrokenReference.class)
                .isThrownBy(() -> row.year("valid_from"))
                .withMessage("reference/x.csv, line 2: valid_from '20x5' is not a whole number");
    }

    @Test
    void aCodeNobodyKnowsIsNamed() {
        var row = ReferenceTable.of("x.csv", "code,parent\nA,Z\n").rows().getFirst();
        assertThatExceptionOfType(BrokenReference.class)
                .isThrownBy(() -> row.code("parent", Set.of("A")))
                .withMessage("reference/x.csv, line 2: parent 'Z' is not a known code");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        var row = ReferenceTable.of("x.csv", "code\nA\n").rows().getFirst();
        assertThatExceptionOfType(BrokenReference.class)
                .isThrownBy(() -> row.optional("name"))
                .withMessage("reference/x.csv, line 1: the column 'name' is missing");
    }

    private static void refuses(String text, String message) {
        assertThatExceptionOfType(BrokenReference.class)
                .isThrownBy(() -> ReferenceTable.of("x.csv", text))
                .withMessage(message);
    }
}
