package ma.qutb.shell.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out what a reader filtered as a file, row by row from a cursor of the database, however many there are. */
@Service
class ListFiles {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final Column DEMONSTRATION = Column.text("demonstration", "");

    private final JdbcClient database;
    private final Texts texts;
    private final Clock clock;
    private final ObjectProvider<ExportAudit> audit;
    /** Outside of autocommit, because only then PostgreSQL hands rows out in portions; who takes them is written before. */
    private final TransactionTemplate reading;

    private final Map<String, RecordList> lists;

    ListFiles(
            JdbcClient database,
            Texts texts,
            Clock clock,
            ObjectProvider<ExportAudit> audit,
            PlatformTransactionManager transactions,
            ObjectProvider<RecordList> lists) {
        this.database = database;
        this.texts = texts;
        this.clock = clock;
        this.audit = audit;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.lists = lists.stream().collect(Collectors.toMap(it -> it.name, Function.identity()));
    }

    Optional<RecordList> named(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    void write(RecordList list, String format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var actor = Lists.reader(list.permission);
        Lists.reader(list.exportPermission);
        var asked = Asked.of(list, request.getParameterMap());
        var columns = Lists.chosen(list, asked, actor, request);
        var language = Lists.language();
        audit.ifAvailable(it -> it.exported(actor, list.name, format, asked.address()));
        response.setContentType(Sheet.contentType(format));
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s.%s\"".formatted(list.name, LocalDate.now(clock), format));
        var statement = Lists.statement(list, asked, actor, LocalDate.now(clock));
        try (var sheet =
                Sheet.of(format, response.getOutputStream(), language, texts.say(language, list.texts + ".title"))) {
            sheet.heading(headings(list, columns, language));
            sheet.flush();
            response.flushBuffer();
            reading.executeWithoutResult(status -> database.sql(statement.rows(columns, asked.sort()))
                    .withFetchSize(ROWS_AT_ONCE)
                    .params(statement.parameters())
                    .query((org.springframework.jdbc.core.RowCallbackHandler)
                            new RowWriter(sheet, list, columns, language)));
        }
    }

    private List<String> headings(RecordList list, List<Column> columns, Language language) {
        var words = new ArrayList<String>();
        for (var column : columns) {
            words.add(texts.say(language, list.texts + ".column." + column.key()));
        }
        if (list.demonstration != null) {
            words.add(texts.say(language, "shell.list.file.demonstration"));
        }
        return words;
    }

    private class RowWriter implements org.springframework.jdbc.core.RowCallbackHandler {

        private final Sheet sheet;
        private final RecordList list;
        private final List<Column> columns;
        private final List<Column> written;
        private final Language language;
        private final RowReader reader;
        private int rows;

        RowWriter(Sheet sheet, RecordList list, List<Column> columns, Language language) {
            this.sheet = sheet;
            this.list = list;
            this.columns = columns;
            this.language = language;
            reader = new RowReader(columns);
            written = new ArrayList<>(columns);
            if (list.demonstration != null) {
                written.add(DEMONSTRATION);
            }
        }

        @Override
        public void processRow(java.sql.ResultSet row) throws java.sql.SQLException {
            var record = reader.mapRow(row, rows);
            var values = new ArrayList<@Nullable Object>();
            for (int i = 0; i < columns.size(); i++) {
                values.add(worded(columns.get(i), record.cells().get(i).value()));
            }
            if (list.demonstration != null) {
                values.add(record.demonstration() ? texts.say(language, "shell.yes") : null);
            }
            try {
                sheet.row(written, values);
                if (++rows % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                // The reader closed the window; the cursor closes with the transaction.
                throw new UncheckedIOException(e);
            }
        }

        private @Nullable Object worded(Column column, @Nullable Object value) {
            return switch (value) {
                case Boolean answer -> texts.say(language, answer ? "shell.yes" : "shell.no");
                case String code
                when column.texts() != null ->
                    Words.ofCodes(code, it -> texts.say(language, column.texts() + "." + it));
                case null, default -> value;
            };
        }
    }
}
