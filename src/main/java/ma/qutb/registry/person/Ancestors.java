package ma.qutb.registry.person;

import ma.qutb.registry.writing.Writing;
import org.springframework.data.relational.core.mapping.Column;

/** Father's and grandfather's given names, which tell people of the same name apart; empty where not told. */
public record Ancestors(
        @Column("father_name_ar") String fatherArabic,
        @Column("father_name_latin") String fatherLatin,
        @Column("grandfather_name_ar") String grandfatherArabic,
        @Column("grandfather_name_latin") String grandfatherLatin) {

    public static final Ancestors UNKNOWN = new Ancestors("", "", "", "");

    public Ancestors {
        fatherArabic = Writing.arabicName(fatherArabic);
        fatherLatin = Writing.latinName(fatherLatin);
        grandfatherArabic = Writing.arabicName(grandfatherArabic);
        grandfatherLatin = Writing.latinName(grandfatherLatin);
    }
}
