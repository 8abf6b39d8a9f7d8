package ma.qutb.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What this thread asks the database from now on, until it is closed. */
public final class CountedQueries implements AutoCloseable {

    private static final String ASKED = "Executing prepared SQL statement";

    private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final Level before = logger.getLevel();
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final String thread = Thread.currentThread().getName();

    public CountedQueries() {
        heard.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(heard);
    }

    /** Each query that was asked. */
    public List<String> asked() {
        return List.copyOf(heard.list).stream()
                .filter(it -> it.getThreadName().equals(thread))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(it -> it.startsWith(ASKED + " ["))
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(heard);
        logger.setLevel(before);
    }
}
