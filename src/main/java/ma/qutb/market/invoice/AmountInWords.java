package ma.qutb.market.invoice;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

/** Amounts of dirhams as they are written out on invoices. */
final class AmountInWords {

    private static final long MILLION = 1_000_000;
    private static final int THOUSAND = 1000;
    private static final int HUNDRED = 100;

    private static final String[] ONES = {
        "",
        "واحد",
        "اثنان",
        "ثلاثة",
        "أربعة",
        "خمسة",
        "ستة",
        "سبعة",
        "ثمانية",
        "تسعة",
        "عشرة",
        "أحد عشر",
        "اثنا عشر",
        "ثلاثة عشر",
        "أربعة عشر",
        "خمسة عشر",
        "ستة عشر",
        "سبعة عشر",
        "ثمانية عشر",
        "تسعة عشر"
    };
    private static final String[] TENS = {
        "", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"
    };
    private static final String[] HUNDREDS = {
        "", "مائة", "مائتان", "ثلاثمائة", "أربعمائة", "خمسمائة", "ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة"
    };

    /** A counted thing: one, two, three to ten, eleven to ninety-nine; the first again after whole hundreds. */
    private record Counted(String one, String two, String twoBefore, String few, String many) {}

    private static final Counted DIRHAM = new Counted("درهم", "درهمان", "درهما", "دراهم", "درهما");
    private static final Counted CENTIME = new Counted("سنتيم", "سنتيمان", "سنتيما", "سنتيمات", "سنتيما");
    private static final Counted THOUSANDS = new Counted("ألف", "ألفان", "ألفا", "آلاف", "ألفا");
    private static final Counted MILLIONS = new Counted("مليون", "مليونان", "مليونا", "ملايين", "مليونا");

    private AmountInWords() {}

    static String arabic(long centimes) {
        var dirhams = unit(centimes / HUNDRED, DIRHAM);
        long rest = centimes % HUNDRED;
        return rest == 0 ? dirhams : centimes < HUNDRED ? unit(rest, CENTIME) : dirhams + " و" + unit(rest, CENTIME);
    }

    static String french(long centimes) {
        var words = new RuleBasedNumberFormat(ULocale.FRENCH, RuleBasedNumberFormat.SPELLOUT);
        long whole = centimes / HUNDRED;
        long rest = centimes % HUNDRED;
        // «un million de dirhams», but «un million deux cents dirhams».
        var dirhams = words.format(whole)
                + (whole >= MILLION && whole % MILLION == 0 ? " de" : "")
                + (whole < 2 ? " dirham" : " dirhams");
        var cents = words.format(rest) + (rest < 2 ? " centime" : " centimes");
        return rest == 0 ? dirhams : whole == 0 ? cents : dirhams + " et " + cents;
    }

    private static String unit(long n, Counted unit) {
        if (n == 0) {
            return "صفر " + unit.one();
        }
        if (n == 1) {
            return unit.one() + " " + ONES[1];
        }
        return n == 2 ? unit.two() : number(n, true) + " " + form(n, unit);
    }

    private static String form(long n, Counted unit) {
        long last = n % HUNDRED;
        return last >= 3 && last <= 10 ? unit.few() : last >= 11 ? unit.many() : unit.one();
    }

    /**
     * @param before whether the counted thing follows: a pair loses its last letter there
     */
    private static String number(long n, boolean before) {
        var words = new StringBuilder();
        join(words, group(n / MILLION, MILLIONS, before && n % MILLION == 0));
        join(words, group(n % MILLION / THOUSAND, THOUSANDS, before && n % THOUSAND == 0));
        join(words, below(Math.toIntExact(n % THOUSAND), before));
        return words.toString();
    }

    private static String group(long n, Counted unit, boolean before) {
        if (n < 2) {
            return n == 0 ? "" : unit.one();
        }
        return n == 2 ? before ? unit.twoBefore() : unit.two() : below(Math.toIntExact(n), true) + " " + form(n, unit);
    }

    private static String below(int n, boolean before) {
        var words = new StringBuilder();
        int hundreds = n / HUNDRED;
        int rest = n % HUNDRED;
        join(words, hundreds == 2 && rest == 0 && before ? "مائتا" : HUNDREDS[hundreds]);
        if (rest < ONES.length) {
            join(words, ONES[rest]);
        } else {
            join(words, ONES[rest % 10]);
            join(words, TENS[rest / 10]);
        }
        return words.toString();
    }

    private static void join(StringBuilder words, String more) {
        if (!more.isEmpty()) {
            words.append(words.isEmpty() ? "" : " و").append(more);
        }
    }
}
