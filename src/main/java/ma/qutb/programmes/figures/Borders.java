package ma.qutb.programmes.figures;

/** Under which borders the pages are read: those of each fact's date, or today's. The regions were redrawn in 2015. */
public enum Borders {
    THEN,
    TODAY;

    static Borders of(String parameter) {
        return parameter.equals("today") ? TODAY : THEN;
    }

    /** As in addresses and message keys. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
