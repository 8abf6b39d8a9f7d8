package ma.qutb.market.store;

import java.time.Duration;
import ma.qutb.kernel.Language;
import ma.qutb.market.sharing.SharePictures;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The picture a messenger shows of a piece. An address that is no longer right leads to the one that is. */
@RestController
class SharePictureController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final SharePictures pictures;
    private final ReadingPieces pieces;
    private final WordsForReaders words;

    SharePictureController(SharePictures pictures, ReadingPieces pieces, WordsForReaders words) {
        this.pictures = pictures;
        this.pieces = pieces;
        this.words = words;
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}/piece/{number:\\d{1,15}}/share-{print:[0-9a-f]{16}}.jpg")
    ResponseEntity<byte[]> picture(
            @PathVariable String language, @PathVariable long number, @PathVariable String print) {
        var reader = Language.of(language).orElseThrow();
        var kept = pictures.kept(number, reader, print);
        if (kept.isPresent()) {
            return answer(kept.get());
        }
        var page = pieces.byNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var shared = page.shared(words.of(reader));
        return shared.path().contains(print)
                ? answer(pictures.draw(shared))
                : ResponseEntity.status(HttpStatus.FOUND)
                        .header("Location", shared.path())
                        .build();
    }

    private static ResponseEntity<byte[]> answer(byte[] picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(FOR_EVER)
                .header("X-Content-Type-Options", "nosniff")
                .body(picture);
    }
}
