package ma.qutb.registry.organisation;

import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.writing.Writing;
import org.springframework.data.relational.core.mapping.Column;

/** What an organisation is called; the Arabic or the French name may be missing, not both. */
public record OrganisationName(
        @Column("name_ar") String arabic,
        @Column("name_latin") String latin,
        @Column("name_en") String english) {

    public OrganisationName {
        arabic = Writing.title(arabic, 160);
        latin = Writing.title(latin, 160);
        english = Writing.title(english, 160);
    }

    OrganisationName checked() {
        if ((arabic + latin).isEmpty()) {
            throw new Refusal("registry.organisation.refusal.no-name");
        }
        return this;
    }

    public LocalName local() {
        return new LocalName(arabic, latin, english.isEmpty() ? latin : english);
    }
}
