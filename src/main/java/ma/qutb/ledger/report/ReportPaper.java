package ma.qutb.ledger.report;

import java.time.Instant;
import ma.qutb.documents.pdf.Paper;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Component;

/** A report on A4 sheets: from the right in Arabic, from the left in French and English. */
@Component
class ReportPaper {

    private final Texts texts;

    ReportPaper(Texts texts) {
        this.texts = texts;
    }

    byte[] print(Report report, Language language, Instant now) {
        var paper = Paper.titled(report.title(), language.code(), now);
        new ReportSheets(report, language, texts, paper, now).lay();
        return paper.finish();
    }
}
