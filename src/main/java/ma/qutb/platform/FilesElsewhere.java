package ma.qutb.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Files a module keeps outside the data folder, which a backup must hold nevertheless. A module names its class in
 * {@code META-INF/services}: the commands of {@code bin/} run without the application.
 */
public interface FilesElsewhere {

    /** Where the settings say the files are; empty when that is inside the data folder, which is saved as a whole. */
    Optional<Store> asked(Environment settings, Path dataFolder);

    /** Many files, each read and written as a stream. */
    interface Store {

        /** Shows every file, one after the other. */
        void each(Visitor visitor) throws IOException;

        /**
         * Puts a file back; one whose name is none of its own, such as a file left half written, is left out.
         *
         * @param size in bytes
         * @throws IOException when it cannot be written, or is not what its name says
         */
        void put(String name, InputStream content, long size) throws IOException;
    }

    /** Takes one file. */
    @FunctionalInterface
    interface Visitor {
        /** @param name parts of letters and digits, separated by slashes */
        void file(String name, InputStream content) throws IOException;
    }
}
