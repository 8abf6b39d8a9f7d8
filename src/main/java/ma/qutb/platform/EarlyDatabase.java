package ma.qutb.platform;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the database while the application is still being put together: a PostgreSQL of its own takes a second to get up, and nobody
 * asks for it before that.
 */
public final class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile FutureTask<DatabaseServer> starting = new FutureTask<>(() -> {
        throw new IllegalStateException("no database was asked for");
    });

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // When the beans are prepared after a build nothing may be started.
        if (Boolean.getBoolean("spring.aot.processing")) {
            return;
        }
        var properties = Binder.get(context.getEnvironment()).bindOrCreate("qutb.db", DatabaseProperties.class);
        starting = new FutureTask<>(properties::server);
        Thread.ofPlatform().name("database").daemon().start(starting);
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeIfUnused, "database-unused"));
        context.getBeanFactory().registerSingleton("earlyDatabase", this);
    }

    /** Waits for it. Who takes it closes it. */
    DatabaseServer server() {
        taken.set(true);
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was starting", e);
        }
    }

    /** A start that failed before anybody asked leaves no server behind. */
    private void closeIfUnused() {
        if (!taken.get()) {
            try {
                server().close();
            } catch (RuntimeException e) {
                // It did not start; there is nothing to close.
            }
        }
    }
}
