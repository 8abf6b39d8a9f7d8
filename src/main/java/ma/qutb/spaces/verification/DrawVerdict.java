package ma.qutb.spaces.verification;

import java.util.List;
import ma.qutb.spaces.draw.DrawCheck;
import ma.qutb.spaces.draw.DrawFiles;
import ma.qutb.spaces.draw.Fingerprint;

/**
 * What a draw came to when it was computed again.
 *
 * @param findings what does not fit; none for a true draw
 * @param order of the first in the result, as far as a page shows them
 * @param fingerprint of the list, to compare with what was published before the draw
 */
public record DrawVerdict(List<DrawCheck.Finding> findings, List<String> order, long drawn, String fingerprint) {

    private static final int SHOWN = 100;

    static DrawVerdict of(DrawFiles files) {
        var places = files.result().lines().skip(1).toList();
        return new DrawVerdict(
                DrawCheck.of(files),
                places.stream()
                        .limit(SHOWN)
                        .map(it -> it.split(" "))
                        .filter(it -> it.length > 1)
                        .map(it -> it[1])
                        .toList(),
                places.size(),
                Fingerprint.sha256(files.list()));
    }

    public boolean holds() {
        return findings.isEmpty();
    }
}
