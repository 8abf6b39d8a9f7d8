package ma.qutb.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whatever code the ledger can show has its words in Arabic, French and English. */
@LedgerModuleTest
class LedgerWordsTests {

    @Autowired
    ObjectProvider<EntryKind> kinds;

    @Autowired
    ObjectProvider<SourceKind> sources;

    @ParameterizedTest
    @ValueSource(strings = {"", "_fr", "_en"})
    void everyCodeHasWords(String language) throws Exception {
        var texts = texts(language);

        assertThat(codes().filter(it -> texts.getProperty(it, "").isBlank()).toList())
                .isEmpty();
    }

    @Test
    void thereIsAWordForWhatNobodyNamed() throws Exception {
        assertThat(texts("")).containsKeys("ledger.role.other", "ledger.kind.other", "ledger.source.other");
    }

    private Stream<String> codes() {
        var codes = new ArrayList<String>();
        Arrays.stream(ChartRole.values()).forEach(it -> codes.add("ledger.role." + it.code()));
        Arrays.stream(AccountType.values()).forEach(it -> codes.add("ledger.type." + it.code()));
        Arrays.stream(BookKind.values()).forEach(it -> codes.add("ledger.book.kind." + it.code()));
        Arrays.stream(Owner.Kind.values()).forEach(it -> codes.add("ledger.owner." + it.code()));
        kinds.stream().forEach(it -> codes.add("ledger.kind." + it.code()));
        sources.stream().forEach(it -> codes.add("ledger.source." + it.kind()));
        List.of("open", "posted", "voided", "expired").forEach(it -> codes.add("ledger.reservation.state." + it));
        return codes.stream();
    }

    private static Properties texts(String language) throws Exception {
        var texts = new Properties();
        var pattern = "classpath*:messages/*" + language + ".properties";
        for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            if (language.isEmpty() && String.valueOf(file.getFilename()).matches(".*_(fr|en|es|zgh)\\.properties")) {
                continue;
            }
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        }
        return texts;
    }
}
