package ma.qutb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataKeyTests {

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeOnceAndReadableByItsOwnerAlone() throws Exception {
        var first = new DataKey("", folder.resolve("data"));
        var again = new DataKey("", folder.resolve("data"));

        assertThat(again.derive("purpose")).isEqualTo(first.derive("purpose"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void eachPurposeHasAKeyOfItsOwn() {
        var key = new DataKey("", folder);

        assertThat(key.derive("one")).hasSize(32).isNotEqualTo(key.derive("two"));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DataKey("c2hvcnQ=", folder))
                .withMessage("QUTB_KEY must be at least 32 bytes in Base64");
    }
}
