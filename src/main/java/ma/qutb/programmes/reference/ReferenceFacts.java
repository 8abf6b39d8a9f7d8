package ma.qutb.programmes.reference;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the project's own files when Qutb starts, after the territories and crafts of the registry. */
@Component
@Order(20)
class ReferenceFacts implements ApplicationRunner {

    private final LoadingFacts loading;

    ReferenceFacts(LoadingFacts loading) {
        this.loading = loading;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        loading.load(ReferenceTexts.own());
    }
}
