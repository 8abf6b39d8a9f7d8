package ma.qutb.shell.home;

import java.util.List;

/** A family of crafts on the home page, by its code in the registry; its words are {@code shell.home.craft.<code>}, its page is in the shop. */
public record HomeCraft(String code, String icon) {

    public static final List<HomeCraft> ALL = List.of(
            new HomeCraft("JEW", "craft-silver"),
            new HomeCraft("LEA", "craft-leather"),
            new HomeCraft("WEV", "craft-weaving"),
            new HomeCraft("PLT", "craft-fibre"),
            new HomeCraft("POT", "craft-pottery"),
            new HomeCraft("WOD", "craft-wood"),
            new HomeCraft("PLA", "craft-gypsum"),
            new HomeCraft("TLR", "craft-sewing"),
            new HomeCraft("ARG", "craft-food"));
}
