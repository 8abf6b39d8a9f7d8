package ma.qutb.market.earning;

import ma.qutb.platform.StartLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The book is there before anybody sells; it is opened after the places of the hall are known. */
@Component
@Order(17)
class OpeningBook implements ApplicationRunner {

    private final MarketBook book;
    private final StartLock lock;

    OpeningBook(MarketBook book, StartLock lock) {
        this.book = book;
        this.lock = lock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.once("market.book", book::open);
    }
}
