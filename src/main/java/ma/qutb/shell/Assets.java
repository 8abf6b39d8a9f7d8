package ma.qutb.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Addresses of static files: {@code /assets/<fingerprint of all of them>/css/qutb.css}, so that browsers may keep them for ever. */
class Assets {

    private final String version;

    Assets() {
        try {
            var print = new CRC32();
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:static/**/*.*");
            for (var file : files) {
                if (file.isReadable()) {
                    print.update(file.getContentAsByteArray());
                }
            }
            version = Long.toHexString(print.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return version;
    }

    String address(String file) {
        return "/assets/" + version + "/" + file;
    }
}
