package ma.qutb.platform;

import java.util.List;

/** What a module adds to the block printed when Qutb is ready: demonstration accounts, a set-up link. */
@FunctionalInterface
public interface StartUpLines {

    /** Lines in the language of the terminal, or in none. */
    List<String> lines(String publicAddress);
}
