package ma.qutb.spaces.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.premises.Details;
import ma.qutb.spaces.premises.Spot;

/**
 * A made-up premises of the story.
 *
 * @param steps how far it comes: 0 only identified to 5 active; 9: agreed and then set aside
 */
record Door(String name, String commune, int latitude, int longitude, String kind, int steps) {

    private static final int ASIDE = 9;

    /** Round about the places they are said to lie in; none of them exists. */
    static final List<Door> ALL = List.of(
            new Door("نادي نسوي", "C-GUE", 28_987, -10_057, "womens_club", 5),
            new Door("دار الحي القديمة", "C-GUE", 28_979, -10_071, "community_house", 3),
            new Door("قسم مهجور", "C-GUE", 28_994, -10_040, "school", 1),
            new Door("ورشة مغلقة", "C-GUE", 28_971, -10_049, "workshop", 0),
            new Door("دار الصانعة بتغمرت", "CR-ASR", 28_961, -9_972, "womens_club", 5),
            new Door("مدرسة الواحة", "CR-ASR", 28_952, -9_961, "school", 4),
            new Door("مخزن التمور", "CR-ASR", 28_944, -9_988, "store", 2),
            new Door("مقر الجمعية القديم", "CR-ASR", 28_969, -9_947, "community_house", ASIDE),
            new Door("دكان السوق", "CR-ASR", 28_958, -9_995, "shop", 0),
            new Door("ناد نسوي بالقصبة", "CR-IFR", 29_214, -9_486, "womens_club", 4),
            new Door("مدرسة الوادي", "CR-IFR", 29_203, -9_470, "school", 3),
            new Door("دار الجماعة القديمة", "CR-IFR", 29_221, -9_501, "community_house", 2),
            new Door("مخزن الحبوب", "CR-IFR", 29_196, -9_512, "store", 1),
            new Door("ورشة النسيج", "CR-IFR", 29_230, -9_462, "workshop", 0),
            new Door("دار الخيمة القديمة", "CR-TGL", 28_508, -10_292, "workshop", 5),
            new Door("قسم غير مستعمل", "CR-TGL", 28_516, -10_281, "school", 1),
            new Door("نادي الفتاة", "CR-TGL", 28_499, -10_305, "womens_club", 3),
            new Door("مقر تعاونية متوقفة", "CR-TGL", 28_521, -10_310, "other", ASIDE),
            new Door("دار المرأة", "C-TNT", 28_438, -11_103, "womens_club", 4),
            new Door("محلات البلدية المغلقة", "C-TNT", 28_446, -11_092, "shop", 2),
            new Door("مركز قديم", "C-TNT", 28_430, -11_115, "community_house", 0),
            new Door("دار الشباب القديمة", "C-ASA", 28_610, -9_430, "community_house", 3),
            new Door("ناد نسوي", "C-ASA", 28_617, -9_421, "womens_club", 1),
            new Door("مخزن", "C-ASA", 28_603, -9_442, "store", 0),
            new Door("مدرسة قديمة", "C-ZAG", 28_022, -9_294, "school", 2),
            new Door("نادي نساء الزاك", "C-ZAG", 28_029, -9_285, "womens_club", 4),
            new Door("دكاكين مغلقة", "C-ZAG", 28_015, -9_303, "shop", 0),
            new Door("دار البحار القديمة", "C-SIF", 29_380, -10_173, "community_house", 5),
            new Door("ورشة الخشب", "C-SIF", 29_372, -10_165, "workshop", 1),
            new Door("قسم بالدوار", "C-SIF", 29_388, -10_160, "school", 0));

    boolean setAside() {
        return steps == ASIDE;
    }

    /** How many steps are taken after it was identified. */
    int taken() {
        return setAside() ? 1 : steps;
    }

    /** What is said of the one at this place of the list. */
    Details details(int place) {
        return new Details(
                name + " (للعرض)",
                new TerritoryCode(commune),
                "",
                kind,
                Details.OWNERS.get(place % 3),
                "",
                Optional.of((40 + place * 7 % 90) * 100),
                Details.CONDITIONS.get(place % 3),
                taken() >= 3
                        ? Set.of()
                        : Set.of(
                                Details.OBSTACLES.get(place % Details.OBSTACLES.size()),
                                Details.OBSTACLES.get((place + 4) % Details.OBSTACLES.size())),
                new Spot(latitude * 1000, longitude * 1000, ""),
                "");
    }

    /** What was answered there. */
    Map<String, String> answers(int place) {
        return Map.of(
                "structure",
                Details.CONDITIONS.get(place % 3),
                "power",
                taken() >= 3 ? "yes" : List.of("yes", "near", "no").get(place % 3),
                "water",
                taken() >= 3 ? "yes" : List.of("near", "yes", "no").get(place % 3),
                "road",
                List.of("paved", "track").get(place % 2),
                "ownership",
                setAside() ? "dispute" : List.of("clear", "agreement").get(place % 2),
                "women",
                List.of("many", "some", "few").get(place % 3));
    }
}
