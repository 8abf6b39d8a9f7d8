package ma.qutb.documents.list;

import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.DocumentId;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Scope;
import org.springframework.stereotype.Component;

/** Finds documents for those who may see them; a document out of scope looks the same as none. */
@Component
class DocumentAccess {

    static final String SEE = "documents.see";
    static final String CANCEL = "documents.cancel";

    private final Documents documents;

    DocumentAccess(Documents documents) {
        this.documents = documents;
    }

    Optional<IssuedDocument> forStaff(UUID id, Actor actor, String permission) {
        return documents.find(new DocumentId(id)).filter(document -> holds(actor, permission, document));
    }

    /** Staff within their scope, and artisans their own papers. */
    Optional<IssuedDocument> forReader(UUID id, Actor actor) {
        return documents
                .find(new DocumentId(id))
                .filter(document -> holds(actor, SEE, document) || isAbout(document, actor));
    }

    static boolean holds(Actor actor, String permission, IssuedDocument document) {
        return actor.may(permission)
                && switch (actor.scopeOf(permission)) {
                    case Scope.Everywhere() -> true;
                    case Scope.Within(var territories) -> !Collections.disjoint(territories, document.territories());
                };
    }

    private static boolean isAbout(IssuedDocument document, Actor actor) {
        return document.subject().equals(ArtisanCard.SUBJECT)
                && actor.person().filter(document.subjectId()::equals).isPresent();
    }
}
