package ma.qutb.documents.list;

import java.util.List;
import ma.qutb.documents.DocumentKind;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import ma.qutb.shell.Texts;
import ma.qutb.shell.search.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the search box find documents by their number, or a part of it. */
@Component
class DocumentSearch implements SearchSource {

    private final JdbcClient db;
    private final Texts texts;

    DocumentSearch(JdbcClient db, Texts texts) {
        this.db = db;
        this.texts = texts;
    }

    @Override
    public String heading() {
        return "menu.documents";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public List<Hit> find(String typed, Actor actor, Language language, int limit) {
        if (!actor.may(DocumentAccess.SEE)) {
            return List.of();
        }
        var scope = actor.scopeOf(DocumentAccess.SEE);
        var within =
                scope instanceof Scope.Within(var territories) ? territories.toArray(String[]::new) : new String[0];
        return db.sql("""
                        select d.id, d.number, d.kind, d.holder_arabic, d.holder_latin, d.demonstration
                          from documents.issued_document d
                         where d.number ilike '%' || replace(replace(:typed, '%', ''), '_', '') || '%'
                           and (:everywhere or d.territories && cast(:within as text[]))
                         order by d.issued_at desc
                         limit :limit
                        """)
                .param("typed", typed)
                .param("everywhere", scope instanceof Scope.Everywhere)
                .param("within", within)
                .param("limit", limit)
                .query((row, number) -> new Hit(
                        row.getString("number"),
                        texts.say(language, DocumentKind.messageKey(row.getString("kind"))) + " · "
                                + language.choose(row.getString("holder_arabic"), row.getString("holder_latin"), ""),
                        "file-text",
                        "/app/documents/" + row.getString("id"),
                        row.getBoolean("demonstration")))
                .list();
    }
}
