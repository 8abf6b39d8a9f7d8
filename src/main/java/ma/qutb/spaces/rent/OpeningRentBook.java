package ma.qutb.spaces.rent;

import ma.qutb.platform.StartLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The book is there before anybody signs; it is opened after the sites are known. */
@Component
@Order(19)
class OpeningRentBook implements ApplicationRunner {

    private final RentBook book;
    private final StartLock lock;

    OpeningRentBook(RentBook book, StartLock lock) {
        this.book = book;
        this.lock = lock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.once("spaces.rent-book", book::open);
    }
}
