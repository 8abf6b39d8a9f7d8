package ma.qutb.registry.privacy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of the registry what its notices say of the controller: the template parameter {@code privacy}. */
@ControllerAdvice(basePackages = "ma.qutb.registry")
@EnableConfigurationProperties(PrivacyProperties.class)
class NoticeAdvice {

    private final PrivacyProperties privacy;

    NoticeAdvice(PrivacyProperties privacy) {
        this.privacy = privacy;
    }

    @ModelAttribute("privacy")
    PrivacyProperties privacy() {
        return privacy;
    }
}
