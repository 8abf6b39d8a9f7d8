package ma.qutb.documents.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files are kept and how they are checked.
 *
 * @param folder on the local disk, used unless an S3 endpoint is given
 * @param s3 an S3-compatible store, shared by several nodes
 * @param scanner a ClamAV daemon asked about every file; none: no scan
 */
@ConfigurationProperties("qutb.files")
record FileProperties(
        @DefaultValue("data/files") Path folder,
        @Nullable S3 s3,
        @Nullable Scanner scanner) {

    /** @param region may be empty */
    record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("") String bucket,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("") String region) {

        @Override
        public String toString() {
            return "S3[" + endpoint + ", " + bucket + "]"; // never the keys
        }
    }

    /** @param host empty: no scan */
    record Scanner(
            @DefaultValue("") String host,
            @DefaultValue("3310") int port) {}
}
