package ma.qutb.platform;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the stories of the demonstration one after the other, when the first pages are answered and everything is made. */
@Component
class TellingStories implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TellingStories.class);

    private final boolean wanted;
    private final ObjectProvider<DemonstrationStory> stories;
    private final Clock clock;
    private volatile boolean stopped;
    private volatile @Nullable Thread teller;

    TellingStories(
            @Value("${qutb.demo:false}") boolean demonstration,
            @Value("${qutb.demo.story:true}") boolean story,
            ObjectProvider<DemonstrationStory> stories,
            Clock clock) {
        this.wanted = demonstration && story;
        this.stories = stories;
        this.clock = clock;
    }

    @EventListener(WarmingUp.Warm.class)
    void begin() {
        if (wanted && !stopped) {
            teller = Thread.ofPlatform()
                    .name("demonstration")
                    .daemon()
                    .start(() ->
                            stories.orderedStream().takeWhile(story -> !stopped).forEach(this::tell));
        }
    }

    private void tell(DemonstrationStory story) {
        long began = clock.millis();
        try {
            var told = story.tell(() -> !stopped);
            log.info("the demonstration of {} is told: {}, {} ms", story.name(), told, clock.millis() - began);
        } catch (RuntimeException e) {
            log.error("the demonstration of {} ends here", story.name(), e);
        }
    }

    /** What is being told is told to its next stop. */
    @Override
    public void destroy() throws InterruptedException {
        stopped = true;
        var atWork = teller;
        if (atWork != null) {
            atWork.join(10_000);
        }
    }
}
