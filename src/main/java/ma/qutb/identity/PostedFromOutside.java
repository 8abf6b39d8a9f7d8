package ma.qutb.identity;

import java.util.List;

/**
 * Addresses other machines and sites post to: they have no form of ours and no token of it. A bean of the module that listens there, which
 * proves by itself who speaks.
 *
 * @param patterns as paths are matched, for example {@code /payments/&#42;/callback}
 */
public record PostedFromOutside(List<String> patterns) {

    public PostedFromOutside {
        patterns = List.copyOf(patterns);
    }
}
