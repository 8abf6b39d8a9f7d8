package ma.qutb.market.store;

import java.util.List;
import ma.qutb.kernel.Language;
import ma.qutb.market.Product;
import ma.qutb.market.finding.Card;
import ma.qutb.market.finding.Photo;
import ma.qutb.shell.HomeShelf;
import org.springframework.stereotype.Component;

/** Shows the newest things on the home page. */
@Component
class NewestOnTheHomePage implements HomeShelf {

    private static final int MANY = 4;
    private static final int WIDTH = 480;

    private final ReadingPieces pieces;
    private final WordsForReaders words;

    NewestOnTheHomePage(ReadingPieces pieces, WordsForReaders words) {
        this.pieces = pieces;
        this.words = words;
    }

    @Override
    public List<Good> newest(Language reader) {
        var said = words.of(reader);
        return pieces.newest(MANY).stream().map(it -> good(it, said)).toList();
    }

    private static Good good(Card card, StoreWords said) {
        return new Good(
                card.path(said.language()),
                card.title().in(said.language()),
                said.by(card),
                card.price(),
                card.share(),
                card.kind() == Product.Kind.UNIQUE,
                card.demonstration(),
                card.photo().map(Photo::asset).orElse(null),
                card.photo().flatMap(it -> it.stored(WIDTH)).orElse(null),
                card.photo().flatMap(Photo::widths).orElse(null));
    }
}
