package ma.qutb.materials.counter;

import ma.qutb.materials.Material;
import ma.qutb.shell.Page;

/** Weights and measures as a clerk reads them: grams with two places, a third only where it says something. */
public final class Measures {

    private static final int USUAL = 2;
    private static final int TEN = 10;

    private Measures() {}

    public static String say(Page page, long parts, Material material) {
        return material.decimals() > USUAL && parts % TEN == 0
                ? page.exact(parts / TEN, material.decimals() - 1)
                : page.exact(parts, material.decimals());
    }

    public static String unit(Page page, Material material) {
        return material.unit().in(page.language());
    }

    public static String withUnit(Page page, long parts, Material material) {
        return say(page, parts, material) + " " + unit(page, material);
    }
}
