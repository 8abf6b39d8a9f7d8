package ma.qutb.registry.me;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells staff who open an artisan's page that it is for artisans. */
@ControllerAdvice(basePackages = "ma.qutb.registry.me")
class MeAdvice {

    @ExceptionHandler(NoRecordOfOwn.class)
    String staff() {
        return "registry/me/staff";
    }
}
