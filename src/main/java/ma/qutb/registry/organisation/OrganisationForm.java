package ma.qutb.registry.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in the form about an organisation, as typed. */
public record OrganisationForm(
        String token,
        Long version,
        String nameArabic,
        String nameLatin,
        String nameEnglish,
        String legalForm,
        Boolean partner,
        Boolean supplier,
        String status,
        String ice,
        String tax,
        String tradeRegister,
        String court,
        String businessTax,
        String cnss,
        String craftRegister,
        String territory,
        String address,
        String phone,
        String email,
        String website,
        String shareCapital,
        String foundedOn,
        String dissolvedOn,
        List<String> crafts,
        String storyArabic,
        String storyFrench,
        String storyEnglish) {

    public OrganisationForm {
        token = text(token);
        // A field that was not sent, such as a box left empty, arrives as null.
        version = version == null ? 0L : version;
        partner = partner != null && partner;
        supplier = supplier != null && supplier;
        nameArabic = text(nameArabic);
        nameLatin = text(nameLatin);
        nameEnglish = text(nameEnglish);
        legalForm = text(legalForm);
        status = text(status);
        ice = text(ice);
        tax = text(tax);
        tradeRegister = text(tradeRegister);
        court = text(court);
        businessTax = text(businessTax);
        cnss = text(cnss);
        craftRegister = text(craftRegister);
        territory = text(territory);
        address = text(address);
        phone = text(phone);
        email = text(email);
        website = text(website);
        shareCapital = text(shareCapital);
        foundedOn = text(foundedOn);
        dissolvedOn = text(dissolvedOn);
        crafts = crafts == null
                ? List.of()
                : crafts.stream().filter(it -> !it.isBlank()).toList();
        storyArabic = text(storyArabic);
        storyFrench = text(storyFrench);
        storyEnglish = text(storyEnglish);
    }

    private static String text(@Nullable Object typed) {
        return typed == null ? "" : typed instanceof Enum<?> value ? value.name() : typed.toString();
    }

    static OrganisationForm empty() {
        return of(
                0,
                new OrganisationDetails(
                        new OrganisationName("", "", ""),
                        LegalForm.COOPERATIVE,
                        false,
                        false,
                        Status.ACTIVE,
                        Numbers.NONE,
                        Seat.UNKNOWN,
                        null,
                        null,
                        null,
                        java.util.Set.of(),
                        ma.qutb.registry.person.Story.NONE));
    }

    static OrganisationForm of(long version, OrganisationDetails it) {
        var phone = it.seat().phone();
        var capital = it.shareCapital();
        return new OrganisationForm(
                UUID.randomUUID().toString(),
                version,
                it.name().arabic(),
                it.name().latin(),
                it.name().english(),
                it.legalForm().name(),
                it.partner(),
                it.supplier(),
                it.status().name(),
                text(it.numbers().ice()),
                text(it.numbers().tax()),
                text(it.numbers().tradeRegister()),
                text(it.numbers().court()),
                text(it.numbers().businessTax()),
                text(it.numbers().cnss()),
                text(it.numbers().craftRegister()),
                text(it.seat().territory()),
                it.seat().address(),
                phone == null ? "" : phone.spaced(),
                text(it.seat().email()),
                text(it.seat().website()),
                capital == null
                        ? ""
                        : java.math.BigDecimal.valueOf(capital, 2)
                                .stripTrailingZeros()
                                .toPlainString(),
                text(it.foundedOn()),
                text(it.dissolvedOn()),
                it.crafts().stream().map(Object::toString).sorted().toList(),
                it.story().arabic(),
                it.story().french(),
                it.story().english());
    }

    OrganisationForm against(long standing) {
        return new OrganisationForm(
                token,
                standing,
                nameArabic,
                nameLatin,
                nameEnglish,
                legalForm,
                partner,
                supplier,
                status,
                ice,
                tax,
                tradeRegister,
                court,
                businessTax,
                cnss,
                craftRegister,
                territory,
                address,
                phone,
                email,
                website,
                shareCapital,
                foundedOn,
                dissolvedOn,
                crafts,
                storyArabic,
                storyFrench,
                storyEnglish);
    }

    /** Field by field, for laying two forms side by side. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("nameArabic", nameArabic);
        values.put("nameLatin", nameLatin);
        values.put("nameEnglish", nameEnglish);
        values.put("legalForm", legalForm);
        values.put("partner", partner.toString());
        values.put("supplier", supplier.toString());
        values.put("status", status);
        values.put("ice", ice.replace(" ", ""));
        values.put("tax", tax);
        values.put("tradeRegister", tradeRegister);
        values.put("court", court);
        values.put("businessTax", businessTax);
        values.put("cnss", cnss);
        values.put("craftRegister", craftRegister);
        values.put("territory", territory);
        values.put("address", address);
        values.put("phone", phone.replace(" ", ""));
        values.put("email", email);
        values.put("website", website);
        values.put("shareCapital", shareCapital);
        values.put("foundedOn", foundedOn);
        values.put("dissolvedOn", dissolvedOn);
        values.put("crafts", crafts.stream().sorted().collect(Collectors.joining(" ")));
        values.put("storyArabic", storyArabic);
        values.put("storyFrench", storyFrench);
        values.put("storyEnglish", storyEnglish);
        return values;
    }
}
