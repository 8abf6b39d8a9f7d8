package ma.qutb.materials.model;

/** The model says no, and the program must say the same. */
class Refused extends RuntimeException {

    Refused(String code) {
        super(code);
    }

    static void when(boolean reason, String code) {
        if (reason) {
            throw new Refused(code);
        }
    }
}
