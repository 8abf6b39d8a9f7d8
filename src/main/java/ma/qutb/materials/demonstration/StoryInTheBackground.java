package ma.qutb.materials.demonstration;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the story while people already look around, so that the first start does not wait for two years to pass. */
@Component
@Order(120)
class StoryInTheBackground implements ApplicationRunner, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StoryInTheBackground.class);
    private static final int MONTHS = 24;
    /** Fifteen thousand in two years. */
    private static final int SALES_A_DAY = 24;

    private final boolean wanted;
    private final TellingTheStory telling;
    private final Clock clock;
    private volatile boolean stopped;
    private volatile @Nullable Thread teller;

    StoryInTheBackground(
            @Value("${qutb.demo:false}") boolean demonstration,
            @Value("${qutb.demo.story:true}") boolean story,
            TellingTheStory telling,
            Clock clock) {
        this.wanted = demonstration && story;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            teller = Thread.ofPlatform().name("demonstration").daemon().start(this::tell);
        }
    }

    private void tell() {
        long began = clock.millis();
        try {
            var until = telling.tell(MONTHS, SALES_A_DAY, () -> !stopped);
            log.info("the demonstration fund is told until {} in {} ms", until, clock.millis() - began);
        } catch (RuntimeException e) {
            log.error("the story of the demonstration fund ends here", e);
        }
    }

    /** The day that is being told is told to its end. */
    @Override
    public void destroy() throws InterruptedException {
        stopped = true;
        var atWork = teller;
        if (atWork != null) {
            atWork.join(10_000);
        }
    }
}
