package ma.qutb.spaces.rent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.BookKind;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.NewBook;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The book of rents, one for as long as the pole lets. Whoever sees a place with a site sees it. */
@Component
class RentBook {

    static final String CODE = "SPACES";

    private final Ledger ledger;
    private final Texts texts;
    private final JdbcClient database;
    private final boolean demonstration;
    private volatile @Nullable BookId known;

    RentBook(Ledger ledger, Texts texts, JdbcClient database, @Value("${qutb.demo:false}") boolean demonstration) {
        this.ledger = ledger;
        this.texts = texts;
        this.database = database;
        this.demonstration = demonstration;
    }

    BookId id() {
        var before = known;
        if (before != null) {
            return before;
        }
        var id = new BookId(database.sql("select book from spaces.rent_book")
                .query(UUID.class)
                .single());
        known = id;
        return id;
    }

    /** Opens it, unless that was done. */
    @Transactional
    public void open() {
        if (database.sql("select exists (select from spaces.rent_book)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        var id = ledger.openBook(new NewBook(
                BookKind.POLE,
                CODE,
                new Label(said(Language.AR), said(Language.FR), said(Language.EN)),
                around(),
                demonstration));
        database.sql("insert into spaces.rent_book (code, book) values (:code, :book)")
                .param("code", CODE)
                .param("book", id.value())
                .update();
    }

    private String said(Language language) {
        return texts.say(language, "spaces.rent.book");
    }

    private Set<String> around() {
        var places = new HashSet<String>();
        database.sql("select territories from spaces.site").query(row -> {
            places.addAll(Arrays.asList((String[]) row.getArray(1).getArray()));
        });
        return places;
    }
}
