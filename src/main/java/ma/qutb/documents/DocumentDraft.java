package ma.qutb.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import ma.qutb.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * A document about to be issued.
 *
 * @param subject what it is about, for example {@code registry.person}
 * @param subjectId which one
 * @param holderArabic whom it names, for lists; {@code holderLatin} in Latin letters
 * @param territories codes of the place it belongs to and of all that contain it; who may see the document follows from them
 * @param languages it is printed in
 * @param printed what it says about its holder, all of it and nothing more
 * @param demonstration made up, and marked so on the paper
 * @param validUntil last day it holds; null: for ever
 * @param drawing draws it once its number is known; the first form is the principal one
 */
public record DocumentDraft(
        DocumentKind kind,
        String subject,
        UUID subjectId,
        String holderArabic,
        String holderLatin,
        Set<String> territories,
        Set<Language> languages,
        List<PrintedField> printed,
        boolean demonstration,
        @Nullable LocalDate validUntil,
        Function<PrintMark, List<PrintForm>> drawing) {

    public DocumentDraft {
        territories = Set.copyOf(territories);
        languages = Set.copyOf(languages);
        printed = List.copyOf(printed);
    }
}
