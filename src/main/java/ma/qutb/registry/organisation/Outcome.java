package ma.qutb.registry.organisation;

/** What came of saving a correction: saved, or somebody else was quicker. */
sealed interface Outcome {

    record Saved() implements Outcome {}

    /** @param version the one that stands now */
    record Overtaken(long version) implements Outcome {}
}
