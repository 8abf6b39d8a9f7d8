package ma.qutb.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.search.SearchEntry;
import ma.qutb.registry.search.SearchEntry.Kind;

/**
 * People who do not exist, as unevenly named as real ones: a tenth of the men is called Mohamed, a twelfth of the women
 * Fatima, and most family names are borne by few. The same number gives the same person every time.
 */
public final class MadeUpPeople {

    private static final String[] MEN =
            ("محمد Mohamed,أحمد Ahmed,الحسين Lhoucine,الحسن El Hassan,إبراهيم Brahim,علي Ali,عبد الله Abdellah,"
                            + "لحسن Lahcen,عمر Omar,سعيد Said,مبارك Mbarek,مصطفى Mustapha,رشيد Rachid,يوسف Youssef,محمد سالم Mohamed Salem,حسن Hassan,"
                            + "عبد الرحمان Abderrahmane,خالد Khalid,حميد Hamid,سالم Salem,عبد القادر Abdelkader,بوجمعة Boujemaa,إدريس Driss,"
                            + "سيدي محمد Sidi Mohamed,الحبيب Lahbib,محمود Mahmoud,عبد العزيز Abdelaziz,جمال Jamal,كمال Kamal,هشام Hicham,صالح Saleh,"
                            + "نور الدين Noureddine,محجوب Mahjoub,السالك Salek,العربي Larbi,بلعيد Belaid,ياسين Yassine,أيوب Ayoub,حمزة Hamza,عثمان Otmane")
                    .split(",");
    private static final String[] WOMEN =
            ("فاطمة Fatima,خديجة Khadija,عائشة Aicha,مريم Maryam,فاطمة الزهراء Fatima Zahra,أمينة Amina,زينب Zineb,"
                            + "مينة Mina,فاضمة Fadma,نعيمة Naima,سعاد Souad,حليمة Halima,لطيفة Latifa,رقية Rkia,مباركة Mbarka,بشرى Bouchra,حسناء Hasna,"
                            + "الزهرة Zahra,سعيدة Saida,نورة Noura,السالكة Salka,أم العيد Oumlaid,تسلم Teslem,محجوبة Mahjouba,سكينة Soukaina,مليكة Malika,"
                            + "كريمة Karima,الغالية El Ghalia,ميمونة Mimouna,رشيدة Rachida,إكرام Ikram,حكيمة Hakima,ربيعة Rabia,يامنة Yamna,وفاء Wafae")
                    .split(",");
    private static final String[] PARTICLES =
            " , ,ال El ,ال El ,بو Bou,أيت Ait ,بن Ben ,أو Ou,ولد Ould ,بل Bel,ا A".split(",");
    private static final String[] CONSONANTS =
            "ب b,ت t,ج j,ح h,خ kh,د d,ر r,ز z,س s,ش ch,غ gh,ف f,ق k,ك k,ل l,م m,ن n,ه h".split(",");
    private static final String[] VOWELS = "ا a,ي i,و ou,- a,- e,- i,- ".split(",");
    private static final String[] ENDINGS = "- ,ي i,ة a,ان ane,اوي aoui,ين ine".split(",");
    private static final String[] PROVINCES = {"P-GUE", "P-ASZ", "P-TNT", "P-IFN", "P-ELS"};
    private static final String[] PLACES = {
        "كلميم Guelmim", "أسا Assa", "طانطان Tan-Tan", "سيدي إفني Sidi Ifni", "الزاك Zag", "لقصابي Lakssabi"
    };
    private static final String[] CRAFTS = {
        "الصياغة Orfèvrerie",
        "النسيج Tissage",
        "الخياطة Couture",
        "الفخار Poterie",
        "الجلد Cuir",
        "الخشب Bois",
        "الخيام Tentes"
    };

    private MadeUpPeople() {}

    /** Person number so-and-so. */
    public static SearchEntry person(int number) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(number * 7919L + 13);
        boolean woman = random.nextBoolean();
        var given = frequentFirst(woman ? WOMEN : MEN, random);
        var family = familyName((int) (30_000 * Math.pow(random.nextDouble(), 2.5)));
        int script = random.nextInt(10);
        boolean arabic = script > 0;
        boolean latin = script < 6;
        int place = random.nextInt(PLACES.length);
        int craft = random.nextInt(CRAFTS.length);
        var name = new FullName(
                arabic ? arabic(given) : null,
                arabic ? family[0] : null,
                latin ? latin(given) : null,
                latin ? family[1] : null);
        return new SearchEntry(
                new UUID(0x0190_0000_0000_7000L + number, 0x8000_0000_0000_0000L | number),
                Kind.PERSON,
                name,
                LocalDate.of(1945, 1, 1).plusDays(random.nextInt(22_000)),
                woman ? "F" : "M",
                random.nextInt(10) < 8 ? "+2126" + "%08d".formatted(random.nextInt(100_000_000)) : null,
                "hash-of-%d".formatted(number),
                "QTB-%07d".formatted(number),
                null,
                null,
                Set.of("CRAFT-" + craft),
                List.of("C-" + place, PROVINCES[place % PROVINCES.length], "R-GON", "MA"),
                List.of(arabic(PLACES[place]), latin(PLACES[place]), arabic(CRAFTS[craft]), latin(CRAFTS[craft])),
                true,
                null);
    }

    private static String frequentFirst(String[] names, RandomGenerator random) {
        return names[(int) (names.length * Math.pow(random.nextDouble(), 2.2))];
    }

    /** Family name of this rank, in both scripts. */
    private static String[] familyName(int rank) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(rank * 104_729L + 5);
        var written = new ArrayList<String>();
        written.add(PARTICLES[random.nextInt(PARTICLES.length)]);
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            written.add(CONSONANTS[random.nextInt(CONSONANTS.length)]);
            written.add(VOWELS[random.nextInt(VOWELS.length)]);
        }
        written.add(CONSONANTS[random.nextInt(CONSONANTS.length)]);
        written.add(ENDINGS[random.nextInt(ENDINGS.length)]);
        var arabic = new StringBuilder();
        var latin = new StringBuilder();
        for (var part : written) {
            int gap = part.indexOf(' ');
            arabic.append(part, 0, Math.max(gap, 0))
                    .append(part.startsWith("أيت") || part.startsWith("بن") || part.startsWith("ولد") ? " " : "");
            latin.append(part.substring(gap + 1));
        }
        var name = latin.toString().strip();
        return new String[] {
            arabic.toString().replace("-", ""), name.substring(0, 1).toUpperCase() + name.substring(1)
        };
    }

    private static String arabic(String both) {
        return both.substring(0, split(both)).strip();
    }

    private static String latin(String both) {
        return both.substring(split(both)).strip();
    }

    private static int split(String both) {
        int at = 0;
        while (both.charAt(at) > 'ÿ' || both.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
