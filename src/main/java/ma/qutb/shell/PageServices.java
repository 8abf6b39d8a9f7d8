package ma.qutb.shell;

import java.time.Clock;
import org.springframework.context.MessageSource;

/** What a {@link Page} draws on. */
record PageServices(
        Texts texts,
        MessageSource messages,
        Menu menu,
        Notices notices,
        Assets assets,
        Clock clock,
        String publicAddress) {}
