package ma.qutb.documents.pdf;

/** An opaque colour in sRGB; the constants are those of the design's palettes. Archived paper knows no transparency. */
public record Ink(int rgb) {

    public static final Ink NILA_900 = new Ink(0x101b48);
    public static final Ink NILA_800 = new Ink(0x182760);
    public static final Ink NILA_700 = new Ink(0x20347d);
    public static final Ink NILA_600 = new Ink(0x2a4499);
    public static final Ink NILA_300 = new Ink(0xa3b4e6);
    public static final Ink NILA_100 = new Ink(0xe6ebf9);
    public static final Ink NILA_50 = new Ink(0xf4f6fc);
    public static final Ink OCHRE_700 = new Ink(0x84460f);
    public static final Ink OCHRE_500 = new Ink(0xc97722);
    public static final Ink OCHRE_200 = new Ink(0xf3cd9c);
    public static final Ink SAND_50 = new Ink(0xfbf8f2);
    public static final Ink SAND_200 = new Ink(0xecdfc9);
    public static final Ink SAND_400 = new Ink(0xc6a671);
    public static final Ink POME_500 = new Ink(0xc2363c);
    public static final Ink POME_100 = new Ink(0xf9dcdc);
    public static final Ink OASIS_600 = new Ink(0x1f6f49);
    public static final Ink OASIS_100 = new Ink(0xd8eee1);
    public static final Ink SAFFRON_500 = new Ink(0xd9a11a);
    public static final Ink SAFFRON_100 = new Ink(0xfcedc0);
    public static final Ink SILVER_200 = new Ink(0xe0e4e9);
    public static final Ink TEXT = new Ink(0x1a1d2b);
    public static final Ink TEXT_QUIET = new Ink(0x4b5263);
    public static final Ink WHITE = new Ink(0xffffff);

    public Ink {
        if (rgb < 0 || rgb > 0xffffff) {
            throw new IllegalArgumentException("An ink is six hexadecimal digits");
        }
    }

    /** The three components as PDF wants them, before the operator that uses them. */
    String components() {
        return Operators.numbers((rgb >> 16) / 255d, (rgb >> 8 & 0xff) / 255d, (rgb & 0xff) / 255d);
    }
}
