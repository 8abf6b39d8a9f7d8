package ma.qutb.market.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTests {

    @ParameterizedTest
    @CsvSource({
        "100,درهم واحد",
        "200,درهمان",
        "350,ثلاثة دراهم وخمسون سنتيما",
        "1000,عشرة دراهم",
        "1105,أحد عشر درهما وخمسة سنتيمات",
        "1200,اثنا عشر درهما",
        "2101,واحد وعشرون درهما وسنتيم واحد",
        "10000,مائة درهم",
        "20000,مائتا درهم",
        "68000,ستمائة وثمانون درهما",
        "128550,ألف ومائتان وخمسة وثمانون درهما وخمسون سنتيما",
        "200000,ألفا درهم",
        "310000,ثلاثة آلاف ومائة درهم",
        "1100002,أحد عشر ألفا درهم وسنتيمان",
        "20000000,مائتا ألف درهم",
        "250000000,مليونان وخمسمائة ألف درهم",
        "5,خمسة سنتيمات",
    })
    void arabicCountsAsArabicDoes(long centimes, String words) {
        assertThat(AmountInWords.arabic(centimes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "100,un dirham",
        "200,deux dirhams",
        "2101,vingt-et-un dirhams et un centime",
        "8000,quatre-vingts dirhams",
        "128550,mille deux cent quatre-vingt-cinq dirhams et cinquante centimes",
        "100000000,un million de dirhams",
        "120000000,un million deux cent mille dirhams",
        "5,cinq centimes",
    })
    void frenchAgrees(long centimes, String words) {
        assertThat(AmountInWords.french(centimes)).isEqualTo(words);
    }
}
