package ma.qutb.platform;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A quick start leaves for {@link WarmingUp} also what Spring would make at once even then: the repositories, and whatever does something at
 * certain times. Such times are kept as soon as it is made.
 */
@Component
class MakingLater implements BeanDefinitionRegistryPostProcessor, EnvironmentAware {

    /** Spring Boot's bean that keeps what has a schedule out of what is made later. */
    private static final String KEEPING_SCHEDULED = "scheduledBeanLazyInitializationExcludeFilter";

    private boolean lazy;

    @Override
    public void setEnvironment(Environment environment) {
        lazy = environment.getProperty("spring.main.lazy-initialization", Boolean.class, false);
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (lazy && registry.containsBeanDefinition(KEEPING_SCHEDULED)) {
            registry.removeBeanDefinition(KEEPING_SCHEDULED);
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (lazy) {
            for (var name : beans.getBeanDefinitionNames()) {
                var definition = beans.getBeanDefinition(name);
                var type = definition.getBeanClassName();
                if (type != null && type.endsWith("RepositoryFactoryBean")) {
                    definition.setLazyInit(true);
                }
            }
        }
    }
}
