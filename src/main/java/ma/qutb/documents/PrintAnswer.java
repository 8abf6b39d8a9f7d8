package ma.qutb.documents;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Shows a print of a document in the browser, for pages that have checked who may see it. */
public final class PrintAnswer {

    private PrintAnswer() {}

    /**
     * @param form of the print
     * @throws ResponseStatusException 404 when the document was not printed in this form
     */
    public static ResponseEntity<byte[]> of(Documents documents, IssuedDocument document, String form) {
        var print = document.prints().stream()
                .filter(it -> it.form().equals(form))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                // A printed person's particulars are not left behind on a shared computer.
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(document.number() + "-" + form + ".pdf")
                                .build()
                                .toString())
                .body(documents.read(print));
    }
}
