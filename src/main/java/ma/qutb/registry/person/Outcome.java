package ma.qutb.registry.person;

/** What came of saving a correction: saved, or somebody else was quicker and the registrar must look first. */
sealed interface Outcome {

    record Saved() implements Outcome {}

    /**
     * The record has changed since the form was opened.
     *
     * @param version the one that stands now, to be sent with the next attempt
     */
    record Overtaken(long version) implements Outcome {}
}
