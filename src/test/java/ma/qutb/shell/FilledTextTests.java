package ma.qutb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class FilledTextTests {

    @Test
    void everyTextThatIsFilledInReadsAsIcuWouldSayIt() throws Exception {
        int filled = 0;
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            var texts = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            for (var text : texts.values()) {
                var quick = FilledText.of((String) text);
                if (quick != null) {
                    filled++;
                    assertThat(quick.with(it -> "«" + it + "»"))
                            .isEqualTo(new MessageFormat((String) text, Locale.ROOT)
                                    .format(new Object[] {"«0»", "«1»", "«2»", "«3»", "«4»", "«5»", "«6»", "«7»", "«8»"
                                    }));
                }
            }
        }
        assertThat(filled).isGreaterThan(1_000);
    }

    @Test
    void quotesAreIcus() {
        assertThat(FilledText.of("L'œuvre d''{0} : '{1}' {1}").with(String::valueOf))
                .isEqualTo("L'œuvre d'0 : {1} 1");
    }

    @Test
    void whatIsChosenIsLeftToIcu() {
        assertThat(FilledText.of("{0, plural, one {قطعة} other {# قطع}}")).isNull();
    }
}
