package ma.qutb.documents.list;

import java.util.UUID;
import ma.qutb.documents.Documents;
import ma.qutb.documents.PrintAnswer;
import ma.qutb.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands out the files of documents, to staff and to the person they are about. */
@RestController
class PrintController {

    private final DocumentAccess access;
    private final Documents documents;

    PrintController(DocumentAccess access, Documents documents) {
        this.access = access;
        this.documents = documents;
    }

    @GetMapping("/documents/{id}/{form:[a-z0-9]+}.pdf")
    ResponseEntity<byte[]> print(
            @PathVariable UUID id, @PathVariable String form, @AuthenticationPrincipal @Nullable Actor actor) {
        if (actor == null) {
            throw notFound();
        }
        var document = access.forReader(id, actor).orElseThrow(PrintController::notFound);
        return PrintAnswer.of(documents, document, form);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
