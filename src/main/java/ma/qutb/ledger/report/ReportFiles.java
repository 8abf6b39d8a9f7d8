package ma.qutb.ledger.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.ExportAudit;
import ma.qutb.shell.list.Sheet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends a report as a file; who takes which is kept in the trail. */
@Component
public class ReportFiles {

    private final ReportPaper paper;
    private final ObjectProvider<ExportAudit> audit;
    private final Clock clock;

    ReportFiles(ReportPaper paper, ObjectProvider<ExportAudit> audit, Clock clock) {
        this.paper = paper;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param format {@code csv}, {@code xlsx} or {@code pdf}
     * @param question what was asked, as in the address
     */
    public void send(
            Report report, String format, Language language, Actor actor, String question, HttpServletResponse response)
            throws IOException {
        audit.ifAvailable(it -> it.exported(actor, report.name(), format, question));
        response.setContentType(format.equals("pdf") ? "application/pdf" : Sheet.contentType(format));
        response.setHeader(
                "Content-Disposition",
                "%s; filename=\"%s-%s.%s\""
                        .formatted(
                                format.equals("pdf") ? "inline" : "attachment",
                                report.name(),
                                LocalDate.now(clock),
                                format));
        if (format.equals("pdf")) {
            response.getOutputStream().write(paper.print(report, language, clock.instant()));
        } else {
            write(report, format, language, response);
        }
    }

    private static void write(Report report, String format, Language language, HttpServletResponse response)
            throws IOException {
        var columns = report.columns().stream()
                .map(it -> Column.of(it.kind(), "cell", ""))
                .toList();
        try (var sheet = Sheet.of(format, response.getOutputStream(), language, report.title())) {
            sheet.heading(report.columns().stream().map(ReportColumn::heading).toList());
            for (var part : report.parts()) {
                for (var row : part.rows()) {
                    sheet.row(columns, row);
                }
            }
        }
    }
}
