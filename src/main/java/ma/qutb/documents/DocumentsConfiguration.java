package ma.qutb.documents;

import java.util.EnumSet;
import ma.qutb.kernel.Permission;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module offers to the others. */
@Configuration
class DocumentsConfiguration {

    @Bean
    Permission.Catalogue documentsPermissions() {
        return () -> EnumSet.allOf(DocumentsPermission.class);
    }

    @Bean
    DocumentKind artisanCardKind() {
        return DocumentKind.ARTISAN_CARD;
    }

    @Bean
    MenuEntry documentsEntry() {
        return new MenuEntry("menu.registry", 190, "menu.documents", "file-text", "/app/documents", "documents.see");
    }
}
