package ma.qutb.documents.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTests {

    private static final byte[] CONTENT = "فضة".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void theSameContentIsKeptOnceHoweverManySendItAtOnce() throws Exception {
        var store = new LocalFolder(folder);
        try (var senders = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                senders.submit(() -> store.put(CONTENT));
            }
        }

        assertThat(store.read(store.put(CONTENT))).isEqualTo(CONTENT);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void aFileChangedOnTheDiskIsNoticed() throws Exception {
        var store = new LocalFolder(folder);
        var digest = store.put(CONTENT);
        Files.writeString(folder.resolve(digest.substring(0, 2)).resolve(digest), "نحاس");

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> store.read(digest));
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalFolder(folder).read("../../etc/passwd"));
    }
}
