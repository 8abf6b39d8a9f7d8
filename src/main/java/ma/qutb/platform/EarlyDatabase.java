package ma.qutb.platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the database while the application is still being put together: a PostgreSQL of its own and the look at its tables take a
 * second, and nobody asks for them before that.
 */
public final class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<DatabaseServer> starting = new CompletableFuture<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // When the beans are prepared after a build nothing may be started.
        if (Boolean.getBoolean("spring.aot.processing")) {
            return;
        }
        var settings = Binder.get(context.getEnvironment());
        var properties = settings.bindOrCreate("qutb.db", DatabaseProperties.class);
        var modules =
                settings.bind("qutb.modules", Bindable.listOf(String.class)).get();
        Thread.ofPlatform().name("database").daemon().start(() -> {
            try {
                starting.complete(properties.serverWithTables(modules));
            } catch (RuntimeException | Error fault) {
                starting.completeExceptionally(fault);
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeIfUnused, "database-unused"));
        context.getBeanFactory().registerSingleton("earlyDatabase", this);
    }

    /** Waits for it. Who takes it closes it. */
    DatabaseServer server() {
        taken.set(true);
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
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
