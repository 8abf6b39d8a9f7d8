package ma.qutb.documents.files;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import ma.qutb.documents.FileId;
import ma.qutb.documents.Files;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives files back to those who may see them; to others they do not exist. */
@RestController
class FileController {

    /** A file never changes under its id. A public photo is asked for again after a day, when its owner may have hidden it. */
    private static final CacheControl FOR_EVERYBODY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable();

    private static final CacheControl FOR_THIS_READER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Files files;

    FileController(Files files) {
        this.files = files;
    }

    @GetMapping("/files/{id}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @AuthenticationPrincipal @Nullable Actor actor) {
        var file = seen(new FileId(id), actor);
        return answer(file, file.format().mediaType(), file.sha256()).body(files.open(file));
    }

    @GetMapping("/files/{id}/{width:\\d+}.webp")
    ResponseEntity<byte[]> thumbnail(
            @PathVariable UUID id, @PathVariable int width, @AuthenticationPrincipal @Nullable Actor actor) {
        var file = seen(new FileId(id), actor);
        var content = files.thumbnail(file.id(), width).orElseThrow(FileController::notFound);
        return answer(file, "image/webp", file.sha256() + "-" + width).body(content);
    }

    private StoredFile seen(FileId id, @Nullable Actor actor) {
        return files.find(id).filter(file -> files.maySee(file, actor)).orElseThrow(FileController::notFound);
    }

    private ResponseEntity.BodyBuilder answer(StoredFile file, String mediaType, String tag) {
        var show = file.format().photo() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .cacheControl(files.maySee(file, null) ? FOR_EVERYBODY : FOR_THIS_READER)
                .eTag(tag)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header("X-Content-Type-Options", "nosniff")
                // Whatever a file turns out to contain, opened by itself it may run nothing.
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        show.filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
