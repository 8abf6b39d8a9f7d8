package ma.qutb.spaces.call;

import ma.qutb.documents.DocumentKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The papers of this room. */
@Configuration
class CallDocuments {

    @Bean
    DocumentKind callNoticeKind() {
        return CallNotices.KIND;
    }
}
