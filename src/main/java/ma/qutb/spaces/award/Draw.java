package ma.qutb.spaces.award;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.draw.DrawFiles;
import ma.qutb.spaces.draw.Fingerprint;

/**
 * A draw of a call.
 *
 * @param number as its files carry it
 * @param reason why it is held again; empty for the first
 */
public record Draw(
        UUID id,
        CallId call,
        int sequence,
        String number,
        String reason,
        String list,
        String commitment,
        Instant ceremonyAt,
        Instant committedAt,
        String committedBy,
        Optional<Drawn> drawn) {

    /** What came out of the ceremony. */
    public record Drawn(String seed, String witnesses, String seedFile, String resultFile, Instant at, String by) {}

    public String fingerprint() {
        return Fingerprint.sha256(list);
    }

    public long applications() {
        return list.lines().count();
    }

    /** All four files; only of a draw that was held. */
    public DrawFiles files() {
        var it = drawn.orElseThrow();
        return new DrawFiles(list, commitment, it.seedFile(), it.resultFile());
    }

    /** A published file by its name; the last two only after the ceremony. */
    public Optional<String> file(String name) {
        return switch (name) {
            case DrawFiles.LIST -> Optional.of(list);
            case DrawFiles.COMMITMENT -> Optional.of(commitment);
            case DrawFiles.SEED -> drawn.map(Drawn::seedFile);
            case DrawFiles.RESULT -> drawn.map(Drawn::resultFile);
            default -> Optional.empty();
        };
    }
}
