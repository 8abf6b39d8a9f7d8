package ma.qutb.documents.issue;

import ma.qutb.documents.DocumentKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers without gaps. Two who issue at once wait for each other: the row of the series is locked until the first is done. */
@Component
class NumberSeries {

    private final JdbcClient db;

    NumberSeries(JdbcClient db) {
        this.db = db;
    }

    /** The next place in the series; given back when the transaction fails. */
    int next(DocumentKind kind, int year) {
        return db.sql("""
                        insert into documents.number_series as series (kind, year, last) values (:kind, :year, 1)
                        on conflict (kind, year) do update set last = series.last + 1
                        returning last
                        """)
                .param("kind", kind.code())
                .param("year", year)
                .query(Integer.class)
                .single();
    }
}
