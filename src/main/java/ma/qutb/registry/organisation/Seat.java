package ma.qutb.registry.organisation;

import ma.qutb.kernel.PhoneNumber;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/** Where an organisation sits and how it is reached. */
public record Seat(
        @Nullable @Column("territory_code") TerritoryCode territory,
        String address,
        @Nullable PhoneNumber phone,
        @Nullable String email,
        @Nullable String website) {

    public static final Seat UNKNOWN = new Seat(null, "", null, null, null);

    public Seat {
        address = Writing.line(address, 300);
        email = given(email, 120);
        website = given(website, 200);
    }

    private static @Nullable String given(@Nullable String typed, int most) {
        var text = typed == null ? "" : Writing.line(typed, most);
        return text.isEmpty() ? null : text;
    }
}
