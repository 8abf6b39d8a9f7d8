package ma.qutb.documents.files;

import java.nio.file.Path;
import java.util.Optional;
import ma.qutb.platform.FilesElsewhere;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The uploaded files and printed documents, when they are in a bucket or in a folder of their own. */
public class StoreElsewhere implements FilesElsewhere {

    @Override
    public Optional<Store> asked(Environment settings, Path dataFolder) {
        var files = Binder.get(settings).bindOrCreate("qutb.files", FileProperties.class);
        var s3 = files.s3();
        if (s3 != null && !s3.endpoint().isEmpty()) {
            return Optional.of(new S3Bucket(s3));
        }
        var folder = files.folder().toAbsolutePath().normalize();
        return folder.startsWith(dataFolder.toAbsolutePath().normalize())
                ? Optional.empty()
                : Optional.of(new LocalFolder(folder));
    }
}
