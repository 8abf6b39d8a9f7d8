package ma.qutb.registry.person;

import ma.qutb.registry.writing.Writing;
import org.springframework.data.relational.core.mapping.Column;

/** What a person tells visitors of the public directory, per language; empty where not told. */
public record Story(
        @Column("story_ar") String arabic,
        @Column("story_fr") String french,
        @Column("story_en") String english) {

    public static final Story NONE = new Story("", "", "");

    public Story {
        arabic = Writing.paragraphs(arabic, 4000);
        french = Writing.paragraphs(french, 4000);
        english = Writing.paragraphs(english, 4000);
    }
}
