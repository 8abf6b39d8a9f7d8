package ma.qutb.documents.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentId;
import ma.qutb.documents.Documents;
import ma.qutb.documents.FileStore;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintMark;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class IssuingDocuments implements Documents {

    private static final int LONGEST_REASON = 500;

    private final NumberSeries series;
    private final IssuedDocuments documents;
    private final FileStore store;
    private final Clock clock;
    private final String publicAddress;

    IssuingDocuments(
            NumberSeries series,
            IssuedDocuments documents,
            FileStore store,
            Clock clock,
            @Value("${qutb.public-address}") String publicAddress) {
        this.series = series;
        this.documents = documents;
        this.store = store;
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    @Override
    public IssuedDocument issue(DocumentDraft draft, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        int year = now.atZone(clock.getZone()).getYear();
        var place = new IssuedDocuments.Place(year, series.next(draft.kind(), year));
        var token = SecretCodes.token();
        var mark = new PrintMark(
                draft.kind().number(year, place.position()),
                publicAddress + "/v/" + token,
                publicAddress + "/v",
                SecretCodes.shortCode(),
                now);
        var id = DocumentId.next();
        documents.add(id, draft, place, mark, token, by);
        for (var form : draft.drawing().apply(mark)) {
            // A file whose transaction fails afterwards stays in the store unused: harmless, and never found.
            documents.addPrint(id, new IssuedDocument.Print(form.code(), store.put(form.pdf()), form.pdf().length));
        }
        return documents.byId(id).orElseThrow();
    }

    @Override
    public void cancel(DocumentId id, String reason, Actor by) {
        var said = reason.strip();
        if (said.isEmpty()) {
            throw new Refusal("documents.cancellation.refusal.reason");
        }
        if (said.length() > LONGEST_REASON) {
            throw new Refusal("documents.cancellation.refusal.long", LONGEST_REASON);
        }
        try {
            documents.cancel(id, clock.instant(), by, said);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("issued_document_cancelled_once", e, "documents.cancellation.refusal.already");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<IssuedDocument> find(DocumentId id) {
        return documents.byId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<IssuedDocument> about(String subject, UUID subjectId) {
        return documents.about(subject, subjectId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<IssuedDocument> byToken(String token) {
        return documents.byToken(token);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<IssuedDocument> byNumber(String number, String shortCode) {
        return documents
                .byNumber(number.strip().toUpperCase(Locale.ROOT))
                .filter(document -> same(document.shortCode(), SecretCodes.typed(shortCode)));
    }

    @Override
    public byte[] read(IssuedDocument.Print print) {
        return store.read(print.sha256());
    }

    /** Compared in a time that tells nothing about how much of the code was right. */
    private static boolean same(String expected, String typed) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.US_ASCII));
    }
}
