package ma.qutb.documents.files;

import java.io.IOException;

/** Looks for malicious content before a file is kept. */
@FunctionalInterface
interface VirusScan {

    Verdict CLEAN = new Verdict.Clean();

    sealed interface Verdict {
        record Clean() implements Verdict {}

        /** @param name of what was found */
        record Infected(String name) implements Verdict {}
    }

    /**
     * What the content is found to be.
     *
     * @throws IOException when the scanner does not answer; the file is then not taken
     */
    Verdict scan(byte[] content) throws IOException;
}
