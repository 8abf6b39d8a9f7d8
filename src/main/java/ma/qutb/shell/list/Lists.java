package ma.qutb.shell.list;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens declared lists for the signed-in reader. */
@Service
public class Lists {

    private final JdbcClient database;
    private final Clock clock;

    Lists(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The page of the list that the address asks for, within the reader's scope.
     *
     * @throws AccessDeniedException if they may not see the list
     */
    @Transactional(readOnly = true)
    public ListView open(RecordList list, HttpServletRequest request, HttpServletResponse response) {
        var actor = reader(list.permission);
        var asked = Asked.of(list, request.getParameterMap());
        var allowed = list.columns.stream().filter(it -> sees(actor, it)).toList();
        remember(list, asked, request, response);
        var columns = chosen(list, asked, allowed, request);
        var statement = statement(list, asked, actor, LocalDate.now(clock));
        var rows = database.sql(statement.page(columns, asked.sort(), asked.page() == 1))
                .params(statement.parameters())
                .param("row_limit", asked.size())
                .param("row_offset", (asked.page() - 1) * asked.size())
                .query(new RowReader(columns))
                .list();
        var total = rows.size() < asked.size() && (asked.page() == 1 || !rows.isEmpty())
                ? (long) (asked.page() - 1) * asked.size() + rows.size()
                : count(statement, statement.count(asked.horizon() + 1));
        return new ListView(
                list,
                asked,
                request.getRequestURI(),
                language(),
                allowed,
                columns,
                rows,
                total,
                actor.may(list.exportPermission));
    }

    /** How many records the question has, however many; for the reader who looks at the page meanwhile. */
    @Transactional(readOnly = true)
    public long countAll(RecordList list, HttpServletRequest request) {
        var statement = statement(
                list, Asked.of(list, request.getParameterMap()), reader(list.permission), LocalDate.now(clock));
        return count(statement, statement.countAll());
    }

    private long count(Statement statement, String sql) {
        return database.sql(sql)
                .params(statement.parameters())
                .query(Long.class)
                .single();
    }

    static Statement statement(RecordList list, Asked asked, Actor actor, LocalDate today) {
        return new Statement(
                list, asked, list.scope == null ? Scope.EVERYWHERE : actor.scopeOf(list.permission), language(), today);
    }

    static Actor reader(String permission) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Actor actor && actor.may(permission)) {
            return actor;
        }
        throw new AccessDeniedException(permission);
    }

    static Language language() {
        return Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
    }

    private static boolean sees(Actor actor, Column column) {
        var permission = column.permission();
        return permission == null || actor.may(permission);
    }

    /** The columns in the address, else those chosen last time, else those the list begins with. */
    static List<Column> chosen(RecordList list, Asked asked, Actor actor, HttpServletRequest request) {
        return chosen(
                list, asked, list.columns.stream().filter(it -> sees(actor, it)).toList(), request);
    }

    private static List<Column> chosen(RecordList list, Asked asked, List<Column> allowed, HttpServletRequest request) {
        return Stream.of(asked.columns(), remembered(list, request))
                .map(keys ->
                        allowed.stream().filter(it -> keys.contains(it.key())).toList())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseGet(() -> allowed.stream().filter(Column::shown).toList());
    }

    private static List<String> remembered(RecordList list, HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(cookie(list)))
                .map(Cookie::getValue)
                .flatMap(it -> Arrays.stream(it.split("\\.")))
                .toList();
    }

    private static void remember(
            RecordList list, Asked asked, HttpServletRequest request, HttpServletResponse response) {
        var keys = asked.columns().stream()
                .filter(it -> list.column(it).isPresent())
                .toList();
        if (!keys.isEmpty()) {
            var cookie = ResponseCookie.from(cookie(list), String.join(".", keys))
                    .path("/app")
                    .maxAge(Duration.ofDays(365))
                    .httpOnly(true)
                    .sameSite("Lax")
                    .secure(request.isSecure())
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    private static String cookie(RecordList list) {
        return "columns-" + list.name;
    }
}
