package ma.qutb.registry.person;

import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.writing.Writing;
import org.springframework.data.relational.core.mapping.Column;

/** What a person is called, in Arabic and in Latin letters; either may be missing, not both. Empty stands for missing. */
public record PersonName(
        @Column("given_name_ar") String givenArabic,
        @Column("family_name_ar") String familyArabic,
        @Column("given_name_latin") String givenLatin,
        @Column("family_name_latin") String familyLatin) {

    public PersonName {
        givenArabic = Writing.arabicName(givenArabic);
        familyArabic = Writing.arabicName(familyArabic);
        givenLatin = Writing.latinName(givenLatin);
        familyLatin = Writing.latinName(familyLatin);
    }

    /** A record is of somebody; only one made anonymous has no name left. */
    PersonName checked() {
        if ((givenArabic + familyArabic + givenLatin + familyLatin).isEmpty()) {
            throw new Refusal("registry.person.refusal.no-name");
        }
        return this;
    }

    public String arabic() {
        return (givenArabic + " " + familyArabic).strip();
    }

    public String latin() {
        return (givenLatin + " " + familyLatin).strip();
    }

    /** Given name first, in the letters of this language where there are any. */
    public String in(Language language) {
        return local().in(language);
    }

    public LocalName local() {
        return new LocalName(arabic(), latin(), latin());
    }
}
