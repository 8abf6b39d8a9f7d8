package ma.qutb.programmes.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import ma.qutb.platform.BrokenReference;
import ma.qutb.programmes.ProgrammesModuleTest;
import ma.qutb.programmes.fact.FactTables;
import ma.qutb.programmes.fact.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProgrammesModuleTest
class LoadingFactsTests {

    @Autowired
    LoadingFacts loading;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient database;

    private final ReferenceTexts own = ReferenceTexts.own();

    @AfterEach
    void putTheOwnFilesBack() {
        loading.load(own);
    }

    @Test
    void everyRowOfEveryFileIsAFact() {
        for (var table : FactTables.ALL) {
            assertThat(facts.of(table.name()))
                    .as(table.file())
                    .hasSameSizeAs(own.table(table).rows());
        }
        assertThat(FactTables.ALL).hasSize(35);
    }

    @Test
    void loadingTheSameFilesAgainWritesNothing() {
        loading.load(own);
        var before = versions();

        assertThat(loading.load(own)).isFalse();

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void aChangedFileWritesOnlyWhatChanged() {
        var before = versions();

        loading.load(changed("equipment", "EQP-01,حواسيب", "EQP-01,حواسيب محمولة"));

        assertThat(facts.get("equipment:EQP-01").title().arabic()).isEqualTo("حواسيب محمولة");
        var after = versions();
        assertThat(after.entrySet().stream().filter(it -> !it.getValue().equals(before.get(it.getKey()))))
                .extracting(Map.Entry::getKey)
                .containsExactly("equipment:EQP-01");
    }

    @Test
    void aRowThatIsGoneIsRemoved() {
        var text = text("market_actions");
        var last = text.stripTrailing().lastIndexOf("\nMKT-07");
        var end = text.indexOf("\nMKT-08");

        loading.load(own.with("market_actions", text.substring(0, last) + text.substring(end)));

        assertThat(facts.find("market_actions:MKT-07")).isEmpty();
        assertThat(facts.find("market_actions:MKT-08")).isPresent();
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            projects         | 12000000,planned | 12 million,planned | 2 | '12 million' is not a whole number
            projects         | ,planned,2700,planned | ,planned,2700,nearly | 2 | 'nearly' has no words in the bundles
            indicators       | IND-02,cooperatives | IND-01,cooperatives | 3 | stands twice
            funding          | ORG-MUNC,ORG-UNC | ORG-NOBODY,ORG-UNC | 2 | 'ORG-NOBODY' is not a known code
            medals           | C-GUE | C-NOWHERE | 2 | 'C-NOWHERE' is not a known code
            training_actions | ,1553, | ,-1553, | 2 | fact_quantity_not_negative
            awards           | 1:30 | page 3 | 2 | 'page 3' is not paragraph:sentence
            commendations    | ORG-PROC,2013 | ORG-PROC,13 | 2 | '13' is not a year
            events           | 2025-11-24 | 2025-11-31 | 2 | '2025-11-31' is not a day
            medals           | 000_926a31d560f0f062.txt | 009_unknown.txt | 2 | '009_unknown.txt' is not a known code
            discrepancies    | indicators:IND-15 | indicators:IND-99 | 2 | 'indicators:IND-99' is not a known fact
            """)
    void aBrokenRowStopsTheLoadWithFileLineAndReason(String table, String good, String bad, int line, String reason) {
        var before = versions();

        assertThatExceptionOfType(BrokenReference.class)
                .isThrownBy(() -> loading.load(changed(table, good, bad)))
                .withMessageStartingWith("reference/" + table + ".csv, line " + line + ": ")
                .withMessageContaining(reason);

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void aRowWithACellTooManyIsNamed() {
        assertThatExceptionOfType(BrokenReference.class)
                .isThrownBy(() -> loading.load(changed("fairs", "FAIR-P2009,", "FAIR-P2009,,")))
                .withMessage("reference/fairs.csv, line 2: 22 cells where the heading has 21");
    }

    private ReferenceTexts changed(String table, String good, String bad) {
        var text = text(table);
        assertThat(text).contains(good);
        int at = text.indexOf(good);
        return own.with(table, text.substring(0, at) + bad + text.substring(at + good.length()));
    }

    private String text(String table) {
        return own.texts().get(FactTables.named(table).orElseThrow());
    }

    /** Row versions: xmin changes with every write. */
    private Map<String, String> versions() {
        record Version(String id, String xmin) {}
        List<Version> all = database.sql("select id, xmin::text from programmes.fact")
                .query((row, number) -> new Version(row.getString(1), row.getString(2)))
                .list();
        return all.stream().collect(java.util.stream.Collectors.toMap(Version::id, Version::xmin));
    }
}
