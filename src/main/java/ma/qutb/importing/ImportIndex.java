package ma.qutb.importing;

import java.time.Instant;

/** Lines of the page where imports begin. */
public final class ImportIndex {

    private ImportIndex() {}

    /** A kind of list that can be imported. */
    public record Offered(String name, String texts) {}

    /** An import of before. */
    public record Past(String id, String texts, String fileName, Instant at, String state, int rows, int rejected) {
        static Past of(Job job, String texts) {
            return new Past(
                    job.id().toString(),
                    texts,
                    job.fileName(),
                    job.createdAt(),
                    job.state().code(),
                    job.counts().rows(),
                    job.counts().rejected());
        }
    }
}
