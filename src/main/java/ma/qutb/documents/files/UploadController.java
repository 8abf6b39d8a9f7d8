package ma.qutb.documents.files;

import java.util.List;
import java.util.Locale;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.Files;
import ma.qutb.documents.StoredFile;
import ma.qutb.documents.Upload;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Takes a file that a script sends ahead of its form, for staff and artisans; without the script the form brings it. */
@RestController
class UploadController {

    private final Files files;
    private final List<FilePurpose> purposes;
    private final MessageSource texts;

    UploadController(Files files, List<FilePurpose> purposes, MessageSource texts) {
        this.files = files;
        this.purposes = purposes;
        this.texts = texts;
    }

    /** @param picture address of a small copy, for photos */
    record Taken(String id, String name, int size, @Nullable String picture) {}

    record Refused(String message) {}

    @PostMapping("/app/files")
    Taken take(@RequestParam MultipartFile file, @RequestParam String purpose, @AuthenticationPrincipal Actor actor) {
        var meant = purposes.stream()
                .filter(it -> it.code().equals(purpose))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var stored = files.store(Upload.of(file), meant, actor);
        return new Taken(
                stored.id().value().toString(),
                stored.name(),
                stored.size(),
                stored.format().photo() ? stored.id().thumbnail(StoredFile.THUMBNAILS.getFirst()) : null);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    Refused refused(Refusal refusal, Locale reader) {
        return new Refused(texts.getMessage(refusal, reader));
    }
}
