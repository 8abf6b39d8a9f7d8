package ma.qutb.documents.files;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FileId;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.FileStore;
import ma.qutb.documents.Files;
import ma.qutb.documents.StoredFile;
import ma.qutb.documents.Upload;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoringFiles implements Files {

    /** Enough for a photo of any phone at good quality; browsers shrink it long before. */
    static final int LARGEST_PHOTO = 8 << 20;

    static final int LARGEST_FILE = 10 << 20;

    private static final Logger log = LoggerFactory.getLogger(StoringFiles.class);

    private final StoredFiles files;
    private final FileStore store;
    private final PhotoIntake photos;
    private final VirusScan scanner;
    private final List<FilePurpose> purposes;
    private final Clock clock;

    StoringFiles(
            StoredFiles files,
            FileStore store,
            PhotoIntake photos,
            VirusScan scanner,
            List<FilePurpose> purposes,
            Clock clock) {
        this.files = files;
        this.store = store;
        this.photos = photos;
        this.scanner = scanner;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    @Transactional
    public StoredFile store(Upload upload, FilePurpose purpose, Actor by) {
        if (!purpose.mayAdd(by)) {
            throw new Refusal("documents.file.refusal.not-yours");
        }
        var content = content(upload, purpose);
        var format = accepted(content, purpose);
        refuseInfected(content);
        var shown = FileNames.shown(upload.name(), format);
        if (!format.photo()) {
            var file = new StoredFile(
                    FileId.next(),
                    purpose.code(),
                    shown,
                    format,
                    content.length,
                    store.put(content),
                    null,
                    null,
                    clock.instant(),
                    by.id());
            files.add(file);
            return file;
        }
        var photo = photos.take(content);
        var file = new StoredFile(
                FileId.next(),
                purpose.code(),
                FileNames.shown(upload.name(), FileFormat.JPEG),
                FileFormat.JPEG,
                photo.jpeg().length,
                store.put(photo.jpeg()),
                photo.width(),
                photo.height(),
                clock.instant(),
                by.id());
        files.add(file);
        photo.thumbnails().forEach((width, webp) -> files.addThumbnail(file.id(), width, store.put(webp), webp.length));
        return file;
    }

    /** Measured before it is read, so that a giant fills no memory. */
    private static byte[] content(Upload upload, FilePurpose purpose) {
        if (upload.size() == 0) {
            throw new Refusal("documents.file.refusal.empty");
        }
        refuseAbove(purpose.accepts().equals(FileFormat.PHOTOS) ? LARGEST_PHOTO : LARGEST_FILE, upload.size());
        return upload.read();
    }

    private static FileFormat accepted(byte[] content, FilePurpose purpose) {
        var format = FormatDetection.of(content)
                .filter(purpose.accepts()::contains)
                .orElseThrow(() -> new Refusal("documents.file.refusal.format", FileFormat.names(purpose.accepts())));
        if (format.photo()) {
            refuseAbove(LARGEST_PHOTO, content.length);
        }
        return format;
    }

    private static void refuseAbove(int limit, long size) {
        if (size > limit) {
            throw new Refusal("documents.file.refusal.size", limit >> 20);
        }
    }

    private void refuseInfected(byte[] content) {
        try {
            if (scanner.scan(content) instanceof VirusScan.Verdict.Infected(var name)) {
                log.warn("a file was refused as infected: {}", name);
                throw new Refusal("documents.file.refusal.infected");
            }
        } catch (IOException e) {
            // Better no file than an unchecked one.
            log.error("the virus scanner does not answer", e);
            throw new Refusal("documents.file.refusal.scanner");
        }
    }

    @Override
    public Optional<StoredFile> find(FileId id) {
        return files.byId(id);
    }

    @Override
    public Optional<StoredFile> uploaded(String id, FilePurpose purpose, Actor by) {
        try {
            return files.byId(new FileId(UUID.fromString(id.strip())))
                    .filter(file -> file.purpose().equals(purpose.code())
                            && file.uploadedBy().equals(by.id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] open(StoredFile file) {
        return store.read(file.sha256());
    }

    @Override
    public Optional<byte[]> thumbnail(FileId id, int width) {
        return files.thumbnail(id, width).map(store::read);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return actor != null && file.uploadedBy().equals(actor.id())
                || purposes.stream()
                        .filter(purpose -> purpose.code().equals(file.purpose()))
                        .anyMatch(purpose -> purpose.maySee(file, actor));
    }
}
