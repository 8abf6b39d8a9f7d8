package ma.qutb.documents.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentKind;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintForm;
import ma.qutb.documents.PrintedField;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class IssuingDocumentsTests {

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient db;

    private final Actor registrar = (Actor) TestActor.with().getPrincipal();

    @Test
    void numbersHaveNoGapsWhenEightIssueAtOnceAndSomeFail() throws Exception {
        var kind = freshKind();
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            boolean fails = i % 5 == 0;
            work.add(() -> {
                try {
                    var number = documents.issue(draft(kind, fails), registrar).number();
                    return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
                } catch (IllegalStateException printerOutOfOrder) {
                    return 0;
                }
            });
        }
        List<Integer> given = new ArrayList<>();
        try (var clerks = Executors.newFixedThreadPool(8)) {
            for (var done : clerks.invokeAll(work)) {
                given.add(done.get());
            }
        }
        given.removeIf(position -> position == 0);
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 64).boxed().toList());
    }

    @Test
    void eachDocumentHasATokenAndACodeOfItsOwn() {
        var kind = freshKind();
        var first = documents.issue(draft(kind, false), registrar);
        var second = documents.issue(draft(kind, false), registrar);

        assertThat(first.token()).hasSize(22).isNotEqualTo(second.token());
        assertThat(first.shortCode()).hasSize(8).isNotEqualTo(second.shortCode());
        assertThat(first.prints().getFirst().sha256()).hasSize(64);
        assertThat(documents.read(first.prints().getFirst()))
                .asString(StandardCharsets.UTF_8)
                .contains(first.number());
    }

    @Test
    void isFoundByNumberOnlyWithItsCode() {
        var document = documents.issue(draft(freshKind(), false), registrar);
        var typed = document.shortCode().substring(0, 4).toLowerCase() + " - "
                + document.shortCode().substring(4).replace('0', 'o').replace('1', 'l');

        assertThat(documents.byNumber(" " + document.number().toLowerCase(), typed))
                .contains(document);
        assertThat(documents.byNumber(document.number(), "00000000")).isEmpty();
        assertThat(documents.byNumber(document.number(), "")).isEmpty();
    }

    @Test
    void aCancelledDocumentStaysAndSaysWhy() {
        var document = documents.issue(draft(freshKind(), false), registrar);

        documents.cancel(document.id(), "خطأ في الاسم", registrar);

        var found = documents.find(document.id()).orElseThrow();
        assertThat(found.state(java.time.LocalDate.now())).isEqualTo(IssuedDocument.State.CANCELLED);
        assertThat(found.cancellation().reason()).isEqualTo("خطأ في الاسم");
        assertThat(found.cancellation().by()).isEqualTo(registrar.displayName());
    }

    @Test
    void isCancelledOnceOnly() {
        var document = documents.issue(draft(freshKind(), false), registrar);
        documents.cancel(document.id(), "ضاعت", registrar);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> documents.cancel(document.id(), "مرة أخرى", registrar))
                .withMessage("documents.cancellation.refusal.already");
    }

    @Test
    void isNotCancelledWithoutAReason() {
        var document = documents.issue(draft(freshKind(), false), registrar);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> documents.cancel(document.id(), "  ", registrar))
                .withMessage("documents.cancellation.refusal.reason");
    }

    @Test
    void theDatabaseLetsNobodyEraseOrRewriteADocument() {
        var document = documents.issue(draft(freshKind(), false), registrar);

        for (var attempt : List.of(
                "delete from documents.issued_document where number = :number",
                "update documents.issued_document set holder_arabic = 'x' where number = :number")) {
            assertThatThrownBy(() ->
                            db.sql(attempt).param("number", document.number()).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static DocumentKind freshKind() {
        var letters = new StringBuilder("ZZ");
        for (int i = 0; i < 2; i++) {
            letters.append((char) ThreadLocalRandom.current().nextInt('A', 'Z' + 1));
        }
        return new DocumentKind("try-" + letters.toString().toLowerCase() + "-" + randomLetters(), letters.toString());
    }

    private static String randomLetters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";
    }

    private static DocumentDraft draft(DocumentKind kind, boolean fails) {
        return new DocumentDraft(
                kind,
                "test.subject",
                UUID.randomUUID(),
                "فاطمة",
                "Fatima",
                Set.of("P-GUE"),
                Set.of(Language.AR),
                List.of(new PrintedField("documents.card.name", "فاطمة", "Fatima")),
                false,
                null,
                mark -> {
                    if (fails) {
                        throw new IllegalStateException("the printer is out of order");
                    }
                    return List.of(new PrintForm("a4", mark.number().getBytes(StandardCharsets.UTF_8)));
                });
    }
}
