package ma.qutb.registry.organisation;

import org.jspecify.annotations.Nullable;

/** What stands in the form that takes somebody in, as typed. */
public record MemberForm(String person, String role, String joinedOn, String shares) {

    public MemberForm {
        person = text(person);
        role = text(role);
        joinedOn = text(joinedOn);
        shares = text(shares);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static MemberForm empty() {
        return new MemberForm("", "MEMBER", "", "");
    }
}
