package ma.qutb.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
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

    private final boolean lazy;
    private final ConfigurableListableBeanFactory beans;

    WarmingUp(
            @Value("${spring.main.lazy-initialization:false}") boolean lazy, ConfigurableListableBeanFactory beans) {
        this.lazy = lazy;
        this.beans = beans;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order
    void begin() {
        if (lazy) {
            Thread.ofPlatform().name("warming-up").daemon().start(this::makeTheRest);
        }
    }

    private void makeTheRest() {
        for (var name : beans.getBeanDefinitionNames()) {
            var definition = beans.getMergedBeanDefinition(name);
            if (definition.isSingleton() && !definition.isAbstract() && !beans.containsSingleton(name)) {
                try {
                    beans.getBean(name);
                } catch (BeanCreationNotAllowedException ending) {
                    return;
                } catch (BeansException e) {
                    log.error("{} cannot be made", name, e);
                }
            }
        }
    }
}
