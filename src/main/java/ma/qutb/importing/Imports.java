package ma.qutb.importing;

/** What others may know of the imports. */
public interface Imports {

    /** Whether one is being worked on now, on any node: who works in the background waits, for it will bring more to do. */
    boolean working();
}
