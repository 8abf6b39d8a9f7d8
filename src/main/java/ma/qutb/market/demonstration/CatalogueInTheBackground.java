package ma.qutb.market.demonstration;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills the shop while people already look around. */
@Component
@Order(110)
class CatalogueInTheBackground implements ApplicationRunner {

    static final int PRODUCTS = 70;

    private static final Logger log = LoggerFactory.getLogger(CatalogueInTheBackground.class);

    private final boolean wanted;
    private final TellingTheCatalogue telling;
    private final Clock clock;

    CatalogueInTheBackground(
            @Value("${qutb.demo:false}") boolean demonstration,
            @Value("${qutb.demo.story:true}") boolean story,
            TellingTheCatalogue telling,
            Clock clock) {
        this.wanted = demonstration && story;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            Thread.ofPlatform().name("demonstration-shop").daemon().start(this::tell);
        }
    }

    private void tell() {
        long began = clock.millis();
        try {
            int told = telling.tell(PRODUCTS);
            log.info("{} products of the demonstration shop are told in {} ms", told, clock.millis() - began);
        } catch (RuntimeException e) {
            log.error("the demonstration shop stays empty", e);
        }
    }
}
