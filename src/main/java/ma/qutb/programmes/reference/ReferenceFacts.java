package ma.qutb.programmes.reference;

import ma.qutb.platform.StartLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the project's own files when Qutb starts, after the territories and crafts of the registry. */
@Component
@Order(20)
class ReferenceFacts implements ApplicationRunner {

    private final LoadingFacts loading;
    private final StartLock lock;

    ReferenceFacts(LoadingFacts loading, StartLock lock) {
        this.loading = loading;
        this.lock = lock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.once("programmes.reference", () -> loading.load(ReferenceTexts.own()));
    }
}
