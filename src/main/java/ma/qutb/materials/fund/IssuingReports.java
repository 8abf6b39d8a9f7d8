package ma.qutb.materials.fund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentKind;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintForm;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.PrintedField;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.materials.Fund;
import ma.qutb.shell.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a report its number and keeps it: the same paper in Arabic, French and English. */
@Service
class IssuingReports {

    static final DocumentKind KIND = new DocumentKind("fund-report", "RF");
    static final String SUBJECT = "materials.fund";
    private static final String PERIOD = "materials.report.field.period";
    private static final String UNTIL = "materials.report.field.until";

    private final ReadingReport reading;
    private final Documents documents;
    private final FundPlaces places;
    private final Texts texts;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    IssuingReports(
            ReadingReport reading,
            Documents documents,
            FundPlaces places,
            Texts texts,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.reading = reading;
        this.documents = documents;
        this.places = places;
        this.texts = texts;
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Writes the report, or answers the one that is already written of the same period as of the same instant.
     *
     * @throws ma.qutb.kernel.Refusal when the instant is still to come, or before the period
     */
    IssuedDocument issue(Fund fund, ReportPeriod period, Instant asOf, Actor by) {
        // Read at one moment first: numbers are given out by a transaction that sees the latest one.
        var report = reading.read(fund, period, asOf);
        return transaction.execute(status -> {
            database.sql("select id from materials.fund where id = :id for update")
                    .param("id", fund.id().value())
                    .query()
                    .singleValue();
            return written(report).orElseGet(() -> documents.issue(draft(report), by));
        });
    }

    /** Reports of a fund, newest first. */
    List<IssuedDocument> of(Fund fund) {
        return documents.about(SUBJECT, fund.id().value()).stream()
                .filter(it -> it.kind().equals(KIND.code()))
                .toList();
    }

    private Optional<IssuedDocument> written(FundReport report) {
        var same = Set.copyOf(about(report));
        return of(report.fund()).stream()
                .filter(it -> it.cancellation() == null && it.printed().containsAll(same))
                .findFirst();
    }

    private DocumentDraft draft(FundReport report) {
        var fund = report.fund();
        return new DocumentDraft(
                KIND,
                SUBJECT,
                fund.id().value(),
                fund.name().in(Language.AR),
                fund.name().in(Language.FR),
                places.of(fund),
                EnumSet.copyOf(Language.COMPLETE),
                printed(report),
                fund.demonstration(),
                null,
                mark -> print(report, mark));
    }

    private List<PrintForm> print(FundReport report, PrintMark mark) {
        return Language.COMPLETE.stream()
                .map(it -> new PrintForm(it.code(), new ReportPaper(report, mark, texts, it).print()))
                .toList();
    }

    /** What anybody who scans the paper may compare with it. */
    private List<PrintedField> printed(FundReport report) {
        var arabic = new ReportWords(texts, Language.AR);
        var french = new ReportWords(texts, Language.FR);
        var printed = new ArrayList<>(about(report));
        long equity = report.held().equity();
        printed.add(new PrintedField(
                "materials.fund.capital.dirhams",
                ReportWords.unmarked(arabic.dirhams(equity)),
                ReportWords.unmarked(french.dirhams(equity))));
        report.physical()
                .ifPresent(it -> printed.add(new PrintedField(
                        "materials.fund.capital.silver",
                        ReportWords.unmarked(arabic.fine(it.has())),
                        ReportWords.unmarked(french.fine(it.has())))));
        report.seal()
                .ifPresent(it ->
                        printed.add(PrintedField.same("materials.report.field.seal", it.number() + " · " + it.hash())));
        return printed;
    }

    private List<PrintedField> about(FundReport report) {
        return List.of(
                new PrintedField(
                        PERIOD,
                        new ReportWords(texts, Language.AR).period(report.period()),
                        new ReportWords(texts, Language.FR).period(report.period())),
                PrintedField.same(UNTIL, new ReportWords(texts, Language.FR).moment(report.at())));
    }
}
