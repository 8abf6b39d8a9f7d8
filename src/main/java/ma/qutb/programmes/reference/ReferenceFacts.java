package ma.qutb.programmes.reference;

import ma.qutb.platform.Filling;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the project's own files when Qutb starts, after the territories and crafts of the registry. */
@Component
@Order(20)
class ReferenceFacts implements Filling {

    private final LoadingFacts loading;

    ReferenceFacts(LoadingFacts loading) {
        this.loading = loading;
    }

    @Override
    public void fill() {
        loading.load(ReferenceTexts.own());
    }
}
