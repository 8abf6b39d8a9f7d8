package ma.qutb.market.earning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.BookKind;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.NewBook;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The book of the pole's sales, one for as long as the pole sells. Whoever sees the place of the hall sees it. */
@Component
class MarketBook {

    static final String CODE = "MARKET";

    private final Ledger ledger;
    private final Territories territories;
    private final Texts texts;
    private final JdbcClient database;
    private final Clock clock;
    private final boolean demonstration;
    private volatile @Nullable BookId known;

    MarketBook(
            Ledger ledger,
            Territories territories,
            Texts texts,
            JdbcClient database,
            Clock clock,
            @Value("${qutb.demo:false}") boolean demonstration) {
        this.ledger = ledger;
        this.territories = territories;
        this.texts = texts;
        this.database = database;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    BookId id() {
        var before = known;
        if (before != null) {
            return before;
        }
        var id = new BookId(
                database.sql("select book from market.book").query(UUID.class).single());
        known = id;
        return id;
    }

    /** Opens it, unless that was done. */
    @Transactional
    public void open() {
        if (database.sql("select exists (select from market.book)")
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
        database.sql("insert into market.book (code, book) values (:code, :book)")
                .param("code", CODE)
                .param("book", id.value())
                .update();
    }

    private String said(Language language) {
        return texts.say(language, "market.earning.book");
    }

    private Set<String> around() {
        var places = new HashSet<String>();
        database.sql("select territory_code from market.place where kind = 'hall' and territory_code is not null")
                .query(String.class)
                .list()
                .forEach(it -> {
                    places.add(it);
                    territories
                            .above(new TerritoryCode(it), LocalDate.now(clock).getYear())
                            .stream()
                            .map(TerritoryCode::value)
                            .forEach(places::add);
                });
        return places;
    }
}
