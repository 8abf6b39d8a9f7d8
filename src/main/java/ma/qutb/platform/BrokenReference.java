package ma.qutb.platform;

/** A row of the reference data that cannot be taken: names the file, the line and the reason, and stops the start. */
public class BrokenReference extends RuntimeException {

    BrokenReference(String file, int line, String reason) {
        super("reference/" + file + ", line " + line + ": " + reason);
    }
}
