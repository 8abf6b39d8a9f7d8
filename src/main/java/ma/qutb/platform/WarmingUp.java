package ma.qutb.platform;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A quick start makes only what the first pages need. The rest is made here, behind them, so that nobody's first click waits for it and
 * what cannot be made is in the log from the beginning.
 */
@Component
class WarmingUp {

    private static final Logger log = LoggerFactory.getLogger(WarmingUp.class);
    /** The first page has the processors to itself. */
    private static final Duration BEHIND = Duration.ofSeconds(2);

    private final boolean lazy;
    private final ConfigurableListableBeanFactory beans;
    private final ApplicationEventPublisher events;
    private volatile boolean stopped;

    /** Everything is made. */
    record Warm() {}

    WarmingUp(
            @Value("${spring.main.lazy-initialization:false}") boolean lazy,
            ConfigurableListableBeanFactory beans,
            ApplicationEventPublisher events) {
        this.lazy = lazy;
        this.beans = beans;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order
    void begin() {
        if (lazy) {
            Thread.ofPlatform().name("warming-up").daemon().start(this::makeTheRest);
        } else {
            events.publishEvent(new Warm());
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped = true;
    }

    private void makeTheRest() {
        try {
            Thread.sleep(BEHIND);
        } catch (InterruptedException e) {
            return;
        }
        for (var name : beans.getBeanDefinitionNames()) {
            var definition = beans.getMergedBeanDefinition(name);
            if (!stopped && definition.isSingleton() && !definition.isAbstract() && !beans.containsSingleton(name)) {
                make(name);
            }
        }
        if (!stopped) {
            events.publishEvent(new Warm());
        }
    }

    private void make(String name) {
        try {
            beans.getBean(name);
        } catch (BeansException e) {
            if (!stopped) {
                log.error("{} cannot be made", name, e);
            }
        }
    }
}
