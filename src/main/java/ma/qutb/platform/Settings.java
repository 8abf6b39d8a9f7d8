package ma.qutb.platform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/** What the environment and the configuration files say, for commands that start no application. */
final class Settings {

    private Settings() {}

    static ConfigurableEnvironment read() {
        var settings = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        return settings;
    }

    /** The store of files these settings ask for, if it is outside the data folder. */
    static Optional<FilesElsewhere.Store> filesElsewhere(ConfigurableEnvironment settings, Path dataFolder) {
        return ServiceLoader.load(FilesElsewhere.class).stream()
                .flatMap(it -> it.get().asked(settings, dataFolder).stream())
                .findFirst();
    }
}
