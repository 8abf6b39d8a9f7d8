package ma.qutb.programmes.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.programmes.ProgrammesModuleTest;
import ma.qutb.programmes.fact.FactTable;
import ma.qutb.programmes.fact.FactTables;
import ma.qutb.programmes.fact.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProgrammesModuleTest
class OpenDataTests {

    @Autowired
    MockMvc web;

    @Autowired
    Facts facts;

    @Autowired
    JsonMapper json;

    @Test
    void everyTableComesBackFromCsvAsItWasRead() throws Exception {
        for (var table : FactTables.ALL) {
            var given = ReferenceTable.read(table.file() + ".csv").rows();
            // The reader of our own files reads them again: the same commas, quotes and lines.
            var back = ReferenceTable.of(table.name(), text("/fr/data/" + table.name() + ".csv"))
                    .rows();
            assertThat(back).as(table.name()).hasSameSizeAs(given);
            for (int i = 0; i < given.size(); i++) {
                for (var column : table.columns()) {
                    for (var name : column.kind() == ma.qutb.programmes.fact.Column.Kind.WORDS
                            ? column.stored()
                            : List.of(column.name())) {
                        assertThat(plain(back.get(i).orEmpty(name)))
                                .as("%s, %s", facts.of(table.name()).get(i).id(), name)
                                .isEqualTo(plain(given.get(i).orEmpty(name)));
                    }
                }
            }
        }
    }

    /** An empty flag and a false one say the same, as do 28.987 and 28.98700. */
    private static String plain(String cell) {
        if (cell.equals("false")) {
            return "";
        }
        return cell.matches("-?[0-9]+\\.[0-9]+")
                ? new java.math.BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    @Test
    void everyTableComesAsJsonWithItsSources() throws Exception {
        for (var table : FactTables.ALL) {
            var whole = json(table);
            assertThat(whole.get("rows"))
                    .as(table.name())
                    .hasSize(facts.of(table.name()).size());
            assertThat(whole.get("publications")).hasSize(5);
            for (int i = 0; i < whole.get("rows").size(); i++) {
                var fact = facts.of(table.name()).get(i);
                var row = whole.get("rows").get(i);
                assertThat(row.get("fact").asString()).isEqualTo(fact.id());
                assertThat(row.get("says_fr").isNull() ? "" : row.get("says_fr").asString())
                        .isEqualTo(fact.says().french());
                assertThat(row.get("publication").isNull()).isEqualTo(fact.source() == null);
            }
        }
    }

    @Test
    void moneyIsInDirhamsAndNumbersAreNumbers() throws Exception {
        var pole = json(FactTables.named("projects").orElseThrow())
                .get("rows")
                .valueStream()
                .filter(it -> it.get("fact").asString().startsWith("projects:PRJ-20@002"))
                .findFirst()
                .orElseThrow();
        assertThat(pole.get("cost_mad").isNumber()).isTrue();
        assertThat(pole.get("cost_mad").asLong()).isEqualTo(50_000_000);
        assertThat(pole.get("discrepancies").valueStream().map(JsonNode::asString))
                .contains("D02", "D04");
    }

    @Test
    void headingsComeInTheReadersLanguage() throws Exception {
        assertThat(text("/ar/data/projects.csv?headings=ar"))
                .startsWith("\uFEFFالرمز,")
                .contains("الكلفة (درهم)");
        assertThat(text("/fr/data/projects.csv?headings=fr")).contains("Coût (MAD)");
        assertThat(text("/en/data/projects.csv?headings=en")).contains("Cost (MAD)");
        assertThat(text("/en/data/projects.csv")).startsWith("\uFEFFfact,title_ar,");
    }

    @Test
    void aFileThatHasNotChangedIsNotSentAgain() throws Exception {
        var first = web.perform(get("/fr/data/medals.csv")).andReturn().getResponse();
        var print = first.getHeader("ETag");
        assertThat(print).isNotBlank();

        web.perform(get("/fr/data/medals.csv").header("If-None-Match", print))
                .andExpect(status().isNotModified())
                .andExpect(header().string("ETag", print));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+212", "-5", "@SUM(A1)", "\t=1", "\r=1"})
    void aTextIsNeverAFormula(String text) {
        assertThat(OpenFiles.csvCell(text)).isEqualTo("'" + text);
        assertThat(OpenFiles.csvCell(List.of(text, "b"))).startsWith("'");
    }

    @Test
    void aNegativeNumberStaysANumber() {
        assertThat(OpenFiles.csvCell(-10.057)).isEqualTo("-10.057");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en", "es", "zgh"})
    void theListAndTheDictionaryAreThereInEveryLanguage(String language) throws Exception {
        var list = text("/" + language + "/data");
        var dictionary = text("/" + language + "/data/dictionary");
        assertThat(list + dictionary).doesNotContain("⟦");
        for (var table : FactTables.ALL) {
            assertThat(list).contains("/" + language + "/data/" + table.name() + ".csv\"");
            assertThat(dictionary).contains("id=\"" + table.name() + "\"");
        }
    }

    @Test
    void anUnknownTableIsNotFound() throws Exception {
        web.perform(get("/fr/data/nothing.csv")).andExpect(status().isNotFound());
        web.perform(get("/fr/data/nothing.json")).andExpect(status().isNotFound());
    }

    private JsonNode json(FactTable table) throws Exception {
        return json.readTree(text("/fr/data/" + table.name() + ".json"));
    }

    private String text(String path) throws Exception {
        return web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
